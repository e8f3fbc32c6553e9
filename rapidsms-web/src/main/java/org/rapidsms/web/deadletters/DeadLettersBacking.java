package org.rapidsms.web.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.queue.DeadLetter;
import org.rapidsms.queue.DeadLetters;
import org.rapidsms.web.deadletters.DeadLetterRows.Numbered;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/**
 * Behind {@code /deadletters/}. Letters that its address names are those that are to be dropped.
 */
@Named
@RequestScoped
public class DeadLettersBacking {

    private static final int PAGE_SIZE = 25;

    /** Letters that are ticked in the list. */
    private static final String LETTER = "letter";

    /** Letters of which it is asked whether to drop them. */
    private static final String DROP = "drop";

    @Inject DeadLetters letters;

    @Inject HttpServletRequest request;

    @Inject
    @Param(pathIndex = 0)
    String surplus;

    @Inject @Param String before;

    @Inject @Param String after;

    private List<DeadLetter> oldest;
    private Page<Numbered> page;

    /** Says that there is nothing further down. */
    public void load() {
        if (surplus != null && !surplus.isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    /** Asked for anew by a form that comes back. */
    private List<DeadLetter> oldest() {
        if (oldest == null) {
            oldest = letters.oldest();
        }
        return oldest;
    }

    private Set<String> ids(String parameter) {
        var values = request.getParameterValues(parameter);
        return values == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(values));
    }

    /** Puts the letters that are ticked back into their queues. */
    public void again() {
        var chosen = ids(LETTER);
        long done = chosen.stream().filter(letters::again).count();
        say(Texts.of("lettersAgain", done), done < chosen.size() || done == 0);
    }

    /** Asks whether to drop the letters that are ticked. */
    public void ask() {
        var chosen = ids(LETTER);
        if (chosen.isEmpty()) {
            say(Texts.of("noLetterChosen"), true);
        } else {
            show(chosen.stream().map(this::named).collect(Collectors.joining("&", "?", "")));
        }
    }

    private String named(String id) {
        return DROP + "=" + URLEncoder.encode(id, UTF_8);
    }

    /** Drops letters for good. */
    public void drop() {
        long done = ids(DROP).stream().filter(letters::drop).count();
        say(Texts.of("lettersDropped", done), done == 0);
    }

    private static void say(String what, boolean isWarning) {
        var severity = isWarning ? FacesMessage.SEVERITY_WARN : FacesMessage.SEVERITY_INFO;
        Messages.addFlashGlobal(new FacesMessage(severity, what, ""));
        show("");
    }

    private static void show(String query) {
        Faces.redirect(Faces.getRequestContextPath() + "/deadletters/" + query);
    }

    public Page<Numbered> getPage() {
        if (page == null) {
            page = Page.of(new DeadLetterRows(oldest()), before, after, PAGE_SIZE);
        }
        return page;
    }

    /** The letters that will be dropped if whoever is looking says so; none if nobody asked. */
    public List<DeadLetter> getDoomed() {
        var ids = ids(DROP);
        return ids.isEmpty()
                ? List.of()
                : oldest().stream().filter(letter -> ids.contains(letter.id())).toList();
    }

    /** The question whether to drop them. */
    public String getQuestion() {
        return Texts.of("dropLetters", getDoomed().size());
    }

    /** What is said if there are more letters than are looked at. */
    public String getOnlyOldest() {
        return Texts.of("onlyOldestLetters", DeadLetters.MOST);
    }

    public boolean isMore() {
        return oldest().size() == DeadLetters.MOST;
    }

    /** How often a letter was tried. */
    public String attempts(DeadLetter letter) {
        return Texts.of("letterAttempts", letter.attempts());
    }
}
