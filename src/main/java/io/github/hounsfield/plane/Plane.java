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
package io.github.hounsfield.plane;

import java.lang.reflect.Array;
import java.util.function.IntUnaryOperator;

/**
 * One slice's pixels: an array, and what its elements stand for. The array is shared, never copied. Whoever hands out a
 * plane says who may change it. Only this class knows an array of any kind. Code that works on pixels asks for the kind
 * that it needs.
 */
public final class Plane {

	private final PlaneType type;
	private final Object array;

	private Plane(final PlaneType type, final Object array) {
		this.type = type;
		this.array = array;
	}

	/**
	 * @param array of the kind that holds the type, such as short[] for {@link PlaneType#OFFSET16}
	 * @throws IllegalArgumentException where it is of another kind
	 */
	public static Plane of(final PlaneType type, final Object array) {
		if (array.getClass() != type.arrayClass()) throw new IllegalArgumentException("a plane of " + type + " is a " + array
			.getClass().getSimpleName() + "; expected a " + type.arrayClass().getSimpleName());
		return new Plane(type, array);
	}

	/**
	 * Pixels as ImageJ reads them if no header says otherwise: byte[] and short[] without a sign, float[], and int[] of
	 * colours.
	 *
	 * @throws IllegalArgumentException where it is anything else
	 */
	public static Plane ofPixels(final Object array) {
		for (final PlaneType type : new PlaneType[] { PlaneType.UINT8, PlaneType.UINT16, PlaneType.FLOAT32, PlaneType.RGB })
			if (array.getClass() == type.arrayClass()) return new Plane(type, array);
		throw new IllegalArgumentException("pixels are a " + array.getClass().getSimpleName() +
			"; expected byte[], short[], float[] or int[]");
	}

	/** A new plane of zeros. */
	public static Plane allocate(final PlaneType type, final int length) {
		return new Plane(type, Array.newInstance(type.arrayClass().getComponentType(), length));
	}

	/**
	 * A plane of every element that a type of 8 or 16 bits has. The index of an element is its bits as an unsigned
	 * number.
	 */
	public static Plane ofAllBits(final PlaneType type) {
		final Plane plane = allocate(type, 1 << type.bits());
		for (int i = 0; i < plane.length(); i++)
			if (type.bits() == 8) plane.bytes()[i] = (byte) i;
			else plane.shorts()[i] = (short) i;
		return plane;
	}

	/**
	 * @return a new plane of values, each the nearest that the type holds; not for doubles and whole numbers of 32 bits
	 */
	public static Plane nearest(final PlaneType type, final double[] values) {
		final Plane plane = allocate(type, values.length);
		switch (type) {
			case BIT, MASK, UINT8, INT8 -> {
				final byte[] bytes = plane.bytes();
				for (int i = 0; i < bytes.length; i++)
					bytes[i] = (byte) type.nearest(values[i]);
			}
			case UINT16, INT16, OFFSET16 -> {
				final int offset = type.offset();
				final short[] shorts = plane.shorts();
				for (int i = 0; i < shorts.length; i++)
					shorts[i] = (short) ((int) type.nearest(values[i]) + offset);
			}
			case FLOAT32 -> {
				final float[] floats = plane.floats();
				for (int i = 0; i < floats.length; i++)
					floats[i] = (float) values[i];
			}
			case RGB -> {
				final int[] colours = plane.ints();
				for (int i = 0; i < colours.length; i++)
					colours[i] = (int) values[i];
			}
			default -> throw new IllegalArgumentException("no plane of " + type + " is stored");
		}
		return plane;
	}

	/**
	 * A new plane of elements of this one.
	 *
	 * @param count elements of the new plane
	 * @param indexOf index in the new plane to index in this one; below 0 for the fill
	 * @param fill a plane of the same type; its first element fills the gaps
	 * @return a new plane of the same type
	 */
	public Plane pick(final int count, final IntUnaryOperator indexOf, final Plane fill) {
		final Plane picked = allocate(type, count);
		switch (type.bits()) {
			case 8 -> pick(bytes(), indexOf, fill.bytes()[0], picked.bytes());
			case 16 -> pick(shorts(), indexOf, fill.shorts()[0], picked.shorts());
			default -> {
				if (array instanceof float[] floats) pick(floats, indexOf, fill.floats()[0], picked.floats());
				else pick(ints(), indexOf, fill.ints()[0], picked.ints());
			}
		}
		return picked;
	}

