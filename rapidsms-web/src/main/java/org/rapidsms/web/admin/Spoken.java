package org.rapidsms.web.admin;

import java.util.Locale;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Refusal;
import org.rapidsms.web.frame.Texts;

/** Says in a model's words what happens or does not. */
final class Spoken {

    private Spoken() {}

    static String companion(AdminModel<?> model, Companion companion, Locale language) {
        var words = model.words(companion.key(), language, companion.count());
        return companion.more() ? Texts.of("adminAtLeast", words) : words;
    }

    static String refusal(AdminModel<?> model, Refusal refusal, Locale language) {
        return model.words(refusal.key(), language, refusal.arguments().toArray());
    }
}
