package org.rapidsms.web.registration;

import java.util.List;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactOrder;
import org.rapidsms.contact.Contacts;
import org.rapidsms.web.frame.Rows;

/** The contacts that are looked for, in one order. What comes first in it takes newer's place. */
record ContactRows(Contacts contacts, String search, ContactOrder order) implements Rows<Contact> {

    @Override
    public List<Contact> before(long key, int most) {
        return key == Long.MAX_VALUE
                ? contacts.first(search, order, most)
                : contacts.after(key, search, order, most);
    }

    @Override
    public List<Contact> after(long key, int most) {
        return contacts.after(key, search, order.reversed(), most);
    }

    @Override
    public long key(Contact row) {
        return row.getId();
    }
}
