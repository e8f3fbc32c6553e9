package org.rapidsms.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What is known of a contact in one {@link ContactField}, as it is written. */
@Entity
@Table(name = "contact_field")
@IdClass(ContactValue.Key.class)
public class ContactValue {

    @Id
    @ManyToOne
    @JoinColumn(name = "contact_id", nullable = false)
    private Contact contact;

    @Id
    @Column(nullable = false, length = ContactField.KEY_LENGTH)
    private String name;

    @Column(nullable = false, length = FieldType.LONGEST)
    private String content;

    /**
     * By which it is searched; empty if it is not. Lower case can be longer: twice, at the worst.
     */
    @Column(name = "content_key", nullable = false, length = 2 * FieldType.LONGEST)
    private String contentKey;

    /** For JPA only. */
    protected ContactValue() {}

    ContactValue(Contact contact, String name) {
        this.contact = Objects.requireNonNull(contact, "contact");
        this.name = Objects.requireNonNull(name, "name");
    }

    void write(String written, boolean searched) {
        content = Objects.requireNonNull(written, "content");
        contentKey = searched ? SearchKey.lower(written) : "";
    }

    /** Empty if its field is not searched. */
    String searchedBy() {
        return contentKey;
    }

    /** The key of its field. */
    public String getName() {
        return name;
    }

    public String getContent() {
        return content;
    }

    /** A contact and the key of a field, for JPA. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long contact;
        private String name;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(contact, that.contact)
                    && Objects.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(contact, name);
        }
    }
}
