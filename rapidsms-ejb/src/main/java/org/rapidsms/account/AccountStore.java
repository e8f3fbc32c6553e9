package org.rapidsms.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells Jakarta Security who somebody is: everybody is a {@code user}, some are {@code staff}. */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    /** The role of everybody who can log in. */
    public static final String USER = "user";

    /** The role of those who may see the pages of administrators. */
    public static final String STAFF = "staff";

    @Inject Accounts accounts;

    @Inject FailedLogins failures;

    /** Called by Jakarta Security, which looks for a method with the credential's own class. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        var username = credential.getCaller();
        if (failures.rests(username)) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        var user = accounts.verify(username, credential.getPassword().getValue());
        if (user.isPresent()) {
            failures.succeeded(username);
        } else {
            failures.failed(username);
        }
        return user.map(AccountStore::valid).orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult valid(User user) {
        return new CredentialValidationResult(
                user.getUsername(), user.isStaff() ? Set.of(USER, STAFF) : Set.of(USER));
    }
}
