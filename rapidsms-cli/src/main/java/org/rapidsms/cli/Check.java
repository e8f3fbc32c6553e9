package org.rapidsms.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Prints how the server is configured. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Prints how the server is configured: router, database, apps, handlers, backends.",
            "Exits with 1 if something is wrong with that."
        })
final class Check implements Callable<Integer> {

    @Mixin Login login;

    @ParentCommand RapidSms parent;

    @Override
    public Integer call() {
        var answer = login.connect(parent.terminal).get("check");
        login.print(answer.text());
        return answer.problems() == 0 ? 0 : Trouble.REFUSED;
    }
}
