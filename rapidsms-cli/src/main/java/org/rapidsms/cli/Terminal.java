package org.rapidsms.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where passwords come from: the environment, the lines of standard input, or somebody who types
 * unseen. Never the command line, which everybody on the machine can read.
 */
final class Terminal {

    private final Map<String, String> environment;
    private final BufferedReader input;

    Terminal(Map<String, String> environment, InputStream input) {
        this.environment = environment;
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /**
     * A password.
     *
     * @param variable of the environment
     * @param byLine whether it stands in the next line of standard input
     * @param question what somebody is asked
     */
    String password(String variable, boolean byLine, String question) {
        return set(variable)
                .or(() -> byLine ? nextLine() : typed(question))
                .orElseThrow(() -> new Trouble(Trouble.USAGE, missing(variable)));
    }

    /** A password that nobody knows yet: who types it does so twice. */
    String newPassword(String variable, boolean byLine, String question) {
        var password = password(variable, byLine, question);
        boolean isTyped = set(variable).isEmpty() && !byLine;
        if (isTyped && !typed("Once more: ").equals(Optional.of(password))) {
            throw new Trouble(Trouble.USAGE, "The two are not the same. Nothing was changed.");
        }
        return password;
    }

    private static String missing(String variable) {
        return "There is no password: set %s in the environment, or give --stdin and write it to standard input."
                .formatted(variable);
    }

    private Optional<String> set(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    private Optional<String> nextLine() {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> typed(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .map(String::new);
    }

    /** All that is left of standard input. */
    String rest() {
        return input.lines().collect(Collectors.joining("\n"));
    }
}
