package org.rapidsms.web.backends;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.backend.BackendStates;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /backends/NAME/}: one backend, and the switch that stops it. */
@Named
@ViewScoped
public class BackendBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject BackendLines lines;

    @Inject BackendStates states;

    @Inject ServerProperties properties;

    @Inject
    @Param(pathIndex = 0)
    String name;

    @Inject
    @Param(pathIndex = 1)
    String surplus;

    private transient BackendLine line;

    /** Says that there is no such backend. */
    public void load() {
        if (isWanted() && (surplus != null || lines.find(name).isEmpty())) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    /** Has nothing more sent. */
    public void stop() {
        states.stop(name, Faces.getRemoteUser());
        say(Texts.of("stoppedNow", name), Texts.of("stoppedNowHint"));
    }

    /** Lets it send again. */
    public void start() {
        states.start(name, Faces.getRemoteUser());
        say(Texts.of("startedNow", name), "");
    }

    private void say(String what, String more) {
        Messages.addFlashGlobal(new FacesMessage(FacesMessage.SEVERITY_INFO, what, more));
        Faces.redirect(Faces.getRequestContextPath() + "/backends/" + name + "/");
    }

    /** Whether the address names a backend. */
    public boolean isWanted() {
        return name != null && !name.isEmpty();
    }

    public String getName() {
        return name;
    }

    /** What is known of it. */
    public BackendLine getLine() {
        if (line == null) {
            line = lines.find(name).orElseThrow();
        }
        return line;
    }

    /** A setting as it may be shown. */
    public record Setting(String name, String value) {}

    /** What is set for it, by name, without secrets. */
    public List<Setting> getSettings() {
        Map<String, String> shown = properties.shown("rapidsms.backends." + name);
        return shown.entrySet().stream()
                .map(e -> new Setting(e.getKey(), e.getValue().replace("***", "••••")))
                .collect(Collectors.toList());
    }
}
