package org.rapidsms.web.csv;

import java.util.regex.Pattern;

/**
 * Keeps the words of strangers from being run as formulas by the program that opens a table.
 *
 * <p>A cell that begins like a formula gets an apostrophe in front, which spreadsheets take for
 * "this is text". The one exception is a plus sign before nothing but digits, such as {@code
 * +256772000001}: a spreadsheet can make a number of that and do no harm, and who reads the table
 * by program finds the phone number as it is. What has such an apostrophe already gets another, so
 * that reading takes away what writing has added.
 */
public final class SafeCell {

    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n].*");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]+");

    private SafeCell() {}

    /** What may be written for a value; null is written as nothing. */
    public static String of(String value) {
        if (value == null) {
            return "";
        }
        boolean isFormula =
                FORMULA.matcher(value).matches() && !PHONE_NUMBER.matcher(value).matches();
        return isFormula ? "'" + value : value;
    }

    /** The value that was written so. */
    public static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
