package org.rapidsms.web.httptester;

import static org.rapidsms.backend.Backends.MESSAGE_TESTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.backend.database.BackendMessages;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Journeys;
import org.rapidsms.message.Messaging;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Rows;
import org.rapidsms.web.messagelog.Step;

/** The phones of the message tester: what they write, and what was said with them. */
@ApplicationScoped
class Tester {

    private static final int PAGE_SIZE = 12;
    private static final int RECENT_MESSAGES = 60;
    private static final int RECENT_PHONES = 6;

    @Inject BackendMessages messages;

    @Inject Messaging messaging;

    @Inject Journeys journeys;

    /** Writes as this phone. */
    void write(String identity, List<String> texts) {
        for (var text : texts) {
            var phone = messaging.lookupConnection(MESSAGE_TESTER, identity);
            var message = new IncomingMessage(phone, text);
            messages.add(
                    List.of(
                            BackendMessage.incoming(
                                    MESSAGE_TESTER, identity, message.rawText(), message.id())));
            messaging.receive(message);
        }
    }

    /** What was said with a phone. */
    Page<Said> page(String identity, String before, String after) {
        return Page.of(new Conversation(identity), before, after, PAGE_SIZE);
    }

    /** What the apps did with the newest of these that a phone wrote. */
    List<Step> steps(List<Said> said) {
        return said.stream()
                .filter(Said::written)
                .findFirst()
                .flatMap(newest -> journeys.find(newest.messageId()))
                .map(Step::of)
                .orElse(List.of());
    }

    /** The phones that were last written with, but for these. */
    List<String> recent(List<String> but) {
        return messages.newest(MESSAGE_TESTER, Long.MAX_VALUE, RECENT_MESSAGES).stream()
                .map(BackendMessage::getIdentity)
                .filter(identity -> !but.contains(identity) && PhoneNumber.isValid(identity))
                .distinct()
                .limit(RECENT_PHONES)
                .toList();
    }

    void clear(String identity) {
        messages.clear(MESSAGE_TESTER, identity);
    }

    void clearAll() {
        messages.clearAll(MESSAGE_TESTER);
    }

    private List<Said> said(List<BackendMessage> rows) {
        var names = rows.stream().map(BackendMessage::getMessageId).toList();
        var known = journeys.byName(names);
        return rows.stream()
                .map(row -> Said.of(row, Optional.ofNullable(known.get(row.getMessageId()))))
                .toList();
    }

    /** What was said with one phone. */
    private final class Conversation implements Rows<Said> {

        private final String identity;

        Conversation(String identity) {
            this.identity = identity;
        }

        @Override
        public List<Said> before(long key, int most) {
            return said(messages.newest(MESSAGE_TESTER, identity, key, most));
        }

        @Override
        public List<Said> after(long key, int most) {
            return said(messages.after(MESSAGE_TESTER, identity, key, most));
        }

        @Override
        public long key(Said said) {
            return said.id();
        }
    }
}