	private static void pick(final byte[] in, final IntUnaryOperator indexOf, final byte fill, final byte[] out) {
		for (int i = 0; i < out.length; i++) {
			final int at = indexOf.applyAsInt(i);
			out[i] = at < 0 ? fill : in[at];
		}
	}

	private static void pick(final short[] in, final IntUnaryOperator indexOf, final short fill, final short[] out) {
		for (int i = 0; i < out.length; i++) {
			final int at = indexOf.applyAsInt(i);
			out[i] = at < 0 ? fill : in[at];
		}
	}

	private static void pick(final int[] in, final IntUnaryOperator indexOf, final int fill, final int[] out) {
		for (int i = 0; i < out.length; i++) {
			final int at = indexOf.applyAsInt(i);
			out[i] = at < 0 ? fill : in[at];
		}
	}

	private static void pick(final float[] in, final IntUnaryOperator indexOf, final float fill, final float[] out) {
		for (int i = 0; i < out.length; i++) {
			final int at = indexOf.applyAsInt(i);
			out[i] = at < 0 ? fill : in[at];
		}
	}

	/** The same elements, of another type. */
	public Plane as(final PlaneType other) {
		return of(other, array);
	}

	/** A new plane of the same elements. */
	public Plane copy() {
		return pick(length(), i -> i, this);
	}

	/** What the elements stand for. */
	public PlaneType type() {
		return type;
	}

	/** Elements of the array. */
	public int length() {
		return Array.getLength(array);
	}

	/** The array itself, for code that takes any kind, such as ImageJ's stacks. */
	public Object array() {
		return array;
	}

	/** The array of a plane of 1 or 8 bits; a ClassCastException where it has more. */
	public byte[] bytes() {
		return (byte[]) array;
	}

	/** The array of a plane of 16 bits. */
	public short[] shorts() {
		return (short[]) array;
	}

	/** The array of a plane of whole numbers of 32 bits, or of colours. */
	public int[] ints() {
		return (int[]) array;
	}

	/** The array of a plane of {@link PlaneType#FLOAT32}. */
	public float[] floats() {
		return (float[]) array;
	}

	/** The array of a plane of {@link PlaneType#FLOAT64}. */
	public double[] doubles() {
		return (double[]) array;
	}

	/**
	 * Reads values; colours as packed integers.
	 *
	 * @param offset index of the first value
	 * @param values takes the values, from index 0; all are exact
	 * @param length how many
	 */
	public void load(final int offset, final double[] values, final int length) {
		switch (type) {
			case UINT8, MASK, BIT -> {
				final byte[] a = bytes();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xff;
			}
			case INT8 -> {
				final byte[] a = bytes();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case UINT16 -> {
				final short[] a = shorts();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xffff;
			}
			case INT16 -> {
				final short[] a = shorts();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case OFFSET16 -> {
				final short[] a = shorts();
				for (int i = 0; i < length; i++)
					values[i] = (a[offset + i] & 0xffff) - PlaneType.SIGN_OFFSET;
			}
			case INT32, RGB -> {
				final int[] a = ints();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case UINT32 -> {
				final int[] a = ints();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xffffffffL;
			}
			case FLOAT32 -> {
				final float[] a = floats();
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case FLOAT64 -> System.arraycopy(doubles(), offset, values, 0, length);
		}
	}

	/** All values, in a new array. */
	public double[] values() {
		final double[] values = new double[length()];
		load(0, values, values.length);
		return values;
	}

	/** The value at an index. */
	public double valueAt(final int index) {
		final double[] value = new double[1];
		load(index, value, 1);
		return value[0];
	}
}
