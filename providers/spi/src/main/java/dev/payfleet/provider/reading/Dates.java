package dev.payfleet.provider.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Days in one pattern. Strict: 31/02 is no day.
public final class Dates implements Notation<LocalDate> {

    /// 2026-03-18, as in most JSON.
    public static final Dates ISO = new Dates("uuuu-MM-dd", Locale.ROOT);

    private final String pattern;
    private final DateTimeFormatter formatter;

    /// A pattern of [DateTimeFormatter], with `uuuu` for the year; the locale is for names of months.
    public Dates(String pattern, Locale locale) {
        this.pattern = pattern;
        this.formatter = DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public @Nullable LocalDate parse(String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The day as the site writes it, for a filter.
    public String write(LocalDate day) {
        return formatter.format(day);
    }

    @Override
    public String description() {
        return "a date as " + pattern.replace('u', 'y');
    }
}
