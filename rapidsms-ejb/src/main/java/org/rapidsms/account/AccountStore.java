package org.rapidsms.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * Tells Jakarta Security who somebody is: everybody is a {@code user}, some are {@code staff}, and
 * the names of a user's groups are roles too.
 */
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
        var login = accounts.logIn(username, credential.getPassword().getValue());
        if (login.isPresent()) {
            failures.succeeded(username);
        } else {
            failures.failed(username);
        }
        return login.map(AccountStore::valid).orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult valid(Login login) {
        // The unique id is what the session remembers: a name may change, or come to somebody else.
        return new CredentialValidationResult(
                null,
                new CallerPrincipal(login.username()),
                null,
                String.valueOf(login.id()),
                login.roles());
    }
}
