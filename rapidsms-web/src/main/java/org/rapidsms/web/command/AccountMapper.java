package org.rapidsms.web.command;

import static org.rapidsms.account.AccountException.Problem.USERNAME_TAKEN;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.rapidsms.account.AccountException;

/** Tells in one line what is wrong with a user's name or password. */
public class AccountMapper implements ExceptionMapper<AccountException> {

    @Override
    public Response toResponse(AccountException e) {
        return Response.status(e.problem() == USERNAME_TAKEN ? Status.CONFLICT : Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity("Nothing was changed: " + e.getMessage() + ".")
                .build();
    }
}
