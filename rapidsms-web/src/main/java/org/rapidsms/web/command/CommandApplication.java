package org.rapidsms.web.command;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All commands. */
@ApplicationPath("/command")
public class CommandApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AccountCommands.class,
                CheckCommand.class,
                MessageCommands.class,
                StaffOnly.class,
                Signed.class,
                RefusedMapper.class,
                AccountMapper.class);
    }
}
