package org.rapidsms.web.httptester;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.primefaces.PrimeFaces;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /httptester/IDENTITY/}: the page of one phone. */
@Named
@ViewScoped
public class HttpTesterBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LOWEST = 111_111;
    private static final int HIGHEST = 999_999;
    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int MOST_MESSAGES = 1000;
    private static final int MOST_LOOKS = 900;

    @Inject Tester tester;

    @Inject
    @Param(pathIndex = 0)
    String phone;

    @Inject
    @Param(pathIndex = 1)
    String surplus;

    @Inject @Param String before;

    @Inject @Param String after;

    private String identity;
    private String text;
    private transient Part file;
    private Page<BackendMessage> page;
    private ArrayList<String> written;
    private int looks;

    /** Shows the phone of the address; gives a number to somebody who has none. */
    public void load() throws IOException {
        if (phone == null || phone.isEmpty()) {
            show(Integer.toString(new SecureRandom().nextInt(LOWEST, HIGHEST + 1)));
        } else if (PhoneNumber.isValid(phone) && surplus == null) {
            identity = phone;
            page = tester.page(before, after);
        } else {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    /** Writes what was typed, or the texts of the file if there is one. */
    public void send() throws IOException {
        if (file == null) {
            send(List.of(text), Texts.of("sentMessage"));
        } else if (file.getSize() > LARGEST_FILE) {
            complain(getFileTooLarge());
        } else {
            sendFile();
        }
    }

    private void sendFile() throws IOException {
        try {
            var texts = TextFile.read(bytes());
            if (texts.size() > MOST_MESSAGES) {
                complain(Texts.of("fileTooLong", texts.size(), MOST_MESSAGES));
            } else {
                send(texts, Texts.of("sentBulkMessages", texts.size()));
            }
        } catch (TextFile.NotUtf8Exception e) {
            complain(Texts.of("fileNotUtf8", e.line()));
        }
    }

    private void send(List<String> texts, String said) throws IOException {
        write(texts);
        Messages.addFlashGlobal(notice(said, Texts.of("sentHint")));
        show(identity);
    }

    private static void complain(String said) {
        Components.<UIInput>findComponent("tester:file").setValid(false);
        Messages.add("file", new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }

    /** The second click of a double one comes while, or after, the first is worked on. */
    private synchronized void write(List<String> texts) {
        var now = new ArrayList<>(texts);
        now.add(0, identity);
        if (!now.equals(written)) {
            tester.write(identity, texts);
            written = now;
        }
    }

    private byte[] bytes() throws IOException {
        try (var input = file.getInputStream()) {
            return input.readAllBytes();
        }
    }

    private static FacesMessage notice(String summary, String detail) {
        return new FacesMessage(FacesMessage.SEVERITY_INFO, summary, detail);
    }

    public void clear() throws IOException {
        tester.clear(identity);
        Messages.addFlashGlobal(notice(Texts.of("clearedMessages", identity), ""));
        show(identity);
    }

    public void clearAll() throws IOException {
        tester.clearAll();
        Messages.addFlashGlobal(notice(Texts.of("clearedAllMessages"), ""));
        show(phone);
    }

    private static void show(String identity) throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/httptester/" + identity + "/");
    }

    /** Shows the list anew if it has changed. */
    public void look() {
        looks++;
        var now = tester.page(null, null);
        if (!keys(now).equals(keys(page))) {
            page = now;
            PrimeFaces.current().ajax().update("messages");
        }
    }

    /** Whether nobody did anything here for half an hour; looking on would keep them logged in. */
    public boolean isTired() {
        return looks > MOST_LOOKS;
    }

    /** How large a file may be, in bytes. */
    public int getLargestFile() {
        return LARGEST_FILE;
    }

    /** What is said of a larger one. */
    public String getFileTooLarge() {
        return Texts.of("fileTooLarge", LARGEST_FILE / 1024);
    }

    private static List<Long> keys(Page<BackendMessage> page) {
        return page.getRows().stream().map(BackendMessage::getId).toList();
    }

    /** The number of the phone in the form. */
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
        this.text = Objects.requireNonNullElse(text, "");
    }

    /** The file of texts, or null. */
    public Part getFile() {
        return file;
    }

    /** Browsers send a part without a name when no file was chosen. */
    public void setFile(Part file) {
        boolean chosen =
                file != null
                        && file.getSubmittedFileName() != null
                        && !file.getSubmittedFileName().isEmpty();
        this.file = chosen ? file : null;
    }

    public Page<BackendMessage> getPage() {
        return page;
    }
}
