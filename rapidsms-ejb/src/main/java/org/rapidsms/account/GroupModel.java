package org.rapidsms.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.rapidsms.account.AccountException.Problem;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.RefusedException;

/** Groups, for administrators. */
@ApplicationScoped
public class GroupModel extends EntityModel<Group> {

    private static final Set<String> RESERVED = Set.of(AccountStore.USER, AccountStore.STAFF);

    public GroupModel() {
        super(Group.class, "groups", Group::getId, () -> new Group(""));
        column("createdOn", Group::getCreatedOn);
        searchPart("name");
        field(
                Field.text("name", Group::getName)
                        .required()
                        .most(Group.NAME_LENGTH)
                        .sets((group, entry) -> group.rename(free(entry, group))));
    }

    private String free(Entry entry, Group group) {
        var name = entry.text("name");
        if (RESERVED.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new RefusedException("name", Problem.GROUP_RESERVED.name());
        }
        boolean isTaken =
                entities.createQuery(
                                "select g.id from UserGroup g where lower(g.name) = lower(:name)",
                                Long.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .anyMatch(id -> !id.equals(group.getId()));
        if (isTaken) {
            throw new RefusedException("name", Problem.GROUP_TAKEN.name());
        }
        return name;
    }

    @Override
    public int priority() {
        return 110;
    }

    @Override
    public List<Companion> alongWithDelete(Group group) {
        return companion(
                        "along.users",
                        "select u.id from User u join u.groups g where g = :row",
                        group)
                .stream()
                .toList();
    }
}
