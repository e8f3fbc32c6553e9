package org.rapidsms.web.messaging;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.Recipients;
import org.rapidsms.message.Messaging;
import org.rapidsms.text.Segments;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /messaging/}: whom to write to, and what. */
@Named
@ViewScoped
public class MessagingBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SUGGESTIONS = 25;
    private static final int MOST_UNASKED = 100;

    @Inject Recipients recipients;

    @Inject Messaging messaging;

    private ArrayList<Recipient> chosen = new ArrayList<>();
    private String text = "";
    private int asked;
    private String sent;

    /** The recipients that match what was typed. */
    public List<Recipient> suggest(String words) {
        return recipients.find(words, MOST_SUGGESTIONS).stream().map(Recipient::of).toList();
    }

    /** Sends, unless something is missing or so many recipients must be confirmed. */
    public void send() throws IOException {
        if (isComplete()) {
            if (chosen.size() > MOST_UNASKED) {
                asked = chosen.size();
            } else {
                sendNow();
            }
        }
    }

    /** Sends to as many as were asked about; asks again if there are more or fewer now. */
    public void confirm() throws IOException {
        if (isComplete() && asked == chosen.size()) {
            sendNow();
        } else {
            asked = chosen.size() > MOST_UNASKED ? chosen.size() : 0;
        }
    }

    private boolean isComplete() {
        boolean allAreThere = !chosen.remove(Recipient.GONE);
        if (!allAreThere) {
            complain("recipients", Texts.of("recipientGone"));
        } else if (chosen.isEmpty()) {
            complain("recipients", Texts.of("recipientsMissing"));
        }
        if (text.isBlank()) {
            Components.<UIInput>findComponent("composer:text").setValid(false);
            complain("text", Texts.of("messageMissing"));
        }
        return allAreThere && !chosen.isEmpty() && !text.isBlank();
    }

    private static void complain(String field, String words) {
        Messages.add(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    private void sendNow() throws IOException {
        if (write()) {
            Messages.addFlashGlobal(
                    new FacesMessage(
                            FacesMessage.SEVERITY_INFO,
                            Texts.of("messageTaken", chosen.size()),
                            Texts.of("messageTakenHint")));
            var external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/messaging/" + sent + "/");
        } else {
            Messages.addGlobal(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            Texts.of("messageDropped"),
                            Texts.of("messageDroppedHint")));
        }
    }

    /**
     * The second click of a double one comes while, or after, the first is worked on: this page
     * sends one message, and no other.
     *
     * @return false if an app has dropped the message
     */
    private synchronized boolean write() {
        if (sent == null) {
            var ids = chosen.stream().map(Recipient::id).toList();
            var message = messaging.send(text, recipients.withIds(ids));
            sent = message.processed() ? message.id() : null;
        }
        return sent != null;
    }

    /** How many recipients must be confirmed; 0 if none. */
    public int getAsked() {
        return asked;
    }

    /** What is asked then. */
    public String getQuestion() {
        return Texts.of("manyRecipients", asked);
    }

    /** What the button says that confirms. */
    public String getConfirmation() {
        return Texts.of("sendToMany", asked);
    }

    /** What the text would cost for each phone. */
    public Segments getSegments() {
        return Segments.of(text);
    }

    public List<Recipient> getChosen() {
        return chosen;
    }

    /** Somebody who is chosen twice is one recipient. */
    public void setChosen(List<Recipient> chosen) {
        this.chosen = new ArrayList<>(new LinkedHashSet<>(chosen == null ? List.of() : chosen));
    }

    public String getText() {
        return text;
    }

    /** Browsers send the end of a line as two characters, which would cost twice. */
    public void setText(String text) {
        this.text = Objects.requireNonNullElse(text, "").replace("\r\n", "\n");
    }
}
