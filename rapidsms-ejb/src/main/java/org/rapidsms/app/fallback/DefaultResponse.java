package org.rapidsms.app.fallback;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.rapidsms.app.App;
import org.rapidsms.app.Phrases;
import org.rapidsms.message.IncomingMessage;

/**
 * Answers what no app has handled with {@code rapidsms.default-response}, in which {@code
 * {project_name}} stands for {@code rapidsms.project-name}. If that is not set, the answer is in
 * the language of whoever wrote; if it is set to nothing, there is none.
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
public class DefaultResponse implements App {

    private static final String SETTING = "rapidsms.default-response";
    private static final Phrases PHRASES = Phrases.of(DefaultResponse.class);

    private final Optional<String> template;
    private final String projectName;

    /** For CDI only. */
    protected DefaultResponse() {
        this(Optional.empty(), "");
    }

    @Inject
    DefaultResponse(Config config) {
        this(
                template(config),
                config.getOptionalValue("rapidsms.project-name", String.class).orElse("RapidSMS"));
    }

    /**
     * This answer: for tests.
     *
     * @param template empty for the one that is in all languages
     */
    public DefaultResponse(Optional<String> template, String projectName) {
        this.template = template;
        this.projectName = projectName;
    }

    /** An empty property is set, though MicroProfile Config has no value for it. */
    private static Optional<String> template(Config config) {
        var set = config.getConfigValue(SETTING);
        if (set.getSourceName() == null) {
            return Optional.empty();
        }
        return Optional.of(Objects.requireNonNullElse(set.getValue(), ""));
    }

    @Override
    public String name() {
        return "default";
    }

    @Override
    public boolean fallback(IncomingMessage message) {
        var answer = template.map(this::filled).orElseGet(() -> inTheirLanguage(message));
        if (!answer.isEmpty()) {
            message.error(answer);
        }
        return false;
    }

    private String inTheirLanguage(IncomingMessage message) {
        return PHRASES.to(message, "notUnderstood", projectName);
    }

    private String filled(String answer) {
        return answer.replace("{project_name}", projectName)
                .replace("%(project_name)s", projectName);
    }
}
