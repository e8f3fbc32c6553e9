package org.rapidsms.backend.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.rapidsms.backend.Gateway;

/** The open folder in which new mail lies. For one thread. */
final class Mailbox implements AutoCloseable {

    private static final FlagTerm UNSEEN = new FlagTerm(new Flags(Flags.Flag.SEEN), false);

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final ThreadFactory threads;
    private final boolean saysWhatIsNew;

    private Mailbox(IMAPStore store, IMAPFolder folder, ThreadFactory threads)
            throws MessagingException {
        this.store = store;
        this.folder = folder;
        this.threads = threads;
        saysWhatIsNew = store.hasCapability("IDLE");
    }

    /**
     * @param threads one of them listens to the server while there is nothing to do
     */
    static Mailbox open(EmailConfig config, Gateway gateway, ThreadFactory threads)
            throws MessagingException {
        var server = config.imap().orElseThrow();
        // A time-out of the one that listens must not meet the end of its listening, which would
        // then be taken for the end of the connection.
        var silence = config.poll().plus(config.timeout());
        var imap =
                new MailSession(
                        "imap", server, config.domain(), config.timeout(), silence, gateway);
        var store = (IMAPStore) imap.session().getStore("imap");
        try {
            imap.connect(store);
        } catch (MessagingException e) {
            throw MailFailure.ofConnecting(e);
        }
        try {
            var folder = (IMAPFolder) store.getFolder(config.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, folder, threads);
        } catch (MessagingException e) {
            Closing.quietly(store);
            throw e;
        }
    }

    /** The mails that nobody has seen yet, oldest first. */
    List<Message> unseen() throws MessagingException {
        return List.of(folder.search(UNSEEN));
    }

    /** The name by which the server knows a mail, for as long as it lies in the folder. */
    long uid(Message mail) throws MessagingException {
        return folder.getUID(mail);
    }

    /** Waits until the server says that something is new, or this long. */
    void await(Duration time) throws InterruptedException, MessagingException {
        if (saysWhatIsNew) {
            listen(time);
        } else {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        }
        folder.getMessageCount();
    }

    private void listen(Duration time) throws InterruptedException, MessagingException {
        // In a thread of its own, as one that reads from a socket hears no interruption.
        var idle =
                new FutureTask<Void>(
                        () -> {
                            folder.idle(true);
                            return null;
                        });
        threads.newThread(idle).start();
        try {
            idle.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stop(idle);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private void stop(FutureTask<Void> idle) throws InterruptedException, MessagingException {
        while (!idle.isDone()) {
            // Any other command ends the one that listens.
            folder.getMessageCount();
            try {
                idle.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It had not begun yet, when it was to end.
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
    }

    private static MessagingException failure(ExecutionException e) {
        return e.getCause() instanceof MessagingException known
                ? known
                : new MessagingException("the connection broke", e);
    }

    @Override
    public void close() {
        Closing.quietly(store);
    }
}
