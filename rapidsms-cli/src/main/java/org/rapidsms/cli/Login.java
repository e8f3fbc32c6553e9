package org.rapidsms.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands are told: which server, and as whom. */
final class Login {

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:RAPIDSMS_SERVER:-http://127.0.0.1:8080}",
            description = "Where the server is (environment: RAPIDSMS_SERVER; ${DEFAULT-VALUE}).")
    String server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${env:RAPIDSMS_USERNAME:-admin}",
            description =
                    "Your name, that of a user of the staff (environment: RAPIDSMS_USERNAME;"
                            + " ${DEFAULT-VALUE}).")
    String username;

    @Option(
            names = "--stdin",
            description =
                    "Read passwords from standard input, one a line: first yours, unless it is in the"
                            + " environment.")
    boolean byLine;

    @Option(
            names = "--insecure",
            description = "Send the password over plain HTTP to another machine.")
    boolean insecure;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    /** Asks for the password; nothing is sent yet. */
    Server connect(Terminal terminal) {
        var address = Address.of(server, insecure);
        var password =
                terminal.password(
                        "RAPIDSMS_PASSWORD", byLine, "Password of %s: ".formatted(username));
        return new Server(address, username, password);
    }

    void print(String words) {
        command.commandLine().getOut().println(words);
    }
}
