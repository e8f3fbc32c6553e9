package org.rapidsms.cli.migration;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Makes properties of what RapidSMS and Kannel were configured with. */
public final class Migration {

    private final Sheet sheet = new Sheet();
    private final String server;
    private final List<KannelConf> kannels = new ArrayList<>();

    /**
     * @param server the address of this server as gateways see it
     */
    public Migration(String server) {
        this.server = server.replaceAll("/+$", "");
        sheet.note(
                "Made from other settings, for rapidsms.properties. Read it, and do what is to do.");
    }

    /**
     * Takes a file: settings of RapidSMS as JSON, or a {@code kannel.conf}.
     *
     * @throws IllegalArgumentException if it is neither; the message says why
     */
    public void add(String file) {
        if (file.stripLeading().startsWith("{")) {
            new DjangoSettings(sheet, server).add(json(file));
        } else {
            kannels.add(KannelConf.read(file));
        }
    }

    private static JsonObject json(String file) {
        try {
            return Json.parse(file).asObject();
        } catch (ParseException e) {
            throw new IllegalArgumentException("This is no JSON: " + e.getMessage(), e);
        }
    }

    /** The properties. What Kannel says comes last: it explains what RapidSMS has said before. */
    public String properties() {
        kannels.forEach(conf -> new KannelBackends(sheet, server, conf).add());
        kannels.clear();
        return sheet.toString();
    }
}
