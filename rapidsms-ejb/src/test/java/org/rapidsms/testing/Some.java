package org.rapidsms.testing;

import java.util.Random;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/** Makes what a test needs and does not care about: every call something else. */
public final class Some {

    /** The backend of everything that is made here. */
    public static final String BACKEND = "mockbackend";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Random RANDOM = new Random();

    private Some() {}

    /** Ten letters. */
    public static String text() {
        return text(10);
    }

    /** So many letters. */
    public static String text(int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }

    /** So many characters of all scripts, those beyond the basic plane included. */
    public static String unicodeText(int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(0x20, 0x20000)
                .filter(Character::isLetter)
                .limit(length)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Something that looks like a phone number. */
    public static String identity() {
        return "+2567" + (10_000_000 + RANDOM.nextInt(89_999_999));
    }

    public static Connection connection() {
        return connection(BACKEND);
    }

    public static Connection connection(String backend) {
        return new Connection(backend, identity());
    }

    /** Somebody with a name and one connection. */
    public static Contact contact() {
        var contact = new Contact(text(12));
        connection().assignTo(contact);
        return contact;
    }

    public static IncomingMessage incomingMessage() {
        return new IncomingMessage(connection(), text());
    }

    public static OutgoingMessage outgoingMessage() {
        return new OutgoingMessage(java.util.List.of(connection()), text());
    }
}
