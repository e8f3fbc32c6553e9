package org.rapidsms.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * The folder in which the server of the tests lives: its own configuration, data, log and the EAR.
 *
 * <p>JUnit calls this before Arquillian reads where to start the server: once for all tests, and
 * once more for those that failed, which Failsafe runs again. These find a server on which nothing
 * was tried yet; the folder of the first is left, as its log may tell why they failed.
 */
public class ServerFolder implements TestExecutionListener {

    private static int runs;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        runs++;
        var name = (runs == 1 ? "server-" : "server-again-") + System.getProperty("it.database");
        try {
            prepare(Path.of(System.getProperty("it.target"), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Examples.forget();
        FakeGateway.forgetAll();
        FlakyGateway.GATEWAY.forget();
    }

    private static void prepare(Path folder) throws IOException {
        var ear = copyServer(folder);
        StrangersApp.dropInto(ear);
        Ports.choose();
        if (PostgreSql.isAsked()) {
            PostgreSql.start();
        }
        if (Ngircd.isInstalled()) {
            Ngircd.start();
        }
        Files.writeString(folder.resolve("rapidsms.properties"), ServerProperties.ofThisRun());
        var secrets = Files.createDirectories(folder.resolve("configuration").resolve("secrets"));
        Files.writeString(secrets.resolve("rapidsms.backends.by-secret.engine"), "http\n");
        System.setProperty("it.server", folder.toString());
    }

    /**
     * Makes a folder with the server's configuration and the EAR, in place of the one that is
     * there.
     *
     * @return the EAR
     */
    static Path copyServer(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder.resolve("deployments"));
        copyConfiguration(
                Path.of(System.getProperty("it.jboss.home"), "standalone", "configuration"),
                Files.createDirectories(folder.resolve("configuration")));
        var ear = folder.resolve("deployments").resolve("rapidsms.ear");
        return Files.copy(Path.of(System.getProperty("it.ear")), ear);
    }

    /** Without the history that a server writes beside its configuration. */
    private static void copyConfiguration(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
