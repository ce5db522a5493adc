package io.github.hounsfield.command;

import io.github.hounsfield.imagej.ImageException;
import java.util.Optional;

/** Checks of parameters that a macro may have filled with anything. */
final class Inputs {

	private Inputs() {}

	/** @return empty where the text is blank; otherwise the number in it */
	static Optional<Double> number(final String parameter, final String text) {
		if (text == null || text.isBlank()) return Optional.empty();
		try {
			final double number = Double.parseDouble(text.trim());
			if (Double.isFinite(number)) return Optional.of(number);
		}
		catch (final NumberFormatException e) {
			// said below, with the parameter's name
		}
		throw new ImageException(parameter + " is '" + text + "'; expected a number");
	}

	static double inRange(final String parameter, final double value, final double min, final double max) {
		if (value >= min && value <= max) return value;
		throw new ImageException(parameter + " is " + value + "; allowed are " + min + " to " + max);
	}

	static int inRange(final String parameter, final int value, final int min, final int max) {
		if (value >= min && value <= max) return value;
		throw new ImageException(parameter + " is " + value + "; allowed are " + min + " to " + max);
	}
}
