package org.rapidsms.web.httptester;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** One phone on the tester's page: its conversation, and what is being typed there. */
public final class Phone implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How large a file of messages may be, in bytes. */
    static final int LARGEST_FILE = 1024 * 1024;

    private static final int MOST_MESSAGES = 1000;

    private final String identity;
    private Page<Said> page;
    private String text = "";
    private transient Part file;
    private String complaint = "";
    private List<String> written;

    Phone(String identity, Page<Said> page) {
        this.identity = identity;
        this.page = page;
    }

    /**
     * The messages to write: those of the file if there is one, else what was typed.
     *
     * @return null if they cannot be written; then there is a complaint
     */
    List<String> texts() throws IOException {
        complaint = "";
        if (file == null) {
            return List.of(text);
        }
        if (file.getSize() > LARGEST_FILE) {
            return complain(tooLarge());
        }
        try {
            var texts = TextFile.read(bytes());
            return texts.size() > MOST_MESSAGES
                    ? complain(Texts.of("fileTooLong", texts.size(), MOST_MESSAGES))
                    : texts;
        } catch (TextFile.NotUtf8Exception e) {
            return complain(Texts.of("fileNotUtf8", e.line()));
        }
    }

    /** What is said of a file that is too large. */
    static String tooLarge() {
        return Texts.of("fileTooLarge", LARGEST_FILE / 1024);
    }

    private List<String> complain(String words) {
        complaint = words;
        return null;
    }

    private byte[] bytes() throws IOException {
        try (var input = file.getInputStream()) {
            return input.readAllBytes();
        }
    }

    /** Whether this is the first time; the second click of a double one brings the same again. */
    synchronized boolean isNew(List<String> texts) {
        boolean isNew = !texts.equals(written);
        written = List.copyOf(texts);
        return isNew;
    }

    /**
     * Shows these newest messages, unless older ones are looked at.
     *
     * @return whether anything has changed
     */
    boolean show(Page<Said> newest) {
        if (page.isNewer() || page.getRows().equals(newest.getRows())) {
            return false;
        }
        page = newest;
        return true;
    }

    public String getIdentity() {
        return identity;
    }

    /** What was said, newest first. */
    public Page<Said> getPage() {
        return page;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    /** Whether a file was chosen. */
    boolean hasFile() {
        return file != null;
    }

    /** The file of messages, or null. */
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

    /** What is wrong with the file; empty if nothing is. */
    public String getComplaint() {
        return complaint;
    }
}
