package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Field;

/** A stranger's model among those of administrators. */
@ApplicationScoped
public class Villages extends EntityModel<Village> {

    public Villages() {
        super(Village.class, "villages", Village::getId, Village::new);
        column("peopleLivingThere", Village::getPeople);
        searchBeginning("name");
        field(
                Field.text("name", Village::getName)
                        .required()
                        .most(50)
                        .sets((village, entry) -> village.setName(entry.text("name"))));
        field(
                Field.number("people", Village::getPeople)
                        .sets((v, entry) -> v.setPeople(entry.number("people").orElse(null))));
    }
}
