package org.rapidsms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A letter that nobody could deliver. What is not known of it, or cannot be read, is empty.
 *
 * @param id what the broker calls it; empty if it cannot be asked for by itself
 * @param came when it was put into its queue; null if nobody knows
 * @param backend of the phone that wrote
 * @param identity of that phone
 * @param text what the phone wrote; of a letter of another kind, what it says
 * @param queue the queue that gave it up
 * @param attempts how often it was tried; 0 if nobody knows
 * @param why the last thing that was said about it
 */
public record DeadLetter(
        String id,
        Instant came,
        String backend,
        String identity,
        String text,
        String queue,
        int attempts,
        String why) {

    static final String QUEUE = "rapidsms_queue";
    static final String ATTEMPTS = "rapidsms_attempts";
    static final String WHY = "rapidsms_why";
    static final String CAME = "rapidsms_came";

    /** Where the broker writes the queue down, if it gave the letter up by itself. */
    private static final String BROKERS_QUEUE = "_AMQ_ORIG_QUEUE";

    private static final String CORE_PREFIX = "jms.queue.";
    private static final Pattern ID = Pattern.compile("ID:[0-9A-Za-z-]{1,100}");

    /** One thing to read of a letter. */
    @FunctionalInterface
    private interface Fact<T> {
        T read() throws JMSException;
    }

    /** Reads what can be read of a letter. */
    static DeadLetter of(Message letter) {
        return new DeadLetter(
                fact(letter::getJMSMessageID).filter(DeadLetter::isId).orElse(""),
                came(letter).orElse(null),
                entry(letter, KeptMessage.BACKEND),
                entry(letter, KeptMessage.IDENTITY),
                entry(letter, KeptMessage.TEXT).isEmpty()
                        ? fact(() -> says(letter)).orElse("")
                        : entry(letter, KeptMessage.TEXT),
                fact(() -> letter.getStringProperty(QUEUE))
                        .or(() -> fact(() -> letter.getStringProperty(BROKERS_QUEUE)))
                        .map(name -> name.replace(CORE_PREFIX, ""))
                        .orElse(""),
                fact(() -> letter.getIntProperty(ATTEMPTS)).orElse(0),
                fact(() -> letter.getStringProperty(WHY)).orElse(""));
    }

    /** Whether a letter can be asked for by this id; nothing else goes into a selector. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether there is a queue to which it may go back. */
    public boolean isReturnable() {
        return !id.isEmpty() && queue.startsWith("rapidsms.");
    }

    static Optional<Instant> came(Message letter) {
        return fact(() -> letter.getLongProperty(CAME))
                .or(() -> fact(letter::getJMSTimestamp))
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    private static String entry(Message letter, String name) {
        return letter instanceof MapMessage map ? fact(() -> map.getString(name)).orElse("") : "";
    }

    /** What a letter holds that is no message from a phone, such as a doorbell. */
    private static String says(Message letter) throws JMSException {
        if (letter instanceof TextMessage words) {
            return words.getText();
        }
        if (!(letter instanceof MapMessage map)) {
            return null;
        }
        var said = new TreeSet<String>();
        for (var names = map.getMapNames(); names.hasMoreElements(); ) {
            var name = names.nextElement().toString();
            said.add(name + ": " + map.getObject(name));
        }
        return String.join(", ", said);
    }

    /** One letter that cannot be read must not hide the others. */
    private static <T> Optional<T> fact(Fact<T> fact) {
        try {
            return Optional.ofNullable(fact.read());
        } catch (JMSException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
