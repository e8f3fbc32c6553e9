package org.rapidsms.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives a user another password. */
@Command(
        name = "change-password",
        mixinStandardHelpOptions = true,
        description = "Gives a user of the console another password.",
        footer = {
            "",
            "The new password, of at least 8 characters, is read from the environment",
            "(RAPIDSMS_NEW_PASSWORD), from the next line of standard input (--stdin), or",
            "typed twice, unseen."
        })
final class ChangePassword implements Runnable {

    @Mixin Login login;

    @ParentCommand RapidSms parent;

    @Parameters(paramLabel = "NAME", description = "The user's name.")
    String name;

    @Override
    public void run() {
        var server = login.connect(parent.terminal);
        var password =
                parent.terminal.newPassword(
                        "RAPIDSMS_NEW_PASSWORD",
                        login.byLine,
                        "New password of %s: ".formatted(name));
        login.print(server.post("user/password", "username", name, "password", password).text());
    }
}
