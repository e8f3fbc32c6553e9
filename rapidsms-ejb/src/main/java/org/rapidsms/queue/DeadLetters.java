package org.rapidsms.queue;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The letters that nobody could deliver, for administrators: {@code rapidsms.dead}. */
@Stateless
@RolesAllowed("staff")
public class DeadLetters {

    /** How many are looked at; the others show when some of these are gone. */
    public static final int MOST = 1000;

    private static final int MOST_WORDS = 500;
    private static final int PATIENCE_MILLIS = 1000;

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/rapidsms/dead")
    Queue dead;

    @Resource SessionContext session;

    /** The letters, those that have been dead for longest first; at most {@link #MOST}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public List<DeadLetter> oldest() {
        var letters = new ArrayList<DeadLetter>();
        try (var context = connections.createContext();
                var browser = context.createBrowser(dead)) {
            var all = browser.getEnumeration();
            while (letters.size() < MOST && all.hasMoreElements()) {
                letters.add(DeadLetter.of((Message) all.nextElement()));
            }
        } catch (JMSException e) {
            throw new IllegalStateException("the dead letters cannot be looked at", e);
        }
        return letters;
    }

    /** How many there are; {@link #MOST} if there are more. None if the broker cannot be asked. */
    @TransactionAttribute(NOT_SUPPORTED)
    public int count() {
        try {
            return oldest().size();
        } catch (JMSRuntimeException e) {
            return 0;
        }
    }

    /**
     * Puts a letter back into the queue that gave it up, where it counts as new. It is in one of
     * the two queues whatever happens, and never in both.
     *
     * @return false if it is gone, or nobody knows where it belongs
     */
    public boolean again(String id) {
        try (var context = connections.createContext()) {
            var letter = take(context, id);
            if (letter == null) {
                return false;
            }
            var known = DeadLetter.of(letter);
            if (!known.isReturnable()) {
                session.setRollbackOnly();
                return false;
            }
            // Without what was written on it: the broker would know its duplicate.
            letter.clearProperties();
            context.createProducer().send(context.createQueue(known.queue()), letter);
            return true;
        } catch (JMSException e) {
            throw new IllegalStateException("a dead letter cannot be read", e);
        }
    }

    /**
     * Forgets a letter for good.
     *
     * @return false if it is gone already
     */
    public boolean drop(String id) {
        try (var context = connections.createContext()) {
            return take(context, id) != null;
        }
    }

    /** Null if it is gone. */
    private Message take(JMSContext context, String id) {
        if (!DeadLetter.isId(id)) {
            return null;
        }
        try (var consumer = context.createConsumer(dead, "JMSMessageID = '" + id + "'")) {
            return consumer.receive(PATIENCE_MILLIS);
        }
    }

    /**
     * Puts a letter here, in the caller's transaction, in which it leaves its queue.
     *
     * @param queue the queue that gives it up
     * @param attempts how often it was tried
     * @param why the last thing that was said about it; may be empty
     */
    @PermitAll
    public void add(Message letter, String queue, int attempts, String why) throws JMSException {
        var came = DeadLetter.came(letter).orElse(Instant.now());
        letter.clearProperties();
        try (var context = connections.createContext()) {
            context.createProducer()
                    .setProperty(DeadLetter.QUEUE, queue)
                    .setProperty(DeadLetter.ATTEMPTS, attempts)
                    .setProperty(
                            DeadLetter.WHY, why.substring(0, Math.min(why.length(), MOST_WORDS)))
                    .setProperty(DeadLetter.CAME, came.toEpochMilli())
                    .send(dead, letter);
        }
    }
}
