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
package io.github.hounsfield.imagej.archive;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.SwingConstants;

/** Puts days of a calendar into a date field. The first click gives a day, the next a range to another day. */
final class CalendarButton extends JButton {

	private static final long serialVersionUID = 1L;

	private final JTextField field;
	private final JPopupMenu popup = new JPopupMenu();
	private YearMonth month = YearMonth.now();

	CalendarButton(final JTextField field) {
		super("...");
		this.field = field;
		setToolTipText("A calendar: one day, then another for a range");
		setMargin(new Insets(0, 4, 0, 4));
		addActionListener(e -> {
			fill();
			popup.show(this, 0, getHeight());
		});
	}

	private void fill() {
		popup.removeAll();
		final JPanel head = new JPanel(new BorderLayout());
		head.add(button("<", () -> turn(-1)), BorderLayout.LINE_START);
		head.add(new JLabel(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH) + " " + month
			.getYear(), SwingConstants.CENTER), BorderLayout.CENTER);
		head.add(button(">", () -> turn(1)), BorderLayout.LINE_END);
		final JPanel years = new JPanel(new BorderLayout());
		years.add(button("<<", () -> turn(-12)), BorderLayout.LINE_START);
		years.add(head, BorderLayout.CENTER);
		years.add(button(">>", () -> turn(12)), BorderLayout.LINE_END);
		final JPanel days = new JPanel(new GridLayout(0, 7));
		for (final DayOfWeek day : DayOfWeek.values())
			days.add(new JLabel(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), SwingConstants.CENTER));
		for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++)
			days.add(new JLabel());
		for (int day = 1; day <= month.lengthOfMonth(); day++) {
			final LocalDate date = month.atDay(day);
			days.add(button(Integer.toString(day), () -> choose(date)));
		}
		popup.add(years);
		popup.add(days);
		popup.pack();
	}

	private static JButton button(final String text, final Runnable action) {
		final JButton button = new JButton(text);
		button.setMargin(new Insets(1, 3, 1, 3));
		button.addActionListener(e -> action.run());
		return button;
	}

	private void turn(final int months) {
		month = month.plusMonths(months);
		popup.setVisible(false);
		fill();
		popup.show(this, 0, getHeight());
	}

	private void choose(final LocalDate date) {
		popup.setVisible(false);
		field.setText(with(field.getText().trim(), date.format(DateTimeFormatter.BASIC_ISO_DATE)));
	}

	/** A second day makes a range of the first. Anything else is replaced. */
	static String with(final String before, final String day) {
		if (!before.matches("\\d{8}") || before.equals(day)) return day;
		return before.compareTo(day) < 0 ? before + "-" + day : day + "-" + before;
	}
}
