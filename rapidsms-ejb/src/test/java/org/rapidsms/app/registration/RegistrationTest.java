package org.rapidsms.app.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.IllformedLocaleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Conversation;
import org.rapidsms.testing.Some;
import org.rapidsms.testing.TestRouter;

/** Rows 265 to 274 of the conformance list: registration by text. */
class RegistrationTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void registersWhoeverJoins(TestDatabase database) {
        goes(
                database,
                """
                1 > JOIN   Bob
                1 < Thank you for registering, Bob!
                2 > reg Ann Smith
                2 < Thank you for registering, Ann Smith!
                3 > register
                3 < To register, send JOIN <NAME>
                4 > regards to you
                """);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void givesARegisteredPhoneAnotherNameAndLeavesNobodyBehind(TestDatabase database) {
        var name = Some.text();
        database.run(
                entities -> {
                    var router = router(entities);
                    router.receive("join " + name + "1", "1");
                    router.receive("join " + name + "2  ", "1");
                    entities.flush();
                    assertThat(
                                    entities.createQuery(
                                                    "select c.name from Contact c where c.name like :n",
                                                    String.class)
                                            .setParameter("n", name + "%")
                                            .getResultList())
                            .containsExactly(name + "2");
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesANameThatIsTooLong(TestDatabase database) {
        goes(
                database,
                """
                1 > join %s
                1 < That name is too long: 100 characters at most. Please send JOIN <NAME> again.
                """
                        .formatted("x".repeat(101)));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void speaksTheLanguageOfWhoeverHasChosenOne(TestDatabase database) {
        goes(
                database,
                """
                1 > join Bob
                1 < Thank you for registering, Bob!
                1 > lang english
                1 < I will speak to you in English.
                1 > LANGUAGE fr
                1 < Je vous parlerai en français.
                1 > join Robert
                1 < Merci de votre inscription, Robert !
                1 > lang Español
                1 < Le hablaré en español.
                1 > lang
                1 < Para elegir su idioma, envíe LANGUAGE <CÓDIGO>
                1 > lang klingon
                1 < Lo sentimos, no hablo «klingon».
                1 > lang PT-br
                1 < Vou falar com você em português (Brasil).
                """);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void asksStrangersToJoinFirst(TestDatabase database) {
        goes(
                database,
                """
                9 > lang en
                9 < You must JOIN or REGISTER yourself before you can set your language preference.
                9 > lang
                9 < To set your language, send LANGUAGE <CODE>
                """);
    }

    @Test
    void aLanguageThatIsNoneRefusesToStart() {
        assertThatThrownBy(() -> new Language("en, nonsense!"))
                .isInstanceOf(IllformedLocaleException.class);
    }

    private static void goes(TestDatabase database, String script) {
        database.run(entities -> Conversation.with(router(entities)).goes(script));
    }

    private static TestRouter router(EntityManager entities) {
        var register = new Register();
        register.entities = entities;
        return TestRouter.with(register, new Language("en,fr,es,pt-BR"));
    }
}
