package org.rapidsms.app.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapidsms.app.KeywordHandler;
import org.rapidsms.app.Phrases;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.IncomingMessage;

/**
 * Sets the language of whoever sends {@code LANGUAGE <CODE>}; the language's name, in English or in
 * itself, does as well. {@code rapidsms.languages} lists which there are.
 */
@ApplicationScoped
public class Language extends KeywordHandler {

    private static final Phrases PHRASES = Phrases.of(Language.class);
    private static final String SPOKEN = "en,fr,es,pt,ar,sw";

    private final List<Locale> languages;

    /** For CDI only. */
    protected Language() {
        this(SPOKEN);
    }

    /**
     * @param tags the language tags (BCP 47) to choose from, with commas between them
     * @throws java.util.IllformedLocaleException if one is no such tag
     */
    @Inject
    public Language(
            @ConfigProperty(name = "rapidsms.languages", defaultValue = SPOKEN) String tags) {
        super("language|lang");
        languages =
                Arrays.stream(tags.split(","))
                        .map(tag -> new Locale.Builder().setLanguageTag(tag.strip()).build())
                        .toList();
    }

    @Override
    protected void handle(IncomingMessage message, String rest) {
        var wanted = rest.strip();
        message.contact()
                .ifPresentOrElse(
                        contact -> speak(message, contact, wanted),
                        () -> message.error(PHRASES.to(message, "joinFirst")));
    }

    private void speak(IncomingMessage message, Contact contact, String wanted) {
        find(wanted)
                .ifPresentOrElse(
                        language -> {
                            contact.setLanguage(language.toLanguageTag());
                            message.respond(PHRASES.to(message, "speaks", name(language)));
                        },
                        () -> message.error(PHRASES.to(message, "speaksNot", wanted)));
    }

    private Optional<Locale> find(String wanted) {
        return languages.stream()
                .filter(
                        language ->
                                wanted.equalsIgnoreCase(language.toLanguageTag())
                                        || wanted.equalsIgnoreCase(
                                                language.getDisplayName(Locale.ENGLISH))
                                        || wanted.equalsIgnoreCase(name(language)))
                .findFirst();
    }

    /** As its own speakers call it. */
    private static String name(Locale language) {
        return language.getDisplayName(language);
    }

    @Override
    protected void help(IncomingMessage message) {
        message.respond(PHRASES.to(message, "languageHelp"));
    }
}
