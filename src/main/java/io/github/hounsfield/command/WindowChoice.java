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
package io.github.hounsfield.command;

import io.github.hounsfield.imagej.hu.ImageWindows;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.intensity.WindowPreset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parameters of a window ask for.
 *
 * @param preset label of a {@link WindowPreset}; {@link #CUSTOM} for width and center; {@link #IMAGE} for the first
 *          window of the image's header, {@code Image 2} for the second, {@code Image: LUNG} for the one explained so
 * @param width HU
 * @param center HU
 * @param function name of a {@link VoiLutFunction}, for presets and Custom
 */
record WindowChoice(String preset, double width, double center, String function) {

	static final String CUSTOM = "Custom";
	static final String IMAGE = "Image";

	/** Width and level in the dialog for a window without them, such as a lookup table; HU. */
	static final double DEFAULT_WIDTH = 1500;
	static final double DEFAULT_CENTER = -600;

	/** What a dialog offers: the presets, each window of a header by its explanation, Custom. */
	static List<String> choices(final List<ImageWindows.Named> own) {
		final Set<String> choices = new LinkedHashSet<>();
		for (final WindowPreset offered : WindowPreset.values())
			choices.add(offered.label());
		final Set<VoiTransform> distinct = new HashSet<>();
		for (final ImageWindows.Named window : own)
			if (window.usable().isPresent() && distinct.add(window.transform())) choices.add(IMAGE + ": " + window.name());
		choices.add(CUSTOM);
		return List.copyOf(choices);
	}

	/** One line that names the windows of a header as the choices do: {@code Image: LUNG (W 1500, L -600), ...}. */
	static String describe(final List<ImageWindows.Named> own) {
		if (own.isEmpty()) return "no window";
		final List<String> names = new ArrayList<>();
		for (final ImageWindows.Named window : own)
			names.add(IMAGE + ": " + window.name() + levels(window));
		return String.join(", ", names);
	}

	/** Width and level of a window whose name does not have them. */
	private static String levels(final ImageWindows.Named window) {
		if (window.usable().isEmpty()) return " (not allowed)";
		return window.usable().get() instanceof Window levels && !window.name().startsWith("W ") ? " (W " + number(levels
			.width()) + ", L " + number(levels.center()) + ")" : "";
	}

	private static String number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
	}

	/** The window in a few words. */
	String name() {
		return CUSTOM.equals(preset) ? "W " + number(width) + ", L " + number(center) : preset;
	}

	/** Whether width and center are in HU for any image: all presets except the image's own windows. */
	boolean isInHu() {
		return WindowPreset.ofLabel(preset).isPresent();
	}

	/** @param slice index from 0 of the slice whose header may be asked */
	VoiTransform transform(final ImageValues values, final int slice) {
		final VoiLutFunction chosen = chosen();
		if (CUSTOM.equals(preset)) return custom(chosen);
		if (preset != null && preset.startsWith(IMAGE)) return own(ImageWindows.of(values, slice), slice);
		final Window window = WindowPreset.ofLabel(preset).orElseThrow(() -> new ImageException("preset is '" + preset +
			"'", "one of " + Arrays.stream(WindowPreset.values()).map(WindowPreset::label).collect(Collectors.joining(
				"; ")) + "; " + IMAGE + "; " + CUSTOM)).window();
		return new Window(window.center(), window.width(), chosen);
	}

	/**
	 * Refuses keys that would be dropped. A dialog records width, center and function beside every window, with that
	 * window's values. Those are allowed, for they change nothing.
	 *
	 * @param given keys of the macro or script
	 * @param slice index from 0 of the slice whose header may be asked
	 */
	void requireNoneIdle(final Set<String> given, final ImageValues values, final int slice) {
		final VoiTransform chosen = transform(values, slice);
		if (CUSTOM.equals(preset)) {
			if (given.contains("width") != given.contains("center")) throw new ImageException(
				"width and center go together; " + (given.contains("width") ? "center" : "width") + " is missing");
			return;
		}
		final boolean own = preset.startsWith(IMAGE);
		final double dueWidth = chosen instanceof Window window ? window.width() : DEFAULT_WIDTH;
		final double dueCenter = chosen instanceof Window window ? window.center() : DEFAULT_CENTER;
		if (given.contains("width") && width != dueWidth || given.contains("center") && center != dueCenter)
			throw new ImageException("width and center are given beside preset '" + preset +
				"', which has its own; leave out the preset, or give preset=Custom");
		if (own && given.contains("function") && chosen() != VoiLutFunction.LINEAR && !(chosen instanceof Window window &&
			window.function() == chosen())) throw new ImageException("function is '" + function + "', but preset '" + preset +
				"' brings the function of the image's header; leave out the function");
	}

	private Window custom(final VoiLutFunction chosen) {
		try {
			return new Window(center, width, chosen);
		}
		catch (final IntensityException e) {
			throw new ImageException("width is " + width + " and center " + center, e);
		}
	}

	private VoiLutFunction chosen() {
		try {
			return VoiLutFunction.valueOf(function);
		}
		catch (final IllegalArgumentException e) {
			throw new ImageException("function is '" + function + "'", "one of " + Arrays.toString(VoiLutFunction
				.values()));
		}
	}

	private VoiTransform own(final List<ImageWindows.Named> windows, final int slice) {
		if (windows.isEmpty()) throw new ImageException("preset is '" + preset + "', but the header of slice " + (slice +
			1) + " names no window");
		final String which = preset.substring(IMAGE.length()).trim();
		if (which.isEmpty()) return windows.get(0).transform();
		for (int i = 0; i < windows.size(); i++)
			if (which.equals(Integer.toString(i + 1)) || which.startsWith(":") && windows.get(i).name().equals(which.substring(
				1).trim())) return windows.get(i).transform();
		throw new ImageException("preset is '" + preset + "', but the windows of slice " + (slice + 1) + " are " + windows
			.stream().map(ImageWindows.Named::name).collect(Collectors.joining("; ")));
	}
}
