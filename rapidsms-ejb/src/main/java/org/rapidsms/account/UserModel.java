package org.rapidsms.account;

import static org.rapidsms.account.Credentials.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.rapidsms.account.AccountException.Problem;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.RefusedException;

/**
 * Users, for administrators. Nobody takes their own rights, and somebody of the staff is always
 * left.
 */
@ApplicationScoped
public class UserModel extends EntityModel<User> {

    @Inject Accounts accounts;

    @Inject Principal caller;

    public UserModel() {
        super(User.class, "users", User::getId, null);
        column("staff", User::isStaff);
        column("active", User::isActive);
        column("groups", UserModel::groupNames);
        column("createdOn", User::getCreatedOn);
        searchPart("username");
        filterOn("staff");
        filterOn("active");
    }

    private static String groupNames(User user) {
        return user.getGroups().stream()
                .map(Group::getName)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public List<Field<User>> fields(AdminModel.Action action) {
        var password = Field.<User>password("password").most(Accounts.LONGEST_PASSWORD);
        return List.of(
                Field.text("username", User::getUsername).required().most(User.USERNAME_LENGTH),
                action == Action.ADD ? password.required() : password,
                Field.on("staff", User::isStaff),
                Field.<User>on("active", User::isActive).initially("true"),
                Field.choices("groups", this::groups, UserModel::groupIds));
    }

    private List<Choice> groups() {
        return allGroups().stream()
                .map(g -> new Choice(g.getId().toString(), g.getName()))
                .toList();
    }

    private List<Group> allGroups() {
        return entities.createQuery("select g from UserGroup g order by g.name", Group.class)
                .getResultList();
    }

    private static List<String> groupIds(User user) {
        return user.getGroups().stream().map(g -> g.getId().toString()).toList();
    }

    @Override
    public User add(Entry entry) {
        try {
            var user =
                    accounts.add(
                            entry.text("username"), entry.text("password"), entry.isOn("staff"));
            change(user, entry);
            return user;
        } catch (AccountException e) {
            throw refusal(e);
        }
    }

    @Override
    public void edit(User user, Entry entry) {
        try {
            lockStaff();
            boolean losesRights = !entry.isOn("staff") || !entry.isOn("active");
            refuseIf(losesRights && isCaller(user), Problem.ONESELF);
            change(user, entry);
            if (!entry.text("password").isEmpty()) {
                accounts.setPassword(user.getUsername(), entry.text("password"));
            }
            refuseIf(lockStaff().isEmpty(), Problem.LAST_STAFF);
        } catch (AccountException e) {
            throw refusal(e);
        }
    }

    private void change(User user, Entry entry) {
        var chosen = entry.all("groups");
        user.change(
                Credentials.freeUsername(entities, entry.text("username"), user.getId()),
                entry.isOn("staff"),
                entry.isOn("active"),
                allGroups().stream().filter(g -> chosen.contains(g.getId().toString())).toList());
        flush();
    }

    @Override
    public void delete(User user) {
        try {
            lockStaff();
            refuseIf(isCaller(user), Problem.ONESELF);
            super.delete(user);
            refuseIf(lockStaff().isEmpty(), Problem.LAST_STAFF);
        } catch (AccountException e) {
            throw refusal(e);
        }
    }

    private boolean isCaller(User user) {
        return user.getUsername().equals(caller.getName());
    }

    /** Who may administrate. Two who take each other's rights at once do so one after the other. */
    private List<User> lockStaff() {
        return entities.createQuery(
                        "select u from User u where u.staff = true and u.active = true"
                                + " order by u.id",
                        User.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static RefusedException refusal(AccountException e) {
        var field =
                switch (e.problem()) {
                    case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_IS_USERNAME -> "password";
                    case ONESELF, LAST_STAFF -> "";
                    default -> "username";
                };
        return new RefusedException(field, e.problem().name());
    }
}
