package org.rapidsms.web.httptester;

import static org.rapidsms.backend.Backends.MESSAGE_TESTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.backend.database.BackendMessages;
import org.rapidsms.message.Messaging;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Rows;

/** The phones of the message tester: what they write, and what was said with them. */
@ApplicationScoped
class Tester implements Rows<BackendMessage> {

    private static final int PAGE_SIZE = 12;

    @Inject BackendMessages messages;

    @Inject Messaging messaging;

    /** Writes as this phone. */
    void write(String identity, List<String> texts) {
        for (var text : texts) {
            messages.add(List.of(BackendMessage.incoming(MESSAGE_TESTER, identity, text)));
            messaging.receive(text, messaging.lookupConnection(MESSAGE_TESTER, identity));
        }
    }

    /** What was said with all phones. */
    Page<BackendMessage> page(String before, String after) {
        return Page.of(this, before, after, PAGE_SIZE);
    }

    void clear(String identity) {
        messages.clear(MESSAGE_TESTER, identity);
    }

    void clearAll() {
        messages.clearAll(MESSAGE_TESTER);
    }

    @Override
    public List<BackendMessage> before(long key, int most) {
        return messages.newest(MESSAGE_TESTER, key, most);
    }

    @Override
    public List<BackendMessage> after(long key, int most) {
        return messages.after(MESSAGE_TESTER, key, most);
    }

    @Override
    public long key(BackendMessage row) {
        return row.getId();
    }
}
