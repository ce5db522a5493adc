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
package io.github.hounsfield.export;

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JSON file beside an array, for the array says no place. {@code shape} is the array's own, in the {@code order} of
 * its axes, and {@code size} that of the volume as x, y, z. {@code spacing} and {@code origin} are x, y, z, mm, LPS;
 * {@code direction}, nine numbers of a matrix by rows whose columns are the axes x, y, z (SimpleITK's order); null
 * where the place is not known.
 */
final class PlaceJson {

	/** Red, green, blue. */
	private static final int COLOURS = 3;

	private static final int DIGITS = 15;

	/** Of lengths in mm, of seconds, and of cosines: smaller ones are 0. */
	private static final double NOISE = 1e-13;

	private PlaceJson() {}

	static byte[] bytes(final VolumeHeader header) {
		final Placement placement = header.placement();
		final boolean colour = header.type() == VoxelType.RGB24;
		final StringBuilder json = new StringBuilder("{\n");
		final Map<String, Integer> axes = new LinkedHashMap<>();
		if (header.times() > 1) axes.put("t", header.times());
		axes.put("z", header.depth());
		axes.put("y", header.height());
		axes.put("x", header.width());
		if (colour) axes.put("rgb", COLOURS);
		line(json, "order", strings(List.copyOf(axes.keySet())));
		line(json, "shape", axes.values().toString());
		line(json, "size", "[" + header.width() + ", " + header.height() + ", " + header.depth() + "]");
		line(json, "space", placement.grid().isPresent() ? "\"LPS\"" : "null");
		line(json, "spacing", placement.grid().map(grid -> numbers(grid.spacingX(), grid.spacingY(), grid.spacingZ())).orElse(
			"null"));
		line(json, "origin", placement.grid().map(grid -> numbers(grid.origin().toArray())).orElse("null"));
		line(json, "direction", placement.grid().map(PlaceJson::direction).orElse("null"));
		if (header.times() > 1) line(json, "frame_seconds", placement.frameSeconds() > 0 ? number(placement.frameSeconds())
			: "null");
		line(json, "unit", placement.unit().isEmpty() ? "null" : string(placement.unit()));
		json.append("  \"steps\": ").append(strings(placement.steps())).append("\n}\n");
		return json.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void line(final StringBuilder json, final String key, final String value) {
		json.append("  \"").append(key).append("\": ").append(value).append(",\n");
	}

	private static String direction(final VoxelGrid grid) {
		final Vector3 x = grid.stepX().normalized();
		final Vector3 y = grid.stepY().normalized();
		final Vector3 z = grid.stepZ().normalized();
		return numbers(x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z());
	}

	private static String numbers(final double... values) {
		final StringBuilder list = new StringBuilder("[");
		for (int i = 0; i < values.length; i++)
			list.append(i == 0 ? "" : ", ").append(number(values[i]));
		return list.append("]").toString();
	}

	/**
	 * The shortest decimal of the same 15 digits, for people read this file too. A header's decimal string has no more
	 * (PS3.5, table 6.2-1: 16 bytes with sign and point); beyond them stands the noise of arithmetic, such as
	 * 0.9999999999999999 for 1. Headers of volumes keep all digits, so that every program rounds a place as this one does.
	 */
	static String number(final double value) {
		if (!Double.isFinite(value)) return Double.toString(value);
		if (Math.abs(value) < NOISE) return "0.0";
		return Double.toString(new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).doubleValue());
	}

	private static String strings(final List<String> values) {
		return values.stream().map(PlaceJson::string).collect(Collectors.joining(", ", "[", "]"));
	}

	private static String string(final String value) {
		final StringBuilder text = new StringBuilder("\"");
		for (final char c : value.toCharArray())
			if (c == '"' || c == '\\') text.append('\\').append(c);
			else if (c < ' ') text.append(String.format("\\u%04x", (int) c));
			else text.append(c);
		return text.append('"').toString();
	}
}
