package org.rapidsms.web.command;

import static org.rapidsms.web.command.CommandLog.LOG;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.rapidsms.account.Accounts;

/** Makes users, and gives them other passwords. */
@Path("/user")
@Produces("text/plain;charset=utf-8")
public class AccountCommands {

    @Inject Accounts accounts;

    @Context SecurityContext security;

    @POST
    @Path("/create")
    public String create(
            @FormParam("username") String username,
            @FormParam("password") String password,
            @FormParam("staff") boolean staff) {
        var user = accounts.add(username, password, staff);
        LOG.created(user.getUsername(), by());
        return "Created user " + user.getUsername() + (staff ? ", of the staff." : ".");
    }

    @POST
    @Path("/password")
    public String changePassword(
            @FormParam("username") String username, @FormParam("password") String password) {
        accounts.setPassword(username, password);
        LOG.passwordChanged(username, by());
        return "Changed the password of " + username + ".";
    }

    private String by() {
        return security.getUserPrincipal().getName();
    }
}
