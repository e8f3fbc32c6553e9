package org.rapidsms.account;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.account.AccountLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.rapidsms.settings.SettingsException;

/**
 * Makes the first user, when the server starts for the first time: {@code rapidsms.admin.username}
 * with {@code rapidsms.admin.password}, or {@code admin} with a password that is printed once.
 * There is no default password.
 */
@Singleton
@Startup
@PermitAll
public class FirstAdministrator {

    private static final String USERNAME = "rapidsms.admin.username";
    private static final String PASSWORD = "rapidsms.admin.password";

    @Inject Accounts accounts;

    @Inject Config config;

    /** Each question and change is its own transaction: a password is printed once it holds. */
    @PostConstruct
    @TransactionAttribute(NOT_SUPPORTED)
    void welcome() {
        LOG.ready(address());
        if (accounts.isEmpty()) {
            makeOne();
        }
    }

    private void makeOne() {
        var username = text(USERNAME).orElse("admin");
        var chosen = text(PASSWORD);
        var password = chosen.orElseGet(FirstAdministrator::oneTimePassword);
        if (!isAdded(username, password)) {
            return;
        }
        if (chosen.isPresent()) {
            LOG.chosen(username, PASSWORD);
        } else {
            LOG.printed(username, password);
        }
    }

    private boolean isAdded(String username, String password) {
        try {
            accounts.add(username, password, true);
            return true;
        } catch (AccountException | EJBException e) {
            // Of servers that start together on one database, another one was faster.
            if (!accounts.isEmpty()) {
                return false;
            }
            throw e instanceof AccountException
                    ? new SettingsException(USERNAME + ", " + PASSWORD + ": " + e.getMessage())
                    : e;
        }
    }

    private static String oneTimePassword() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String address() {
        int port =
                config.getOptionalValue("rapidsms.http.port", Integer.class).orElse(8080)
                        + config.getOptionalValue("jboss.socket.binding.port-offset", Integer.class)
                                .orElse(0);
        return "http://%s:%d/".formatted(text("rapidsms.http.address").orElse("127.0.0.1"), port);
    }

    private Optional<String> text(String property) {
        return config.getOptionalValue(property, String.class).map(String::strip);
    }
}
