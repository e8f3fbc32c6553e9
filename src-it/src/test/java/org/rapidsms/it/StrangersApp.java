package org.rapidsms.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.example.MarcoPolo;
import org.rapidsms.it.stranger.Born;
import org.rapidsms.it.stranger.Broadcast;
import org.rapidsms.it.stranger.Clinics;
import org.rapidsms.it.stranger.ClinicsEntry;
import org.rapidsms.it.stranger.Crowd;
import org.rapidsms.it.stranger.HomeVillage;
import org.rapidsms.it.stranger.Job;
import org.rapidsms.it.stranger.StrangersSchema;
import org.rapidsms.it.stranger.Troublemaker;
import org.rapidsms.it.stranger.Village;
import org.rapidsms.it.stranger.Villages;
import org.rapidsms.schema.AppSchema;

/** A jar with apps that are not ours, the README's among them, and a page. */
final class StrangersApp {

    private static final List<Class<?>> BEANS =
            List.of(
                    Born.class,
                    Broadcast.class,
                    Clinics.class,
                    ClinicsEntry.class,
                    Crowd.class,
                    HomeVillage.class,
                    Job.class,
                    MarcoPolo.class,
                    StrangersSchema.class,
                    Troublemaker.class,
                    Village.class,
                    Villages.class);
    private static final List<String> FILES =
            List.of(
                    "org/rapidsms/it/stranger/phrases.properties",
                    "org/rapidsms/it/stranger/phrases_fr.properties",
                    "META-INF/resources/clinics.xhtml",
                    "META-INF/resources/staff/clinics.xhtml",
                    "META-INF/resources/clinics/clinics.css",
                    "META-INF/resources/clinics/clinics.js");
    private static final String TABLES =
            """
            CREATE SEQUENCE village_seq INCREMENT BY 50;
            CREATE TABLE village (
                id         BIGINT PRIMARY KEY,
                name       VARCHAR(50) NOT NULL,
                people     BIGINT,
                headman_id BIGINT REFERENCES contact ON DELETE SET NULL,
                CONSTRAINT village_name_is_unique UNIQUE (name)
            );
            """;
    private static final String BEANS_XML =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
                   bean-discovery-mode="annotated"/>
            """;

    private StrangersApp() {}

    /** Puts the jar into the {@code lib} of an EAR, as the run command does with {@code apps/}. */
    static void dropInto(Path ear) throws IOException {
        try (var files = FileSystems.newFileSystem(ear)) {
            Files.write(files.getPath("lib", "strangers-app.jar"), jar());
        }
    }

    private static byte[] jar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            add(jar, "META-INF/beans.xml", BEANS_XML.getBytes(StandardCharsets.UTF_8));
            add(jar, "db/apps/stranger/V1__villages.sql", TABLES.getBytes(StandardCharsets.UTF_8));
            add(
                    jar,
                    "META-INF/services/" + AppSchema.class.getName(),
                    StrangersSchema.class.getName().getBytes(StandardCharsets.UTF_8));
            for (var file : FILES) {
                add(jar, file, bytesOf(file));
            }
            for (var bean : BEANS) {
                var name = bean.getName().replace('.', '/') + ".class";
                add(jar, name, bytesOf(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytesOf(String resource) {
        try (var stream = StrangersApp.class.getClassLoader().getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
