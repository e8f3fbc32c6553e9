package org.rapidsms.it.stranger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.rapidsms.contact.Contact;

/** Something that a stranger's app stores in a table of its own. */
@Entity
public class Village {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "village_seq")
    @SequenceGenerator(name = "village_seq", sequenceName = "village_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false)
    private String name;

    private Long people;

    @ManyToOne private Contact headman;

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getPeople() {
        return people;
    }

    public void setPeople(Long people) {
        this.people = people;
    }

    /** Relations to entities of RapidSMS work too. */
    public Contact getHeadman() {
        return headman;
    }

    @Override
    public String toString() {
        return name;
    }
}
