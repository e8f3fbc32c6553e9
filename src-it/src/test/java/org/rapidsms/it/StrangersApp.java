package org.rapidsms.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.example.MarcoPolo;
import org.rapidsms.it.stranger.Born;
import org.rapidsms.it.stranger.Broadcast;
import org.rapidsms.it.stranger.Clinics;
import org.rapidsms.it.stranger.ClinicsEntry;
import org.rapidsms.it.stranger.Crowd;
import org.rapidsms.it.stranger.HomeVillage;
import org.rapidsms.it.stranger.Job;
import org.rapidsms.it.stranger.StrangersSchema;
import org.rapidsms.it.stranger.Stumbler;
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
                    Stumbler.class,
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

    private StrangersApp() {}

    /** Puts the jar into the {@code lib} of an EAR, as the run command does with {@code apps/}. */
    static void dropInto(Path ear) throws IOException {
        var jar =
                new DroppedInJar()
                        .add("db/apps/stranger/V1__villages.sql", TABLES)
                        .add(
                                "META-INF/services/" + AppSchema.class.getName(),
                                StrangersSchema.class.getName());
        for (var file : FILES) {
            jar.addFile(file);
        }
        for (var bean : BEANS) {
            jar.add(bean);
        }
        jar.dropInto(ear, "strangers-app.jar");
    }
}
