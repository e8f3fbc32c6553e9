package org.rapidsms.cli.migration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapidsms.cli.migration.KannelConf.Group;

/**
 * The backends that a {@code kannel.conf} speaks of: one for each service that calls an address.
 */
final class KannelBackends {

    private static final Pattern OURS = Pattern.compile("/backend/([A-Za-z0-9_-]+)/");

    private static final Predicate<String> YES =
            Pattern.compile("yes|true|on|1").asMatchPredicate();

    private final Sheet sheet;
    private final String server;
    private final KannelConf conf;

    KannelBackends(Sheet sheet, String server, KannelConf conf) {
        this.sheet = sheet;
        this.server = server;
        this.conf = conf;
    }

    void add() {
        conf.includes().forEach(this::include);
        conf.groups("sms-service").forEach(this::service);
        sheet.part("What kannel.conf should have besides, or texts are cut or lost:");
        conf.groups("sendsms-user").forEach(this::user);
        conf.groups("smsc").forEach(this::smsc);
        if (smsbox("http-request-retry").isEmpty()) {
            sheet.todo("group = smsbox: http-request-retry = 3, http-queue-delay = 10");
        }
        sheet.note("All the rest of it stays with Kannel: groups " + kinds() + ".");
    }

    private void include(String file) {
        sheet.part("include = " + file);
        sheet.todo(
                "if it has groups sms-service, sendsms-user, smsbox or smsc: give me that file too");
    }

    private String kinds() {
        return conf.groups().stream().map(Group::kind).distinct().collect(Collectors.joining(", "));
    }

    private void service(Group service) {
        sheet.part("group = sms-service, keyword = " + service.get("keyword").orElse(""));
        var url =
                Stream.of("get-url", "post-url", "post-xml").flatMap(k -> service.get(k).stream());
        url.findFirst()
                .ifPresentOrElse(
                        address -> backend(service, address),
                        () -> sheet.note("answers by itself, and asks nobody here."));
    }

    private void backend(Group service, String address) {
        var name = name(service, address);
        if (sheet.isNew(name)) {
            var prefix = "backends." + name + ".";
            sheet.set(prefix + "engine", Engine.KANNEL.ours());
            sheet.set(prefix + "sendsms-url", sendsmsUrl());
            params(service)
                    .forEach((key, value) -> sheet.set(prefix + "sendsms-params." + key, value));
            sheet.todo("sendsms-url: if Kannel is on another machine, say which");
            sheet.todo("sendsms-params.from: if the network does not set the sender by itself");
        } else {
            sheet.note("is the backend " + name + ", which was there already.");
        }
        sheet.todo(
                "change in it: get-url = \""
                        + server
                        + "/backend/"
                        + name
                        + "/?id=%p&text=%b&charset=%C&coding=%c&sms_id=%I\"");
        if (!service.get("max-messages").equals(Optional.of("0"))) {
            sheet.todo("add to it: max-messages = 0");
        }
    }

    /** As the address has it, if it is one of RapidSMS; else as the network is called. */
    private static String name(Group service, String address) {
        var ours = OURS.matcher(address);
        return ours.find()
                ? ours.group(1)
                : service.get("accepted-smsc").orElse("kannel").replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private String sendsmsUrl() {
        boolean tls = smsbox("sendsms-port-ssl").filter(YES).isPresent();
        return (tls ? "https" : "http")
                + "://127.0.0.1:"
                + smsbox("sendsms-port").orElse("13013")
                + smsbox("sendsms-url").orElse("/cgi-bin/sendsms");
    }

    private Optional<String> smsbox(String key) {
        return conf.groups("smsbox").stream().flatMap(group -> group.get(key).stream()).findFirst();
    }

    private Map<String, String> params(Group service) {
        var params = new TreeMap<String, String>();
        conf.groups("sendsms-user").stream()
                .findFirst()
                .ifPresent(
                        user -> {
                            params.put("username", user.get("username").orElse(""));
                            params.put("password", user.get("password").orElse(""));
                        });
        service.get("accepted-smsc")
                .filter(id -> !id.contains(";"))
                .ifPresent(id -> params.put("smsc", id));
        return params;
    }

    private void user(Group user) {
        var name = "group = sendsms-user, username = " + user.get("username").orElse("");
        if (user.get("concatenation").filter(YES).isEmpty()) {
            sheet.todo(name + ": concatenation = true");
        }
        if (user.get("max-messages").isEmpty()) {
            sheet.todo(name + ": max-messages = 10");
        }
    }

    private void smsc(Group smsc) {
        var id = smsc.get("smsc-id").orElse("");
        if (smsc.get("allowed-smsc-id").isEmpty() && !id.isEmpty()) {
            sheet.todo("group = smsc, smsc-id = " + id + ": allowed-smsc-id = " + id);
        }
    }
}
