package org.rapidsms.web.backends;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.Journeys;
import org.rapidsms.message.Messaging;
import org.rapidsms.web.frame.Texts;
import org.rapidsms.web.messagelog.State;
import org.rapidsms.web.messagelog.TransmissionLine;
import org.rapidsms.web.messagelog.TransmissionRows;

/** Behind the form that tries a backend with a message, and what became of that. */
@Named
@ViewScoped
public class TestMessageBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Looking on would keep whoever forgot the page logged in. */
    private static final int MOST_LOOKS = 150;

    @Inject Messaging messaging;

    @Inject Journeys journeys;

    @Inject BackendBacking backend;

    /** The message that was sent; null before. */
    @Inject @Param String sent;

    private String identity = "";
    private String text;
    private List<TransmissionLine> result;
    private int looks;
    private boolean isSent;

    @PostConstruct
    void suggest() {
        text = Texts.of("testText");
    }

    /** Sends the message as any other. The second click of a double one sends no other. */
    public synchronized void send() {
        var phone = identity.strip();
        if (phone.chars().anyMatch(Character::isISOControl)) {
            Messages.addError("identity", Texts.of("identityStrange"));
        } else if (!isSent) {
            var name = backend.getName();
            var message = messaging.send(text, messaging.lookupConnections(name, List.of(phone)));
            isSent = true;
            show(name, message.processed() ? "?sent=" + message.id() : "");
        }
    }

    private static void show(String name, String query) {
        if (query.isEmpty()) {
            Messages.addFlashGlobal(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            Texts.of("messageDropped"),
                            Texts.of("messageDroppedHint")));
        }
        Faces.redirect(Faces.getRequestContextPath() + "/backends/" + name + "/" + query);
    }

    /** Shows what has changed. */
    public void look() {
        looks++;
        result = null;
    }

    /** What became of the message; empty if none was sent by this backend. */
    public List<TransmissionLine> getResult() {
        if (result == null) {
            var lines =
                    sent == null
                            ? List.<TransmissionLine>of()
                            : new TransmissionRows(journeys, sent).after(0, 1);
            result =
                    lines.stream()
                            .filter(line -> line.getBackend().equals(backend.getName()))
                            .toList();
        }
        return result;
    }

    /** Whether there is nothing more to wait for. */
    public boolean isFinished() {
        return looks > MOST_LOOKS
                || getResult().stream().allMatch(l -> l.getState() == State.DELIVERED || l.isBad());
    }

    public String getSent() {
        return sent;
    }

    public int getMostIdentity() {
        return Connection.IDENTITY_LENGTH;
    }

    public String getIdentity() {
        return identity;
    }

    public void setIdentity(String identity) {
        this.identity = identity;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
