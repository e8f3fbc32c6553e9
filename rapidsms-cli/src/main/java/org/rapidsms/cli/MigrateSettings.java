package org.rapidsms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rapidsms.cli.migration.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the settings of RapidSMS and of Kannel as properties; it asks no server. */
@Command(
        name = "migrate-settings",
        mixinStandardHelpOptions = true,
        description = {
            "Prints properties made from the settings of RapidSMS, with what is to do by hand.",
            "The settings come as JSON: all of them, or INSTALLED_BACKENDS alone, as from",
            "  python -c 'import json, settings as s; print(json.dumps({n: getattr(s, n)",
            "    for n in dir(s) if n.isupper()}, default=str))'",
            "A kannel.conf is taken too. What is printed holds the passwords that were there."
        })
final class MigrateSettings implements Runnable {

    @Spec CommandSpec command;

    @ParentCommand RapidSms parent;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "This server's address as gateways see it (${DEFAULT-VALUE}).")
    String server;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "JSON or kannel.conf; - for standard input.")
    List<String> files;

    @Override
    public void run() {
        var migration = new Migration(server);
        for (var file : files) {
            add(migration, file);
        }
        command.commandLine().getOut().println(migration.properties());
    }

    private void add(Migration migration, String file) {
        try {
            migration.add(
                    file.equals("-") ? parent.terminal.rest() : Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new Trouble(Trouble.USAGE, "This file cannot be read: " + file);
        } catch (IllegalArgumentException e) {
            throw new Trouble(Trouble.USAGE, file + ": " + e.getMessage());
        }
    }
}
