package org.rapidsms.web.httptester;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;
import org.rapidsms.web.messagelog.Step;

/** Behind {@code /httptester/IDENTITY/IDENTITY/}: phones side by side, each with what was said. */
@Named
@ViewScoped
public class HttpTesterBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LOWEST = 111_111;
    private static final int HIGHEST = 999_999;
    private static final int MOST_LOOKS = 900;
    private static final String TYPED = HttpTesterBacking.class.getName() + ".typed";

    @Inject Tester tester;

    @Inject @Param String at;

    @Inject @Param String phone;

    @Inject @Param String before;

    @Inject @Param String after;

    private final ArrayList<Phone> phones = new ArrayList<>();
    private ArrayList<String> recent = new ArrayList<>();
    private transient List<Step> steps;
    private String current;
    private String identity = "";
    private String complaint = "";
    private int looks;

    /** Shows the phones of the address; gives a number to somebody who has none. */
    public void load() throws IOException {
        var address = TesterAddress.read(Faces.getRequestPathInfo());
        if (address.isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        } else if (address.get().phones().isEmpty()) {
            var number = Integer.toString(new SecureRandom().nextInt(LOWEST, HIGHEST + 1));
            show(List.of(number), number);
        } else {
            load(address.get());
        }
    }

    private void load(TesterAddress address) {
        address.shown().forEach(number -> phones.add(new Phone(number, page(number))));
        current = address.shown().contains(at) ? at : address.shown().get(0);
        recent = new ArrayList<>(tester.recent(address.shown()));
        if (address.isTooLong()) {
            complaint = Texts.of("tooManyPhones", TesterAddress.MOST);
        }
        Map<String, String> typed = Faces.removeSessionAttribute(TYPED);
        if (typed != null) {
            phones.forEach(p -> p.setText(typed.get(p.getIdentity())));
            setIdentity(typed.get(""));
        }
    }

    /** Only one phone at a time is looked at in the past. */
    private Page<Said> page(String number) {
        return number.equals(phone)
                ? tester.page(number, before, after)
                : tester.page(number, null, null);
    }

    /** Writes what was typed on a phone, or the texts of its file if there is one. */
    public void send(Phone from) throws IOException {
        current = from.getIdentity();
        var texts = from.texts();
        if (texts == null) {
            return;
        }
        if (from.isNew(texts)) {
            tester.write(from.getIdentity(), texts);
        }
        say(from.hasFile() ? Texts.of("sentBulkMessages", texts.size()) : Texts.of("sentMessage"));
        from.setText("");
        show(numbers(), current);
    }

    private static void say(String said) {
        Messages.addFlashGlobal(
                new FacesMessage(FacesMessage.SEVERITY_INFO, said, Texts.of("sentHint")));
    }

    /** Puts another phone beside these. */
    public void open() throws IOException {
        open(identity.strip());
    }

    /** Puts this phone beside the others. */
    public void open(String number) throws IOException {
        if (!PhoneNumber.isValid(number)) {
            complaint = PhoneNumber.complaint(number);
        } else if (numbers().contains(number)) {
            complaint = Texts.of("phoneIsOpen", number);
        } else if (isFull()) {
            complaint = Texts.of("tooManyPhones", TesterAddress.MOST);
        } else {
            var all = new ArrayList<>(numbers());
            all.add(number);
            identity = "";
            show(all, number);
        }
    }

    /** Takes a phone from the page; what was said with it stays. */
    public void close(Phone closed) throws IOException {
        phones.remove(closed);
        show(numbers(), null);
    }

    /** Forgets what was said with a phone. */
    public void clear(Phone cleared) throws IOException {
        tester.clear(cleared.getIdentity());
        told(Texts.of("clearedMessages", cleared.getIdentity()));
        show(numbers(), cleared.getIdentity());
    }

    /** Forgets what was said with all phones. */
    public void clearAll() throws IOException {
        tester.clearAll();
        told(Texts.of("clearedAllMessages"));
        show(numbers(), current);
    }

    private static void told(String said) {
        Messages.addFlashGlobal(new FacesMessage(FacesMessage.SEVERITY_INFO, said, ""));
    }

    /** Where only one phone has room: shows this one. */
    public void look(Phone at) throws IOException {
        show(numbers(), at.getIdentity());
    }

    /** Goes to the page of these phones; what is being typed there goes along. */
    private void show(List<String> numbers, String current) throws IOException {
        var typed = new HashMap<String, String>();
        phones.forEach(p -> typed.put(p.getIdentity(), p.getText()));
        typed.put("", identity);
        Faces.setSessionAttribute(TYPED, typed);
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(
                external.getRequestContextPath() + new TesterAddress(numbers).path(current));
    }

    private List<String> numbers() {
        return phones.stream().map(Phone::getIdentity).toList();
    }

    /** Shows those conversations anew that have changed. */
    public void look() {
        looks++;
        var changed = FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds();
        for (int i = 0; i < phones.size(); i++) {
            if (phones.get(i).show(tester.page(phones.get(i).getIdentity(), null, null))) {
                changed.add("phones:" + i + ":messages");
                changed.add("phones:" + i + ":past");
                changed.add("happened");
                steps = null;
            }
        }
    }

    /** What the apps did with what was written last on the first phone. */
    public List<Step> getSteps() {
        if (steps == null) {
            steps = tester.steps(phones.get(0).getPage().getRows());
        }
        return steps;
    }

    /** Whether nobody did anything here for half an hour; looking on would keep them logged in. */
    public boolean isTired() {
        return looks > MOST_LOOKS;
    }

    /** The phones that are side by side. */
    public List<Phone> getPhones() {
        return phones;
    }

    /** Whether a phone is the one that is seen where only one has room. */
    public boolean isCurrent(Phone one) {
        return one.getIdentity().equals(current);
    }

    public boolean isFull() {
        return phones.size() >= TesterAddress.MOST;
    }

    /** Other phones that were written with. */
    public List<String> getRecent() {
        return recent;
    }

    /** How large a file may be, in bytes. */
    public int getLargestFile() {
        return Phone.LARGEST_FILE;
    }

    /** What is said of a larger one. */
    public String getFileTooLarge() {
        return Phone.tooLarge();
    }

    /** The number that is typed for another phone. */
    public String getIdentity() {
        return identity;
    }

    public void setIdentity(String identity) {
        this.identity = Objects.requireNonNullElse(identity, "");
    }

    /** What is wrong with that number; empty if nothing is. */
    public String getComplaint() {
        return complaint;
    }
}
