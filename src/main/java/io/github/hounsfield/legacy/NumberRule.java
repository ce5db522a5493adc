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
package io.github.hounsfield.legacy;

import java.util.regex.Pattern;
import org.scijava.module.ModuleItem;

/**
 * Which numbers an input takes. Nothing is clamped or rounded.
 *
 * @param item an input that is a number
 * @param type of its values, boxed
 * @param mayBeNaN whether NaN stands for nothing given
 */
record NumberRule(ModuleItem<?> item, Class<?> type, boolean mayBeNaN) {

	private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
	private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

	/** Lowest and highest, in words that follow "a number"; empty where there is neither. */
	String range() {
		final Object min = item.getMinimumValue();
		final Object max = item.getMaximumValue();
		if (min != null && max != null) return " from " + text(min) + " to " + text(max);
		if (min != null) return " of at least " + text(min);
		return max != null ? " of at most " + text(max) : "";
	}

	/** The number in the input's type, or null where it is none or does not fit. */
	Object whole(final String text) {
		if (!WHOLE.matcher(text).matches()) return null;
		final long value = Long.parseLong(text);
		if (type == Long.class) return value;
		if (type == Integer.class) return (int) value == value ? (int) value : null;
		if (type == Short.class) return (short) value == value ? (short) value : null;
		return (byte) value == value ? (byte) value : null;
	}

	/** The number in the input's type, or null where it is none. */
	Object real(final String text) {
		if (mayBeNaN && text.equals("NaN")) return real(Double.NaN);
		return isNumber(text) ? real(Double.parseDouble(text)) : null;
	}

	/** Whether a text is a finite decimal number. */
	static boolean isNumber(final String text) {
		return NUMBER.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text));
	}

	Object real(final double value) {
		return type == Float.class ? (Object) (float) value : (Object) value;
	}

	boolean allows(final double value) {
		if (Double.isNaN(value)) return mayBeNaN;
		final Number min = (Number) item.getMinimumValue();
		final Number max = (Number) item.getMaximumValue();
		return (min == null || value >= min.doubleValue()) && (max == null || value <= max.doubleValue());
	}

	/** The text of a value: whole numbers without a point; empty for NaN. */
	static String text(final Object value) {
		if (value instanceof Double || value instanceof Float) {
			final double number = ((Number) value).doubleValue();
			if (Double.isNaN(number)) return "";
			if (number == Math.rint(number) && Math.abs(number) < 1e15) return Long.toString((long) number);
		}
		return value.toString();
	}
}
