package org.rapidsms.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes a user of the console. */
@Command(
        name = "create-user",
        mixinStandardHelpOptions = true,
        description = "Creates a user who may log into the console.",
        footer = {
            "",
            "The new user's password, of at least 8 characters, is read from the",
            "environment (RAPIDSMS_NEW_PASSWORD), from the next line of standard input",
            "(--stdin), or typed twice, unseen."
        })
final class CreateUser implements Runnable {

    @Mixin Login login;

    @ParentCommand RapidSms parent;

    @Parameters(paramLabel = "NAME", description = "The new user's name.")
    String name;

    @Option(names = "--staff", description = "The user may see the pages of administrators, too.")
    boolean staff;

    @Override
    public void run() {
        var server = login.connect(parent.terminal);
        var password =
                parent.terminal.newPassword(
                        "RAPIDSMS_NEW_PASSWORD", login.byLine, "Password for %s: ".formatted(name));
        var answer =
                server.post(
                        "user/create",
                        "username",
                        name,
                        "password",
                        password,
                        "staff",
                        String.valueOf(staff));
        login.print(answer.text());
    }
}
