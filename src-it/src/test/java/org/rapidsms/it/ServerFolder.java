package org.rapidsms.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The folder in which the server of the tests lives: its own configuration, data, log and the EAR.
 *
 * <p>JUnit calls this before Arquillian reads where to start the server.
 */
public class ServerFolder implements LauncherSessionListener {

    private static final String FOLDER = "it.server";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // JUnit opens a session for the search for tests and another one for their run.
        if (System.getProperty(FOLDER) == null) {
            try {
                prepare(Path.of(Objects.requireNonNull(System.getProperty("it.target"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void prepare(Path target) throws IOException {
        var folder = target.resolve("server-" + System.getProperty("it.database"));
        delete(folder);
        Files.createDirectories(folder.resolve("deployments"));
        copyConfiguration(
                Path.of(System.getProperty("it.jboss.home"), "standalone", "configuration"),
                Files.createDirectories(folder.resolve("configuration")));
        var ear = folder.resolve("deployments").resolve("rapidsms.ear");
        Files.copy(Path.of(System.getProperty("it.ear")), ear);
        StrangersApp.dropInto(ear);
        Ports.choose();
        if (PostgreSql.isAsked()) {
            PostgreSql.start();
        }
        Files.writeString(folder.resolve("rapidsms.properties"), ServerProperties.ofThisRun());
        var secrets = Files.createDirectories(folder.resolve("configuration").resolve("secrets"));
        Files.writeString(secrets.resolve("rapidsms.backends.by-secret.engine"), "http\n");
        System.setProperty(FOLDER, folder.toString());
    }

    /** Without the history that a server writes beside its configuration. */
    private static void copyConfiguration(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
