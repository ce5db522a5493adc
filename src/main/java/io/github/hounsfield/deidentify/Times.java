/*-
 * #%L
 * Hounsfield: medical CT in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Hounsfield developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.Vr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and ages as PS3.5 table 6.2-1 writes them: recognizes them, and moves them back some days. */
final class Times {

	/** Years, months, days; the form with points is that of ACR-NEMA. */
	private static final Pattern DATE = Pattern.compile("(\\d{4})(\\.?)(\\d{2})\\2(\\d{2})");

	/** From the year down to a fraction of a second, and a time zone. A part needs all parts before it. */
	private static final Pattern DATE_TIME = Pattern.compile(
		"(\\d{4})(?:(\\d{2})(?:(\\d{2})((?:\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,6})?)?)?)?))?)?([+-]\\d{4})?");

	private static final Pattern TIME = Pattern.compile("\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,6})?)?)?|" +
		"\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?");

	private static final Pattern ZONE = Pattern.compile("[+-]\\d{4}");
	private static final Pattern AGE = Pattern.compile("(\\d{3})([DWMY])");

	private static final int OLDEST_SHOWN = 89;
	private static final String OLDER = "090Y";

	private Times() {}

	/** Whether it is what an attribute of this VR has: a date, a date with a time, a time of day or a time zone. */
	static boolean isTime(final Vr vr, final String text) {
		return switch (vr) {
			case TM -> TIME.matcher(text).matches();
			case DA, DT -> earlier(text, 0) != null;
			default -> ZONE.matcher(text).matches();
		};
	}

	/**
	 * The day some days before. A missing day or month counts as the first, and is not written.
	 *
	 * @return null where the text is no date and no date with a time
	 */
	static String earlier(final String text, final int days) {
		try {
			final Matcher date = DATE.matcher(text);
			if (date.matches()) return write(LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(3)),
				Integer.parseInt(date.group(4))).minusDays(days), date.group(2));
			final Matcher time = DATE_TIME.matcher(text);
			if (!time.matches()) return null;
			final String month = time.group(2);
			final String day = time.group(3);
			final String moved = write(LocalDate.of(Integer.parseInt(time.group(1)), month == null ? 1 : Integer.parseInt(
				month), day == null ? 1 : Integer.parseInt(day)).minusDays(days), "");
			final int digits = day != null ? 8 : month != null ? 6 : 4;
			return moved.substring(0, digits) + (time.group(4) == null ? "" : time.group(4)) + (time.group(5) == null ? ""
				: time.group(5));
		}
		catch (final DateTimeException e) {
			return null;
		}
	}

	private static String write(final LocalDate date, final String point) {
		return String.format("%04d%s%02d%s%02d", date.getYear(), point, date.getMonthValue(), point, date.getDayOfMonth());
	}

	/** The age, or 90 years if it is over 89; null if the text is no age. */
	static String age(final String text) {
		final Matcher age = AGE.matcher(text);
		if (!age.matches()) return null;
		final double years = Integer.parseInt(age.group(1)) / switch (age.group(2)) {
			case "D" -> 365.25;
			case "W" -> 365.25 / 7;
			case "M" -> 12.0;
			default -> 1.0;
		};
		return years >= OLDEST_SHOWN + 1 ? OLDER : text;
	}
}
