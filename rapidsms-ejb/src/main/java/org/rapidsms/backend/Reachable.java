package org.rapidsms.backend;

import static org.rapidsms.backend.BackendsLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;

/**
 * Which gateways may be reached: {@code rapidsms.gateway.allow}.
 *
 * <p>Without it, all but those at an address where no gateway can be: addresses of the own network
 * cable, at which clouds give away the server's keys, and those of many at once. Such an address is
 * reached only if it is named as an address: that a name is allowed does not mean that it may lead
 * there.
 *
 * @param rules empty for all
 */
public record Reachable(List<Rule> rules) {

    /** The full name of the setting. */
    static final String SETTING = "rapidsms.gateway.allow";

    /** What holds if nothing is set. */
    static final Reachable USUAL = new Reachable(List.of());

    /** Addresses that only an operator who names them can mean. */
    private static final List<AddressRange> NO_GATEWAYS =
            List.of(
                    range("169.254.0.0/16"), // link-local (RFC 3927); metadata of most clouds
                    range("fe80::/10"), // link-local (RFC 4291)
                    range("64:ff9b::169.254.0.0/112"), // the first of these through NAT64
                    range("fd00:ec2::254"), // metadata of Amazon
                    range("100.100.100.200"), // metadata of Alibaba
                    range("224.0.0.0/4"), // multicast
                    range("ff00::/8")); // multicast

    private static AddressRange range(String written) {
        return AddressRange.parse(written).orElseThrow();
    }

    /**
     * One entry of the list.
     *
     * @param name of a host, in small letters; with {@code *.} before it, of all below it; empty if
     *     it is about addresses
     * @param range empty if it is about names
     * @param port empty for any
     */
    record Rule(String name, Optional<AddressRange> range, OptionalInt port) {

        private static final String LABEL = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";

        /** The last label has a letter in it, so that a misspelt address is no name. */
        private static final Pattern NAME =
                Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)*(?![0-9]+$)" + LABEL);

        private static final Pattern BRACKETS = Pattern.compile("\\[(.*)](:([0-9]{1,5}))?");
        private static final Pattern NO_BRACKETS = Pattern.compile("([^:]*)(:([0-9]{1,5}))?");

        static Optional<Rule> parse(String written) {
            var whole = AddressRange.parse(written);
            if (whole.isPresent()) {
                return Optional.of(new Rule("", whole, OptionalInt.empty()));
            }
            return Optional.of(written.startsWith("[") ? BRACKETS : NO_BRACKETS)
                    .map(pattern -> pattern.matcher(written.toLowerCase(Locale.ROOT)))
                    .filter(Matcher::matches)
                    .flatMap(parts -> parse(parts.group(1), parts.group(3)));
        }

        private static Optional<Rule> parse(String host, String port) {
            var number =
                    port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
            var range = AddressRange.parse(host);
            boolean isRight =
                    (range.isPresent() || NAME.matcher(host).matches())
                            && number.orElse(1) > 0
                            && number.orElse(1) <= 65_535;
            return Optional.of(new Rule(range.isPresent() ? "" : host, range, number))
                    .filter(rule -> isRight);
        }

        boolean isOfAddress(InetAddress address, int at) {
            return isOfPort(at) && range.filter(r -> r.contains(address)).isPresent();
        }

        boolean isOfName(String host, int at) {
            boolean isBelow = name.startsWith("*.") && host.endsWith(name.substring(1));
            return isOfPort(at) && !name.isEmpty() && (isBelow || host.equals(name));
        }

        private boolean isOfPort(int at) {
            return port.orElse(at) == at;
        }
    }

    /**
     * Insists that a gateway may be reached.
     *
     * @param host as it stands in the settings
     * @param addresses all that it has
     * @throws SendException {@link SendFailure#MISCONFIGURED} if one of them may not be
     */
    void check(String host, List<InetAddress> addresses, int port) {
        // A name may end with the dot of the root, and a literal of IPv6 stands in brackets.
        var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        addresses.stream()
                .filter(Predicate.not(address -> isReachable(name, address, port)))
                .findFirst()
                .ifPresent(address -> refuse(host, address, port));
    }

    private boolean isReachable(String name, InetAddress address, int port) {
        if (rules.stream().anyMatch(rule -> rule.isOfAddress(address, port))) {
            return true;
        }
        boolean isNamed =
                rules.isEmpty() || rules.stream().anyMatch(rule -> rule.isOfName(name, port));
        return isNamed && NO_GATEWAYS.stream().noneMatch(range -> range.contains(address));
    }

    private static void refuse(String host, InetAddress address, int port) {
        throw new SendException(
                SendFailure.MISCONFIGURED,
                "%s at %s, port %d, is not reached: %s does not allow it"
                        .formatted(host, address.getHostAddress(), port, SETTING));
    }

    /** Reads the setting once. */
    @ApplicationScoped
    static class Reader {

        private static final String ALLOW = "allow";

        @Produces
        @Singleton
        Reachable read(ServerProperties properties) {
            var settings = properties.settings("rapidsms.gateway");
            settings.optional(ALLOW).ifPresent(LOG::reachable);
            return read(settings);
        }

        static Reachable read(Settings settings) {
            return new Reachable(
                    settings.optional(ALLOW).stream()
                            .flatMap(all -> Arrays.stream(all.split("[\\s,]+")))
                            .map(one -> rule(settings, one))
                            .toList());
        }

        private static Rule rule(Settings settings, String written) {
            return Rule.parse(written)
                    .orElseThrow(
                            () ->
                                    settings.wrong(
                                            ALLOW,
                                            "must be hosts, *.domains, addresses and ranges, each"
                                                    + " with a :port or without, not "
                                                    + written));
        }
    }
}
