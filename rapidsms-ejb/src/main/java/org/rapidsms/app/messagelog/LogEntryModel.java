package org.rapidsms.app.messagelog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.rapidsms.admin.EntityModel;

/** Lines of the message log, for administrators: they outlive messages, unless deleted here. */
@ApplicationScoped
public class LogEntryModel extends EntityModel<LogEntry> {

    public LogEntryModel() {
        super(LogEntry.class, "message-log", LogEntry::getId, null);
        column("direction", LogEntry::getDirection);
        column("identity", LogEntry::getIdentity);
        column("backend", LogEntry::getBackend);
        column("date", LogEntry::getDate);
        fact("text", LogEntry::getText);
        fact("contact", LogEntry::getContact);
        fact("messageId", LogEntry::getMessageId);
        searchWhole("identity");
        searchWhole("messageId");
    }

    @Override
    public int priority() {
        return 80;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.DELETE);
    }

    @Override
    public String title(LogEntry line) {
        var text = line.getText();
        return text.isBlank()
                ? String.valueOf(line.getId())
                : text.substring(0, Math.min(60, text.length()));
    }
}
