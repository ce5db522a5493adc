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
package io.github.hounsfield.pixel;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.plane.PlaneType;
import java.util.OptionalInt;

/**
 * The Image Pixel module of a data set (PS3.3 section C.7.6.3), complete and free of contradictions.
 *
 * @param rows height in pixels, 1 to 65535
 * @param columns width in pixels, 1 to 65535
 * @param samplesPerPixel 1 or 3
 * @param photometric what the samples mean
 * @param bitsAllocated 1, 8, 16, 32, or 64 for doubles
 * @param bitsStored 1 to bitsAllocated
 * @param highBit bitsStored - 1 to bitsAllocated - 1
 * @param signed whether whole numbers are two's complement
 * @param planar whether native samples stand plane by plane (Planar Configuration 1)
 * @param frames at least 1
 * @param tag of the element that holds the frames: Pixel Data, Float Pixel Data or Double Float Pixel Data
 */
public record PixelFormat(int rows, int columns, int samplesPerPixel, Photometric photometric, int bitsAllocated,
	int bitsStored, int highBit, boolean signed, boolean planar, int frames, int tag)
{

	/** Largest value of Rows and Columns (VR US). */
	private static final int LARGEST_SIDE = 65535;

	/** Most samples of one frame: the longest array. */
	private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8;

	/**
	 * @param dataSet with its pixel data element
	 * @throws DicomException where an attribute is missing, absurd or contradicts another; names file and tag
	 */
	static PixelFormat of(final DataSet dataSet) throws DicomException {
		final int tag = pixelTag(dataSet);
		final int rows = within(dataSet, Tag.Rows, 1, LARGEST_SIDE);
		final int columns = within(dataSet, Tag.Columns, 1, LARGEST_SIDE);
		final Photometric photometric = photometric(dataSet);
		final int samples = samples(dataSet, photometric);
		if ((long) rows * columns * samples > MOST_SAMPLES) throw dataSet.problem(Tag.Rows, "found a frame of " + rows +
			" x " + columns + " x " + samples + " samples", "at most " + MOST_SAMPLES);
		final boolean planar = samples > 1 && planar(dataSet, tag, photometric);
		final int frames = frames(dataSet);
		if (tag != Tag.PixelData) return ofFloats(dataSet, tag, rows, columns, photometric, samples, planar, frames);
		final int allocated = dataSet.requireInteger(Tag.BitsAllocated);
		if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) throw dataSet.problem(
			Tag.BitsAllocated, "found " + allocated, "1, 8, 16 or 32");
		if (allocated == 1 && samples > 1) throw dataSet.problem(Tag.BitsAllocated,
			"found 1 for a colour image", "8 or 16");
		final int stored = within(dataSet, Tag.BitsStored, 1, allocated);
		final int high = highBit(dataSet, stored, allocated);
		final boolean signed = within(dataSet, Tag.PixelRepresentation, 0, 1) == 1;
		if (signed && allocated == 1) throw dataSet.problem(Tag.PixelRepresentation,
			"found 1 (signed) for single bits", "0");
		return new PixelFormat(rows, columns, samples, photometric, allocated, stored, high, signed, planar, frames, tag);
	}

	/** Whether there is an element that may hold frames of any format. */
	static boolean hasPixelData(final DataSet dataSet) {
		return dataSet.element(Tag.PixelData) != null || dataSet.element(Tag.FloatPixelData) != null || dataSet.element(
			Tag.DoubleFloatPixelData) != null;
	}

	/** What the values of a plane are. */
	public PlaneType type() {
		if (tag == Tag.FloatPixelData) return PlaneType.FLOAT32;
		if (tag == Tag.DoubleFloatPixelData) return PlaneType.FLOAT64;
		return switch (bitsAllocated) {
			case 1 -> PlaneType.BIT;
			case 8 -> signed ? PlaneType.INT8 : PlaneType.UINT8;
			case 16 -> signed ? PlaneType.INT16 : PlaneType.UINT16;
			default -> signed ? PlaneType.INT32 : PlaneType.UINT32;
		};
	}

	/** Rows x columns. */
	public int pixelsPerFrame() {
		return rows * columns;
	}

	/** Rows x columns x samples per pixel: the length of a plane. */
	int samplesPerFrame() {
		return rows * columns * samplesPerPixel;
	}

	/** Whether frames are shown in colour, by their samples or by a palette. */
	public boolean isColour() {
		return samplesPerPixel > 1 || photometric == Photometric.PALETTE_COLOR;
	}

	private static PixelFormat ofFloats(final DataSet dataSet, final int tag, final int rows, final int columns,
		final Photometric photometric, final int samples, final boolean planar, final int frames) throws DicomException
	{
		final int bits = tag == Tag.FloatPixelData ? 32 : 64;
		within(dataSet, Tag.BitsAllocated, bits, bits);
		if (samples > 1) throw dataSet.problem(Tag.SamplesPerPixel, "found " + samples +
			" for floating point pixels", "1");
		return new PixelFormat(rows, columns, samples, photometric, bits, bits, bits - 1, true, planar, frames, tag);
	}

	private static int pixelTag(final DataSet dataSet) throws DicomException {
		int found = 0;
		for (final int tag : new int[] { Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData })
			if (dataSet.element(tag) != null) {
				if (found != 0) throw dataSet.problem(tag, "found beside another kind of pixel data", "only one");
				found = tag;
			}
		if (found == 0) throw dataSet.problem(Tag.PixelData, "missing", "an image");
		return found;
	}

	private static Photometric photometric(final DataSet dataSet) throws DicomException {
		final String term = dataSet.requireString(Tag.PhotometricInterpretation);
		final Photometric photometric = Photometric.of(term);
		if (photometric == null) throw new DicomException(dataSet.place(Tag.PhotometricInterpretation).found("found")
			.quote('"' + term + '"').expected(Photometric.terms()));
		return photometric;
	}

	private static int samples(final DataSet dataSet, final Photometric photometric) throws DicomException {
		final OptionalInt samples = dataSet.integer(Tag.SamplesPerPixel);
		if (samples.isPresent() && samples.getAsInt() != photometric.samples()) throw dataSet.problem(Tag.SamplesPerPixel,
			"found " + samples.getAsInt(), photometric.samples() + " for " + photometric.term());
		return photometric.samples();
	}

	private static boolean planar(final DataSet dataSet, final int tag, final Photometric photometric)
		throws DicomException
	{
		final boolean unpacked = dataSet.element(tag).bulk() == null || !dataSet.element(tag).bulk().encapsulated();
		if (!unpacked && !dataSet.has(Tag.PlanarConfiguration)) return false;
		final boolean planar = within(dataSet, Tag.PlanarConfiguration, 0, 1) == 1;
		if (planar && unpacked && photometric == Photometric.YBR_FULL_422) throw dataSet.problem(Tag.PlanarConfiguration,
			"found 1", "0 for YBR_FULL_422");
		return planar;
	}

	/** High Bit may be missing only where Bits Stored leaves no choice. */
	private static int highBit(final DataSet dataSet, final int stored, final int allocated) throws DicomException {
		if (stored == allocated && !dataSet.has(Tag.HighBit)) return stored - 1;
		return within(dataSet, Tag.HighBit, stored - 1, allocated - 1);
	}

	/** Number of Frames. It is 1 if the attribute is absent, or 0 as some writers have it. */
	private static int frames(final DataSet dataSet) throws DicomException {
		final OptionalInt frames = dataSet.integer(Tag.NumberOfFrames);
		if (frames.isEmpty() || frames.getAsInt() == 0) return 1;
		if (frames.getAsInt() < 0) throw dataSet.problem(Tag.NumberOfFrames, "found " + frames.getAsInt(), "at least 1");
		return frames.getAsInt();
	}

	private static int within(final DataSet dataSet, final int tag, final int least, final int most)
		throws DicomException
	{
		final int value = dataSet.requireInteger(tag);
		if (value < least || value > most) throw dataSet.problem(tag, "found " + value, least == most
			? "" + least : least + " to " + most);
		return value;
	}
}
