package org.rapidsms.backend.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands in a mail besides what its writer wrote this time. */
final class Quotation {

    /**
     * What programs write above the mail that is answered, in the languages that we know of; with a
     * date in it.
     */
    private static final List<Pattern> INTRODUCTIONS =
            List.of(
                    Pattern.compile("On .{5,200} wrote:"),
                    Pattern.compile("Le .{5,200} a écrit ?:"),
                    Pattern.compile("Am .{5,200} schrieb.{0,100}:"),
                    Pattern.compile("El .{5,200} escribió:"),
                    Pattern.compile("(Em|A) .{5,200} escreveu:"),
                    Pattern.compile("Il .{5,200} ha scritto:"),
                    Pattern.compile("Op .{5,200} schreef.{0,100}:"),
                    Pattern.compile("(في|بتاريخ) .{5,200}كتب.{0,100}:"));

    private static final Pattern LINE =
            Pattern.compile("-{3,} ?(Original Message|Message d'origine) ?-{3,}|_{20,}");

    private static final Pattern PHONES_SIGNATURE =
            Pattern.compile(
                    "(Sent from my|Sent from Mail for|Get Outlook for|Envoyé de mon"
                            + "|Envoyé depuis mon|أُرسلت من) .{1,60}");

    private Quotation() {}

    /** Cuts quoted mails, above or below what was written, and signatures. */
    static String cut(String text) {
        var written = new ArrayList<String>();
        var lines = joined(List.of(text.split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean introduces = isIntroduction(line);
            if (isSignature(line) || introduces && !quotesAfter(lines, i) && !isBlank(written)) {
                break;
            }
            if (line.startsWith(">")) {
                dropIntroduction(written);
            } else if (!introduces) {
                written.add(line);
            }
        }
        return String.join("\n", written).strip();
    }

    private static boolean isBlank(List<String> lines) {
        return lines.stream().allMatch(String::isBlank);
    }

    private static boolean quotesAfter(List<String> lines, int at) {
        return lines.stream()
                .skip(at + 1L)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.startsWith(">"))
                .isPresent();
    }

    /** A line that tells who wrote is often wrapped. */
    private static List<String> joined(List<String> lines) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var both = lines.get(i).strip() + " " + (i + 1 < lines.size() ? lines.get(i + 1) : "");
            boolean isWrapped = !isIntroduction(lines.get(i)) && isIntroduction(both);
            joined.add(isWrapped ? both : lines.get(i));
            i += isWrapped ? 1 : 0;
        }
        return joined;
    }

    private static boolean isIntroduction(String line) {
        var words = line.strip();
        return LINE.matcher(words).matches()
                || words.chars().anyMatch(Character::isDigit)
                        && INTRODUCTIONS.stream().anyMatch(known -> known.matcher(words).matches());
    }

    private static boolean isSignature(String line) {
        return line.equals("-- ")
                || line.equals("--")
                || PHONES_SIGNATURE.matcher(line.strip()).matches();
    }

    /** Whatever its language: it ends in a colon, and quoted lines follow. */
    private static void dropIntroduction(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        if (last >= 0 && lines.get(last).strip().endsWith(":")) {
            lines.subList(last, lines.size()).clear();
        }
    }
}
