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

import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.TransferSyntax;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads the frames of one file as stored values into planes that the caller owns. Holds the file open until closed;
 * several threads may read different frames, or the same, at once.
 * <p>
 * A plane holds rows from the top, pixels from the left, and the samples of one pixel together, as the data set has
 * them. There is no colour conversion, no palette, no rescale. Its array type is that of {@link PixelFormat#type()}.
 * The stored value is the Bits Stored bits that end at High Bit, sign extended where Pixel Representation is 1 (PS3.5
 * section 8.1.1). What a file does not have is never filled in: a frame that is cut is a {@link DicomException}.
 */
public final class FrameReader implements AutoCloseable {

	/** Frames up to this many samples are believed at any compressed size. */
	private static final long BELIEVED_SAMPLES = 1 << 24;

	/** Samples that one byte of a larger compressed file may stand for; an all black image reaches some thousand. */
	private static final long SAMPLES_PER_BYTE = 4096;

	private final DataSet dataSet;
	private final PixelFormat format;
	private final TransferSyntax syntax;
	private final Frames frames;
	private final List<String> warnings;
	private ColourConverter converter;

	private FrameReader(final DataSet dataSet, final PixelFormat format, final TransferSyntax syntax, final Frames frames,
		final List<String> warnings)
	{
		this.dataSet = dataSet;
		this.format = format;
		this.syntax = syntax;
		this.frames = frames;
		this.warnings = warnings;
	}

	/**
	 * Checks a file's frames by its header alone.
	 *
	 * @throws DicomException where there is no image, the transfer syntax is not supported (with its name and UID), the
	 *           attributes of the image contradict each other, or the file is too short for its frames
	 */
	public static PixelFormat check(final DicomFile file) throws DicomException {
		if (PixelFormat.hasPixelData(file.dataSet())) Codecs.requireSupported(file.transferSyntax(), file.source().name());
		final PixelFormat format = PixelFormat.of(file.dataSet());
		final Element element = file.dataSet().element(format.tag());
		if (element.bulk() == null) throw file.dataSet().problem(format.tag(), "found " + element.vr() + " of " + element
			.length() + " bytes", "frames");
		final boolean encapsulated = element.bulk().encapsulated();
		if (encapsulated != file.transferSyntax().encapsulated()) throw file.dataSet().problem(format.tag(), "found " +
			(encapsulated ? "fragments" : "a value of " + element.length() + " bytes"), (encapsulated ? "one value"
				: "fragments") + ", as the transfer syntax " + file.transferSyntax() + " has it");
		final long available = Math.min(element.bulk().length(), element.bulk().available());
		final long samples = (long) format.samplesPerFrame() * format.frames();
		final boolean fits = encapsulated ? samples <= BELIEVED_SAMPLES || samples / SAMPLES_PER_BYTE <= available
			: leastBytes(format, samples) <= available;
		if (!fits) throw file.dataSet().problem(format.tag(), "found " + available + " bytes" + (element.bulk()
			.isTruncated() ? " before the file ends" : ""), (encapsulated ? "" : leastBytes(format, samples) + ": ") + format
				.frames() + (format.frames() == 1 ? " frame of " : " frames of ") + format.columns() + " x " +
				format.rows() + " pixels");
		return format;
	}

	/** YBR_FULL_422 has two samples for a pixel, everything else all of them. */
	private static long leastBytes(final PixelFormat format, final long samples) {
		final long stored = format.photometric() == Photometric.YBR_FULL_422 ? samples / 3 * 2 : samples;
		return (stored * format.bitsAllocated() + 7) / 8;
	}

	/**
	 * @throws DicomException as {@link #check}, and where the fragments of compressed frames are broken
	 * @throws IOException where the source cannot be opened or read
	 */
	public static FrameReader open(final DicomFile file) throws IOException {
		return open(file, Workers.serial());
	}

	/**
	 * The same, for fewer frames than there are threads.
	 *
	 * @param workers the threads that decode one frame where its coding allows it, and who may end that: reading a frame
	 *          then throws a CancellationException
	 */
	public static FrameReader open(final DicomFile file, final Workers workers) throws IOException {
		final PixelFormat format = check(file);
		final List<String> warnings = new CopyOnWriteArrayList<>();
		final Frames frames = frames(file, format, workers, warnings);
		return new FrameReader(file.dataSet(), format, file.transferSyntax(), frames, warnings);
	}

	private static Frames frames(final DicomFile file, final PixelFormat format, final Workers workers,
		final List<String> warnings) throws IOException
	{
		final TransferSyntax syntax = file.transferSyntax();
		if (!syntax.encapsulated()) return new NativeFrames(file.dataSet(), format, warnings);
		if (Codecs.isRle(syntax)) return new RleFrames(file.dataSet(), format, warnings);
		return new EncodedFrames(file.dataSet(), format, syntax, Codecs.decoder(syntax), workers, warnings);
	}

	public PixelFormat format() {
		return format;
	}

	/** Number of Frames of the data set. */
	public int frames() {
		return format.frames();
	}

	/**
	 * What breaks the standard and could be read, in the file and in the frames read so far.
	 *
	 * @return a copy; the same warning is there once for all frames
	 */
	public List<String> warnings() {
		return List.copyOf(warnings);
	}

	/** A new plane that takes one frame. */
	public Plane newPlane() {
		return Plane.allocate(format.type(), format.samplesPerFrame());
	}

	/**
	 * Reads a frame into a plane.
	 *
	 * @param frame from 0 on
	 * @param plane with an array as {@link PixelFormat#type()} has it, filled from its first element on
	 */
	public void read(final int frame, final Plane plane) throws IOException {
		switch (plane.type()) {
			case BIT, MASK, UINT8, INT8 -> read(frame, plane.bytes(), 0);
			case UINT16, INT16, OFFSET16 -> read(frame, plane.shorts(), 0);
			case INT32, UINT32, RGB -> read(frame, plane.ints(), 0);
			case FLOAT32 -> read(frame, plane.floats(), 0);
			case FLOAT64 -> read(frame, plane.doubles(), 0);
		}
	}

	/** For 1 bit (bytes of 0 and 1) and 8 bits, two's complement where signed. */
	public void read(final int frame, final byte[] plane, final int offset) throws IOException {
		require(frame, byte[].class, plane.length, offset);
		frames.read(frame, plane, offset);
	}

	/** For 16 bits, two's complement where signed. */
	void read(final int frame, final short[] plane, final int offset) throws IOException {
		read(frame, plane, offset, 0);
	}

	/**
	 * For 16 bits.
	 *
	 * @param xor 0 for two's complement; {@link PlaneType#SIGN_OFFSET} for signed values as ImageJ has them: the value
	 *          plus 32768 as an unsigned number
	 */
	public void read(final int frame, final short[] plane, final int offset, final int xor) throws IOException {
		require(frame, short[].class, plane.length, offset);
		frames.read(frame, plane, offset, xor);
	}

	/** For 32 bits, two's complement where signed. */
	void read(final int frame, final int[] plane, final int offset) throws IOException {
		require(frame, int[].class, plane.length, offset);
		frames.read(frame, plane, offset);
	}

	/** For Float Pixel Data. */
	public void read(final int frame, final float[] plane, final int offset) throws IOException {
		require(frame, float[].class, plane.length, offset);
		frames.read(frame, plane, offset);
	}

	/** For Double Float Pixel Data. */
	void read(final int frame, final double[] plane, final int offset) throws IOException {
		require(frame, double[].class, plane.length, offset);
		frames.read(frame, plane, offset);
	}

	/**
	 * Reads a colour frame ({@link PixelFormat#isColour()}) as 8 bits each of red, green and blue.
	 *
	 * @param rgb takes a value 0xFFRRGGBB for each pixel from offset on
	 */
	public void readRgb(final int frame, final int[] rgb, final int offset) throws IOException {
		final ColourConverter colours = converter();
		if (format.type() == PlaneType.UINT8) {
			final byte[] plane = new byte[format.samplesPerFrame()];
			require(frame, byte[].class, plane.length, 0);
			Objects.checkFromIndexSize(offset, format.pixelsPerFrame(), rgb.length);
			final FrameFormat.Colour colour = frames.read(frame, plane, 0);
			colours.toRgb(plane, colour, rgb, offset);
		}
		else if (format.type() == PlaneType.UINT16) {
			final short[] plane = new short[format.samplesPerFrame()];
			require(frame, short[].class, plane.length, 0);
			Objects.checkFromIndexSize(offset, format.pixelsPerFrame(), rgb.length);
			final FrameFormat.Colour colour = frames.read(frame, plane, 0, 0);
			colours.toRgb(plane, colour, rgb, offset);
		}
		else throw dataSet.problem(Tag.BitsAllocated, "found " + format.type() +
			" samples", "unsigned ones of 8 or 16 bits for a colour image");
	}

	private synchronized ColourConverter converter() throws DicomException {
		if (converter == null) converter = ColourConverter.of(dataSet, format, syntax);
		return converter;
	}

	private void require(final int frame, final Class<?> planeClass, final int length, final int offset) {
		Objects.checkIndex(frame, format.frames());
		Objects.checkFromIndexSize(offset, format.samplesPerFrame(), length);
		if (format.type().arrayClass() != planeClass) throw new IllegalArgumentException("found a " + planeClass
			.getSimpleName() + "; expected a " + format.type().arrayClass().getSimpleName());
	}

	@Override
	public void close() throws IOException {
		frames.close();
	}
}
