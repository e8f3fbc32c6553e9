package org.rapidsms.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with apps that are not ours, made of the classes of these tests. */
final class DroppedInJar {

    private static final String BEANS_XML =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
                   bean-discovery-mode="annotated"/>
            """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    DroppedInJar() {
        add("META-INF/beans.xml", BEANS_XML);
    }

    DroppedInJar add(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file of the tests' own class path. */
    DroppedInJar addFile(String name) throws IOException {
        try (var stream = DroppedInJar.class.getClassLoader().getResourceAsStream(name)) {
            entries.put(name, stream.readAllBytes());
        }
        return this;
    }

    DroppedInJar add(Class<?> type) throws IOException {
        for (var inner : type.getDeclaredClasses()) {
            add(inner);
        }
        return addFile(type.getName().replace('.', '/') + ".class");
    }

    /** Puts it into the {@code lib} of an EAR, as the run command does with {@code apps/}. */
    void dropInto(Path ear, String name) throws IOException {
        try (var files = FileSystems.newFileSystem(ear)) {
            Files.write(files.getPath("lib", name), bytes());
        }
    }

    private byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
