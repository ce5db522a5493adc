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
package io.github.hounsfield.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The elements of one data set or sequence item in the order of their tags. Immutable, safe for several threads.
 * <p>
 * An absent or empty element comes back as an empty optional, array or list. There are no default values. An element
 * that cannot be read as asked is a {@link DicomException} that names file, tag, byte and value.
 */
public final class DataSet {

	/** A data set without elements. */
	public static final DataSet EMPTY = new Builder("", CharacterSet.DEFAULT).build();

	private final String source;
	private final CharacterSet characterSet;
	private final int[] tags;
	private final Element[] elements;

	private DataSet(final String source, final CharacterSet characterSet, final int[] tags, final Element[] elements) {
		this.source = source;
		this.characterSet = characterSet;
		this.tags = tags;
		this.elements = elements;
	}

	/** How messages name the file. */
	public String source() {
		return source;
	}

	/** The character set of the strings (Specific Character Set). Items inherit it. */
	public CharacterSet characterSet() {
		return characterSet;
	}

	/** All elements in ascending order of their tags. */
	public List<Element> elements() {
		return Collections.unmodifiableList(Arrays.asList(elements));
	}

	/** The element, even an empty one; null if it is absent. */
	public Element element(final int tag) {
		final int index = indexOf(tags, tags.length, tag);
		return index < 0 ? null : elements[index];
	}

	/** Whether the element is there and has a value. */
	public boolean has(final int tag) {
		final Element element = element(tag);
		return element != null && !element.isEmpty();
	}

	/** The items of a sequence; none if it is absent. */
	public List<DataSet> items(final int tag) {
		final Element element = element(tag);
		return element == null ? List.of() : element.items();
	}

	/** The first item of a sequence; an empty data set if there is none. */
	public DataSet firstItem(final int tag) {
		final List<DataSet> items = items(tag);
		return items.isEmpty() ? EMPTY : items.get(0);
	}

	/** The values of a text element without padding; none if it is absent or empty. */
	public List<String> strings(final int tag) throws DicomException {
		final Element element = element(tag);
		if (element == null || element.isEmpty()) return List.of();
		return Values.strings(this, element);
	}

	/** The first value, if it is not blank. */
	public Optional<String> string(final int tag) throws DicomException {
		final List<String> values = strings(tag);
		return values.isEmpty() || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
	}

	/** All values as numbers, for IS, DS and every binary VR. */
	public double[] numbers(final int tag) throws DicomException {
		final Element element = element(tag);
		return element == null || element.isEmpty() ? new double[0] : Values.numbers(this, element);
	}

	/** The first value as a number. */
	public OptionalDouble number(final int tag) throws DicomException {
		final double[] values = numbers(tag);
		return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
	}

	/** All values as whole numbers; a fraction or a value beyond 32 bits is an error. */
	public int[] integers(final int tag) throws DicomException {
		final double[] values = numbers(tag);
		final int[] whole = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			final double v = values[i];
			if (v != Math.rint(v) || v < Integer.MIN_VALUE || v > 0xFFFFFFFFL) throw problem(tag, "found " + v,
				"a whole number of 32 bits");
			whole[i] = (int) (long) v;
		}
		return whole;
	}

	/** The first value as a whole number. */
	public OptionalInt integer(final int tag) throws DicomException {
		final int[] values = integers(tag);
		return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
	}

	/** @throws DicomException where the element is absent or empty */
	public int requireInteger(final int tag) throws DicomException {
		final OptionalInt value = integer(tag);
		if (value.isEmpty()) throw problem(tag, "missing", "a whole number");
		return value.getAsInt();
	}

	/** @throws DicomException where the element is absent or empty */
	public String requireString(final int tag) throws DicomException {
		return string(tag).orElseThrow(() -> problem(tag, "missing", "text"));
	}

	/** The value's bytes as they stand in the file; none if the element is absent. */
	public byte[] bytes(final int tag) throws DicomException {
		final Element element = element(tag);
		if (element == null) return new byte[0];
		return Values.bytes(this, element);
	}

	/**
	 * An exception that names the file and the element.
	 *
	 * @param found in words and numbers that name neither file nor patient
	 * @param expected without the word "expected"; empty where nothing else could stand there
	 */
	public DicomException problem(final int tag, final String found, final String expected) {
		return new DicomException(place(tag).found(found).expected(expected));
	}

	/** A problem of an element: file, tag and, where it is there, byte. */
	public Problem place(final int tag) {
		final Element element = element(tag);
		return Problem.in(source).tag(tag).at(element == null ? -1 : element.position());
	}

	private static int indexOf(final int[] tags, final int size, final int tag) {
		int low = 0;
		int high = size - 1;
		while (low <= high) {
			final int middle = low + high >>> 1;
			final int order = Integer.compareUnsigned(tags[middle], tag);
			if (order == 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle - 1;
		}
		return -low - 1;
	}

	/** Collects elements; an element that comes twice keeps the first value. Not safe for several threads. */
	public static final class Builder {

		private final String source;
		private CharacterSet characterSet;
		private int[] tags = new int[32];
		private final List<Element> elements = new ArrayList<>(32);

		/**
		 * @param source how messages name the file
		 * @param inherited character set of the data set around an item; {@link CharacterSet#DEFAULT} for the outermost
		 */
		public Builder(final String source, final CharacterSet inherited) {
			this.source = source;
			this.characterSet = inherited;
		}

		/** @return whether it was taken: false where the tag is there already */
		public boolean add(final Element element) {
			final int size = elements.size();
			int at = size;
			if (size > 0 && Integer.compareUnsigned(tags[size - 1], element.tag()) >= 0) {
				at = indexOf(tags, size, element.tag());
				if (at >= 0) return false;
				at = -at - 1;
			}
			if (size == tags.length) tags = Arrays.copyOf(tags, 2 * size);
			System.arraycopy(tags, at, tags, at + 1, size - at);
			tags[at] = element.tag();
			elements.add(at, element);
			if (element.tag() == Tag.SpecificCharacterSet) characterSet = read(element);
			return true;
		}

		/** The tag of the last element; 0 where there is none. */
		int lastTag() {
			return elements.isEmpty() ? 0 : tags[elements.size() - 1];
		}

		/** The character set after the elements so far. */
		public CharacterSet characterSet() {
			return characterSet;
		}

		public DataSet build() {
			return new DataSet(source, characterSet, Arrays.copyOf(tags, elements.size()),
				elements.toArray(new Element[0]));
		}

		private static CharacterSet read(final Element element) {
			if (element.bulk() != null) return CharacterSet.UNKNOWN;
			return CharacterSet.of(Values.split(Values.ascii(element.inMemory())));
		}
	}
}
