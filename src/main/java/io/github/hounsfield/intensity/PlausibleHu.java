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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether HU can be those of a CT. Air is -1000 HU, and with noise {@link #LEAST}. No CT of 16 bits holds more
 * than {@link #MOST}. An image with values from 0 to 1 alone was normalized. Stateless.
 */
public final class PlausibleHu {

	/** HU of air with its noise. */
	public static final double LEAST = -1100;

	/** The largest number of 16 bits with a sign. */
	public static final double MOST = 32767;

	private PlausibleHu() {}

	/**
	 * @param min least HU, padding left out
	 * @param max greatest HU; below min where there is none
	 * @return what is doubted, without a subject, such as "hold HU from ..."; empty if nothing is
	 */
	public static Optional<String> doubt(final double min, final double max) {
		if (min < LEAST || max > MOST) return Optional.of("hold HU from " + min + " to " + max + ", but a CT has " +
			(int) LEAST + " to " + (int) MOST + ": its pixels may have been changed, or its rescale may be wrong");
		if (min >= 0 && max > 0 && max <= 1) return Optional.of("hold values from " + min + " to " + max +
			" alone: they may have been normalized, and are then no HU any more");
		return Optional.empty();
	}

	/**
	 * {@link #doubt(double, double)} of one slice. Values of 16 bits with a rescale need one quick pass, unless something
	 * is out of range or padding is a range.
	 *
	 * @param plane stored values
	 * @param padding left out
	 */
	public static Optional<String> doubt(final Plane plane, final ModalityTransform transform, final Padding padding) {
		final int length = plane.length();
		if (plane.type().bits() == 16 && transform instanceof Rescale rescale && isWithin(plane, rescale, padding))
			return Optional.empty();
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		final double[] values = new double[Math.min(PlaneKernel.CHUNK, length)];
		for (int done = 0; done < length; done += values.length) {
			final int n = Math.min(values.length, length - done);
			plane.load(done, values, n);
			for (int i = 0; i < n; i++) {
				final double hu = transform.apply(values[i]);
				if (hu >= min && hu <= max || padding.contains(values[i])) continue;
				if (hu < min) min = hu;
				if (hu > max) max = hu;
			}
		}
		return doubt(min, max);
	}

	/** Whether it is certain that all HU but padding are plausible, and not all from 0 to 1. */
	private static boolean isWithin(final Plane plane, final Rescale rescale, final Padding padding) {
		final double origin = plane.type() == PlaneType.UINT16 ? PlaneType.SIGN_OFFSET : 0;
		final short flip = ShortShift.flip(plane.type());
		final short[] padded = ShortShift.single(padding, origin, flip);
		if (padded == null) return false;
		final double ends = rescale.invert(rescale.slope() > 0 ? LEAST : MOST);
		final double others = rescale.invert(rescale.slope() > 0 ? MOST : LEAST);
		// One value less at each end makes up for rounding.
		final double least = Math.max(Short.MIN_VALUE, Math.ceil(ends - origin) + 1);
		final double greatest = Math.min(Short.MAX_VALUE, Math.floor(others - origin) - 1);
		if (!(least <= greatest) || !isAnyBeyondOne(plane, rescale, padding)) return false;
		final List<ShortCondition> beyond = new ArrayList<>();
		if (least > Short.MIN_VALUE) beyond.add(ShortCondition.below(flip, (short) least));
		if (greatest < Short.MAX_VALUE) beyond.add(ShortCondition.above(flip, (short) greatest));
		if (beyond.isEmpty()) return true;
		final short[] stored = plane.shorts();
		final short[] values = new short[ShortBlocks.BLOCK];
		final short[] signs = new short[ShortBlocks.BLOCK];
		final short[] noted = new short[ShortBlocks.BLOCK];
		Arrays.fill(signs, (short) -1);
		for (int done = 0; done < stored.length; done += ShortBlocks.BLOCK) {
			final int n = Math.min(ShortBlocks.BLOCK, stored.length - done);
			System.arraycopy(stored, done, values, 0, n);
			if (n < ShortBlocks.BLOCK) Arrays.fill(values, n, ShortBlocks.BLOCK, values[0]);
			if (padded.length > 0) ShortBlocks.differ(values, padded[0], signs);
			for (int i = 1; i < padded.length; i++)
				ShortBlocks.differToo(values, padded[i], signs);
			for (final ShortCondition condition : beyond)
				condition.note(values, signs, noted);
		}
		return !ShortBlocks.isAnyNegative(noted);
	}

	/** Whether a value beside padding is below 0 or above 1. Begins in the middle, where the patient is. */
	private static boolean isAnyBeyondOne(final Plane plane, final Rescale rescale, final Padding padding) {
		final double[] values = new double[PlaneKernel.CHUNK];
		final int length = plane.length();
		final int middle = length / 2 / values.length * values.length;
		for (int done = 0; done < length; done += values.length) {
			final int at = middle + done < length ? middle + done : middle + done - length;
			final int n = Math.min(values.length, length - at);
			plane.load(at, values, n);
			for (int i = 0; i < n; i++) {
				final double hu = rescale.apply(values[i]);
				if ((hu < 0 || hu > 1) && !padding.contains(values[i])) return true;
			}
		}
		return false;
	}
}
