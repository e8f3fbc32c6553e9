package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.App;
import org.rapidsms.router.blocking.BlockingRouter;
import org.rapidsms.router.database.DatabaseRouter;
import org.rapidsms.router.jms.JmsRouter;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** Rows 28 to 31 and 45 to 48 of the conformance list: which apps and which router. */
class ChoiceTest {

    private static final App LOG = app("messagelog");
    private static final App DEFAULT = app("default");
    private static final App HANDLERS = app("handlers");
    private static final List<App> ALL = List.of(LOG, DEFAULT, HANDLERS);
    private static final List<RouterKind> KINDS =
            List.of(new DatabaseRouter(), new BlockingRouter(), new JmsRouter());

    private static App app(String name) {
        return new App() {
            @Override
            public String name() {
                return name;
            }
        };
    }

    private static Settings set(String name, String value) {
        return Settings.of("rapidsms", Map.of(name, value));
    }

    @Test
    void allAppsTakePartAndTheDefaultIsLast() {
        assertThat(Apps.choose(ALL, Settings.of("rapidsms", Map.of())))
                .containsExactly(LOG, HANDLERS, DEFAULT);
    }

    @Test
    void onlyTheAppsThatAreListedTakePartInThatOrder() {
        assertThat(Apps.choose(ALL, set("apps", "handlers, messagelog")))
                .containsExactly(HANDLERS, LOG);
        assertThat(Apps.choose(ALL, set("apps", "default,handlers,handlers")))
                .containsExactly(HANDLERS, DEFAULT);
    }

    @Test
    void anAppThatIsNotThereRefusesToStart() {
        assertThatThrownBy(() -> Apps.choose(ALL, set("apps", "echo")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "rapidsms.apps names echo, but the apps that are here are"
                                + " messagelog, default, handlers");
    }

    @Test
    void anAppIsCalledByItsClassUnlessItSaysOtherwise() {
        class MarcoPolo implements App {}
        assertThat(new MarcoPolo().name()).isEqualTo("marcopolo");
    }

    @Test
    void theRouterIsChosenByItsName() {
        assertThat(RouterKinds.named("blocking", KINDS, set("router", "blocking")))
                .isInstanceOf(BlockingRouter.class);
    }

    @Test
    void aRouterThatIsNotThereRefusesToStart() {
        assertThatThrownBy(() -> RouterKinds.named("nodots", KINDS, set("router", "nodots")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("rapidsms.router must be one of blocking, database, jms, not nodots");
    }
}
