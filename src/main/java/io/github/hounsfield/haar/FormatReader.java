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
package io.github.hounsfield.haar;

import io.github.hounsfield.haar.HaarFeature.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The common part of both formats of cascades: places, numbers, rectangles. */
abstract class FormatReader {

	/**
	 * Place of a part. Only an error puts it into words.
	 *
	 * @param outer null for the whole
	 * @param kind of the part
	 * @param index from 0
	 */
	record Place(Place outer, String kind, int index) {

		static final Place ROOT = new Place(null, "", 0);

		Place in(final String inner, final int innerIndex) {
			return new Place(this, inner, innerIndex);
		}

		/** As in "stage 3, tree 1: ". */
		String prefix() {
			final StringBuilder words = new StringBuilder();
			for (Place p = this; p != ROOT; p = p.outer)
				words.insert(0, p.kind + " " + p.index + (words.length() == 0 ? ": " : ", "));
			return words.toString();
		}
	}

	final Xml.Element root;

	FormatReader(final Xml.Element root) {
		this.root = root;
	}

	abstract Cascade cascade() throws CascadeException;

	/** The one child of that name. */
	static Xml.Element child(final Xml.Element parent, final String name, final Place place) throws CascadeException {
		final Xml.Element child = parent.child(name);
		if (child == null) throw error(place, parent, "no <" + name + ">");
		return child;
	}

	/** Children of a sequence, at least one. */
	static List<Xml.Element> items(final Xml.Element parent, final String name, final Place place)
		throws CascadeException
	{
		final Xml.Element sequence = child(parent, name, place);
		if (sequence.children().isEmpty()) throw error(place, sequence, "<" + name + "> is empty");
		return sequence.children();
	}

	/** The one word of a child. */
	static String word(final Xml.Element parent, final String name, final Place place) throws CascadeException {
		final Xml.Element child = child(parent, name, place);
		final String[] words = child.words();
		if (words.length != 1) throw error(place, child, "<" + name + "> holds " + words.length + " words; expected 1");
		return words[0];
	}

	/** A real number as OpenCV takes it: read as double, kept as float. */
	static float real(final String word, final Xml.Element where, final Place place) throws CascadeException {
		try {
			final float value = Decimal.parse(word);
			final boolean decimal = Character.isDigit(word.charAt(word.length() - 1)) || word.endsWith(".");
			if (decimal && Float.isFinite(value)) return value;
		}
		catch (final NumberFormatException e) {
			// falls through to the error below
		}
		throw error(place, where, "'" + shorten(word) + "' is no number");
	}

	/** A whole number, "3" or "3.". */
	static int whole(final String word, final Xml.Element where, final Place place) throws CascadeException {
		try {
			return Integer.parseInt(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
		}
		catch (final NumberFormatException e) {
			throw error(place, where, "'" + shorten(word) + "' is no whole number");
		}
	}

	/** A feature from its rects and tilted. */
	HaarFeature feature(final Xml.Element element, final int width, final int height, final Place place)
		throws CascadeException
	{
		final List<Rectangle> rectangles = new ArrayList<>();
		for (final Xml.Element item : items(element, "rects", place)) {
			final String[] words = item.words();
			if (words.length != 5) throw error(place, item, "a rectangle of " + words.length +
				" numbers; expected x, y, width, height and weight");
			final int[] box = new int[4];
			for (int k = 0; k < 4; k++) box[k] = whole(words[k], item, place);
			final float weight = real(words[4], item, place);
			final boolean absent = rectangles.size() == 2 && weight == 0 && box[2] == 0 && box[3] == 0;
			if (!absent) rectangles.add(built(place, item, () -> new Rectangle(box[0], box[1], box[2], box[3], weight)));
		}
		final boolean tilted = element.child("tilted") != null && whole(word(element, "tilted", place), element, place) != 0;
		return built(place, element, () -> {
			final HaarFeature feature = new HaarFeature(rectangles, tilted);
			feature.requireInside(width, height);
			return feature;
		});
	}

	/** Makes a part of the model. Its constructor says what is wrong, and this adds the place. */
	static <T> T built(final Place place, final Xml.Element where, final Supplier<T> constructor)
		throws CascadeException
	{
		try {
			return constructor.get();
		}
		catch (final IllegalArgumentException e) {
			throw error(place, where, e.getMessage());
		}
	}

	static CascadeException error(final Place place, final Xml.Element where, final String what) {
		return new CascadeException(place.prefix() + what + " (line " + where.line() + ")");
	}

	private static String shorten(final String word) {
		return word.length() <= 30 ? word : word.substring(0, 30) + "...";
	}
}
