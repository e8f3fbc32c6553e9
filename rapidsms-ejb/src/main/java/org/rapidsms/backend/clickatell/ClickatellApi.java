package org.rapidsms.backend.clickatell;

import java.util.List;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;

/** One of the ways in which Clickatell takes texts. */
interface ClickatellApi {

    Call call(OutgoingSms sms);

    /**
     * What the answer says of each phone.
     *
     * @throws SendException if it says one thing of all
     */
    List<Outcome> outcomes(OutgoingSms sms, Reply reply);

    /** Numbers are written without their plus sign. */
    static String number(String identity) {
        return identity.replaceFirst("^\\+", "");
    }
}
