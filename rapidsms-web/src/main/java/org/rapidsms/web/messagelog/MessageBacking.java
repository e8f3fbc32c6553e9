package org.rapidsms.web.messagelog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Journeys;
import org.rapidsms.message.Message;
import org.rapidsms.message.ReceivedReport;
import org.rapidsms.message.Setback;
import org.rapidsms.message.Status;
import org.rapidsms.router.Incoming;
import org.rapidsms.text.Segments;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /messagelog/MESSAGE-ID/}: all that is known of one message. */
@Named
@RequestScoped
public class MessageBacking {

    private static final int MOST = 100;

    @Inject Journeys journeys;

    @Inject Incoming incoming;

    @Inject
    @Param(pathIndex = 0)
    String id;

    @Inject
    @Param(pathIndex = 1)
    String surplus;

    private Message message;
    private List<Message> answers = List.of();
    private List<TransmissionLine> transmissions = List.of();
    private List<ReceivedReport> reports = List.of();
    private List<Setback> setbacks = List.of();
    private boolean more;

    /** Finds the message of the address, if it names one. */
    public void load() {
        if (isWanted()) {
            if (known() == null) {
                Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } else {
                read();
            }
        }
    }

    /** Null if there is none. A form that comes back asks for it without {@link #load}. */
    private Message known() {
        if (message == null && isWanted() && surplus == null) {
            message = journeys.find(id).orElse(null);
        }
        return message;
    }

    private void read() {
        answers = journeys.answers(id, MOST);
        reports = journeys.reports(id, MOST);
        setbacks = journeys.setbacks(id, MOST);
        var found = new TransmissionRows(journeys, id).after(0, MOST + 1);
        more = found.size() > MOST;
        transmissions = more ? found.subList(0, MOST) : found;
    }

    /** Lets the apps see a message once more over which one of them failed. */
    public void again() {
        var found = incoming.again(id);
        var severity = found ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN;
        var said = found ? Texts.of("shownAgain") : Texts.of("notShownAgain");
        Messages.addFlashGlobal(new FacesMessage(severity, said, ""));
        Faces.redirect(Faces.getRequestContextPath() + "/messagelog/" + id + "/");
    }

    /** Whether an app has failed over it, so that it may be shown to them once more. */
    public boolean isRepeatable() {
        return known() != null && isIncoming() && message.getStatus() == Status.ERRORED;
    }

    /** Whether the address names a message. */
    public boolean isWanted() {
        return id != null && !id.isEmpty();
    }

    /** What the message is called. */
    public String getTitle() {
        if (transmissions.size() == 1) {
            var line = transmissions.get(0);
            var who = line.getName().isEmpty() ? line.getIdentity() : line.getName();
            return isIncoming() ? Texts.of("messageFrom", who) : Texts.of("messageTo", who);
        }
        return Texts.of("messageToMany");
    }

    public boolean isIncoming() {
        return known().getDirection() == Direction.INCOMING;
    }

    /** How far it has come as a whole: an outgoing one has failed if it has for anyone. */
    public State getState() {
        return isIncoming() ? State.ofIncoming(known()) : State.ofOutgoing(known().getStatus());
    }

    /** What the apps did with it, phase by phase; empty while nobody knows. */
    public List<Step> getSteps() {
        return Step.of(known());
    }

    /** What the text costs for each phone. */
    public Segments getSegments() {
        return Segments.of(known().getText());
    }

    public Message getMessage() {
        return known();
    }

    /** What was answered to it; the first hundred. */
    public List<Message> getAnswers() {
        return answers;
    }

    /** Its transmissions; the first hundred. */
    public List<TransmissionLine> getTransmissions() {
        return transmissions;
    }

    /** What gateways have told of it; the first hundred. */
    public List<ReceivedReport> getReports() {
        return reports;
    }

    /** What went wrong when it was sent; the first hundred. */
    public List<Setback> getSetbacks() {
        return setbacks;
    }

    /** The state that a report tells of. */
    public State stateOf(ReceivedReport report) {
        return State.ofOutgoing(report.getState());
    }

    /** Whether there are more transmissions than are shown. */
    public boolean isMore() {
        return more;
    }
}
