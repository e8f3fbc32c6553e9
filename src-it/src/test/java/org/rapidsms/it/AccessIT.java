package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.it.Address.Reader;

/** Nobody sees what is not for them, by whatever way they ask for it. */
@OnServer
class AccessIT {

    private static final List<String> ALL_METHODS =
            List.of("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "ANYTHING");

    private static Visitor user;
    private static Visitor staff;

    @BeforeAll
    static void logIn() {
        user = Visitor.loggedIn(Server.clerk(), Server.PASSWORD);
        staff = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
    }

    static Stream<Address> closedToStrangers() {
        return Address.closedTo(Reader.ANYBODY);
    }

    static Stream<Address> closedToUsers() {
        return Address.closedTo(Reader.USER);
    }

    static Stream<Address> openToUsers() {
        return Address.openTo(Reader.USER);
    }

    static Stream<Address> openToStaff() {
        return Address.openTo(Reader.STAFF);
    }

    @ParameterizedTest
    @MethodSource("closedToStrangers")
    void aStrangerIsSentToTheLoginAndComesBack(Address address) {
        for (var path : List.of(Examples.path(address), Examples.path(address) + "?a=b")) {
            assertIsLogin(Visitor.anonymous().get(path), path);
        }
    }

    /** Posts are not repeated after the login, so only the page is come back to. */
    @ParameterizedTest
    @MethodSource("closedToStrangers")
    void aStrangerCanDoNothing(Address address) {
        var path = Examples.path(address);
        var form = Map.of("jakarta.faces.ViewState", "stateless", "send", "send");

        assertIsLogin(Visitor.anonymous().post(path, form), path);
        for (var method : ALL_METHODS) {
            assertThat(Visitor.anonymous().send(method, path))
                    .as(method)
                    .satisfies(
                            answer -> {
                                assertThat(answer.status()).isIn(302, 405, 501);
                                assertThat(answer.body()).isEmpty();
                            });
        }
    }

    /** A script follows no redirect: it is told where to go, and nothing else. */
    @ParameterizedTest
    @MethodSource("closedToStrangers")
    void aStrangersScriptIsSentToTheLogin(Address address) {
        var path = Examples.path(address);

        var answer = Visitor.anonymous().ajax(path, Map.of("jakarta.faces.partial.ajax", "true"));

        assertThat(answer.body())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response>"
                                + "<redirect url=\"/accounts/login/?next=%s\"/></partial-response>",
                        Server.escaped(path));
    }

    /** The same pages by the names of their files, and by ways around; some lead to the login. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/password",
                "/accounts/password.xhtml",
                "/accounts/login/../password.xhtml",
                "/dashboard",
                "/dashboard.xhtml",
                "/messagelog.xhtml",
                "//messagelog/",
                "/accounts/../messagelog/",
                "/accounts/%2e%2e/messagelog/",
                "/accounts/..;/messagelog/",
                "/accounts/login/..;/..;/messagelog.xhtml",
                "/backend/../messagelog/export.csv",
                "/backend/x/../../messagelog/export.csv",
                "/jakarta.faces.resource/../messagelog.xhtml",
                "/jakarta.faces.resource/messagelog.xhtml",
                "/jakarta.faces.resource/clinics.xhtml.xhtml?ln=.",
                "/jakarta.faces.resource/clinics.xhtml?ln=..%2fresources",
                "/WEB-INF/web.xml",
                "/admin/../messagelog/"
            })
    void thereIsNoWayAround(String path) {
        var answer = Server.getRaw(path);

        if (answer.status() == 200) {
            assertThat(answer.body()).contains("<title>Log in");
        }
        assertThat(answer.status()).isIn(200, 302, 400, 403, 404);
        assertThat(answer.body()).doesNotContain("export.csv", "<ui:composition");
    }

    @ParameterizedTest
    @MethodSource("openToUsers")
    void aUserSeesThePagesOfUsers(Address address) {
        assertSees(user, address);
    }

    @ParameterizedTest
    @MethodSource("closedToUsers")
    void aUserIsNoAdministrator(Address address) {
        var path = Examples.path(address);

        var answers =
                List.of(
                        user.get(path),
                        user.post(path, Map.of("jakarta.faces.ViewState", "stateless")),
                        user.ajax(path, Map.of("jakarta.faces.partial.ajax", "true")));

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(403);
                            assertThat(answer.body()).doesNotContain("secret", "<form id=");
                        });
    }

    @Test
    void whatIsNotThereIsNotToldFromWhatIsForbidden() {
        assertThat(user.get("/admin/nosuch/").status()).isEqualTo(403);
        assertIsLogin(Visitor.anonymous().get("/nosuch/"), "/nosuch/");
    }

    @ParameterizedTest
    @MethodSource("openToStaff")
    void anAdministratorSeesAll(Address address) {
        assertSees(staff, address);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOG_OUT", "LANGUAGE"})
    void actionsAreDoneByPostOnly(Address address) {
        assertThat(Visitor.anonymous().get(address.path()).status()).isEqualTo(405);
    }

    /** Whoever adds a page says in {@link Address} whom it lets in. */
    @Test
    void everyPageAndEveryServletIsWalked(@TempDir Path folder) throws IOException {
        var walked = new TreeSet<String>();
        Arrays.stream(Address.values()).map(Address::source).forEach(walked::add);
        try (var ear = FileSystems.newFileSystem(Path.of(System.getProperty("it.ear")))) {
            var war = Files.copy(ear.getPath("rapidsms-web.war"), folder.resolve("web.war"));
            try (var files = FileSystems.newFileSystem(war)) {
                assertThat(pages(files)).isNotEmpty().isSubsetOf(walked);
                assertThat(servlets(files)).isNotEmpty().isSubsetOf(walked);
            }
        }
    }

    private static List<String> pages(FileSystem war) throws IOException {
        try (var files = Files.walk(war.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> file.toString().substring(1))
                    .filter(file -> !file.startsWith("WEB-INF/"))
                    .toList();
        }
    }

    private static List<String> servlets(FileSystem war) throws IOException {
        try (var files = Files.walk(war.getPath("/WEB-INF/classes"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(AccessIT::isServlet)
                    .map(file -> file.getFileName().toString().replace(".class", ""))
                    .toList();
        }
    }

    private static boolean isServlet(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains("Ljakarta/servlet/annotation/WebServlet;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever is logged in already is led on by the login. */
    private static void assertSees(Visitor visitor, Address address) {
        assertThat(visitor.get(Examples.path(address)).status())
                .isEqualTo(address == Address.LOG_IN ? 302 : 200);
    }

    private static void assertIsLogin(Answer answer, String next) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("Location"))
                .endsWith("/accounts/login/?next=" + Server.escaped(next));
        assertThat(answer.body()).isEmpty();
    }
}
