package org.rapidsms.router.jms;

import static org.rapidsms.router.jms.JmsRouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.jboss.ejb3.annotation.TransactionTimeout;
import org.rapidsms.queue.DeadLetters;
import org.rapidsms.queue.KeptMessage;
import org.rapidsms.router.Incoming;
import org.rapidsms.router.RouterConfig;
import org.rapidsms.router.Spool;

/**
 * Stores and routes what the inbox keeps, each letter in one transaction with its leaving the
 * queue. What fails comes again, later and later.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/rapidsms/inbox"),
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16"),
            // One at a time: when the server dies, letters that had only been fetched count too.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
@PermitAll
public class InboxQueue implements MessageListener {

    private static final String NAME = "rapidsms.inbox";

    @Resource MessageDrivenContext context;

    @Inject RouterConfig config;

    @Inject Incoming incoming;

    @Inject Spool spool;

    @Inject DeadLetters dead;

    @Inject Failures failures;

    @Override
    @TransactionTimeout(60)
    public void onMessage(Message letter) {
        int attempt = 0;
        String id = null;
        try {
            id = letter.getJMSMessageID();
            attempt = letter.getIntProperty("JMSXDeliveryCount");
            if (attempt > config.attempts()) {
                // Before anything else: the broker counts a letter that kills the server for ever.
                dead.add(letter, NAME, attempt - 1, failures.forget(id));
                LOG.dead(id, attempt - 1);
            } else {
                receive(letter, attempt > 1);
            }
        } catch (JMSException | RuntimeException e) {
            LOG.failed(id, attempt, e.getMessage());
            failures.remember(id, String.valueOf(e.getMessage()));
            context.setRollbackOnly();
        }
    }

    private void receive(Message letter, boolean again) throws JMSException {
        var message = KeptMessage.read((MapMessage) letter);
        if (again && !spool.isDatabaseThere()) {
            // Where it may take as long as it takes.
            spool.keep(message);
            LOG.spooled(message.id());
        } else {
            incoming.receive(message, again);
        }
    }
}
