package org.rapidsms.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Does what is typed on the command line. */
@Command(
        name = "rapidsms",
        mixinStandardHelpOptions = true,
        versionProvider = RapidSms.Version.class,
        description = "Asks a running RapidSMS server for what needs no browser.",
        footer = {
            "",
            "Your password is read from the environment (RAPIDSMS_PASSWORD), from standard",
            "input (--stdin), or typed unseen.",
            "",
            "Exit codes: 0 done, 1 refused or problems found, 2 typed wrongly, 3 no server,",
            "4 wrong name or password, 5 not in time."
        },
        subcommands = {
            CreateUser.class,
            ChangePassword.class,
            Check.class,
            MigrateSettings.class,
            Send.class,
            HelpCommand.class
        })
final class RapidSms implements Runnable {

    @Spec CommandSpec command;

    final Terminal terminal;

    RapidSms(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String... arguments) {
        System.exit(commandLine(new Terminal(System.getenv(), System.in)).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new RapidSms(terminal))
                .setExecutionExceptionHandler(RapidSms::explain);
    }

    private static int explain(
            Exception thrown, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (thrown instanceof Trouble trouble) {
            command.getErr().println(trouble.getMessage());
            return trouble.exitCode();
        }
        throw thrown;
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say which command.");
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = RapidSms.class.getPackage().getImplementationVersion();
            return new String[] {"RapidSMS " + (version == null ? "" : version)};
        }
    }
}
