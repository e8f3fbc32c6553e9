package org.rapidsms.backend.email;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that an HTML page shows: no more than is needed to read what somebody wrote. */
final class HtmlText {

    private static final Set<String> NO_TEXT = Set.of("script", "style");
    private static final Set<String> HIDDEN = Set.of("head", "title", "blockquote");
    private static final Set<String> LINES =
            Set.of("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int hidden;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        var page = new HtmlText(html);
        page.read();
        return page.text.toString().strip();
    }

    private void read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && isTag()) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                show(Character.isWhitespace(c) ? " " : String.valueOf(c));
                at++;
            }
        }
    }

    private boolean isTag() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            at = after("-->", at);
            return;
        }
        int end = after(">", at);
        boolean isEnd = html.charAt(at + 1) == '/';
        var name = name(at + (isEnd ? 2 : 1));
        at = end;
        if (NO_TEXT.contains(name) && !isEnd) {
            at = beginningOf("</" + name, at);
        } else if (HIDDEN.contains(name)) {
            hidden = Math.max(0, hidden + (isEnd ? -1 : 1));
        } else if (name.equals("br")) {
            newLine();
        } else if (LINES.contains(name) && !text.isEmpty() && !endsWith('\n')) {
            newLine();
        }
    }

    private String name(int start) {
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int after(String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private int beginningOf(String mark, int from) {
        for (int i = from; i < html.length(); i++) {
            if (html.regionMatches(true, i, mark, 0, mark.length())) {
                return i;
            }
        }
        return html.length();
    }

    private void entity() {
        int end = html.indexOf(';', at);
        var meant = end < 0 || end - at > 10 ? "" : meaning(html.substring(at + 1, end));
        show(meant.isEmpty() ? "&" : meant);
        at = meant.isEmpty() ? at + 1 : end + 1;
    }

    private static String meaning(String name) {
        try {
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return Character.toString(Integer.parseInt(name.substring(2), 16));
            }
            if (name.startsWith("#")) {
                return Character.toString(Integer.parseInt(name.substring(1)));
            }
        } catch (IllegalArgumentException e) {
            return "";
        }
        return ENTITIES.getOrDefault(name, "");
    }

    private void show(String character) {
        boolean isSpareSpace =
                character.equals(" ") && (text.isEmpty() || endsWith(' ') || endsWith('\n'));
        if (hidden == 0 && !isSpareSpace) {
            text.append(character);
        }
    }

    private void newLine() {
        if (hidden == 0) {
            while (endsWith(' ')) {
                text.setLength(text.length() - 1);
            }
            text.append('\n');
        }
    }

    private boolean endsWith(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }
}
