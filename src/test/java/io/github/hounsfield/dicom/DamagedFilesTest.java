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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.hounsfield.CpuTime;
import io.github.hounsfield.RealData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Files cut at every byte and files with random damage: a data set or a {@link DicomException}, in time, and without
 * more memory than the file's size justifies. The property {@code hounsfield.fuzz} sets the number of mutations.
 */
class DamagedFilesTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 10_000);

	/** Of each real file, from its start on: the headers of most of them. */
	private static final int CUT_BYTES = Math.max(2000, MUTATIONS / 20);

	/** Buffers, and what a virtual machine allocates once. */
	private static final long FIXED_BYTES = 128 * 1024;

	private static final long LONGEST_NANOS = 2_000_000_000L;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private int read;
	private int refused;

	/** Class initialization allocates too, once. */
	@BeforeEach
	void warmUp() throws IOException {
		for (final byte[] file : synthetic())
			for (int length = 0; length < file.length; length += 7)
				try {
					readValues(new Part10Reader().read(DicomSource.of("damaged", Arrays.copyOf(file, length))).dataSet(), "warm");
				}
				catch (final DicomException e) {
					assertTrue(e.getMessage().startsWith("damaged"), e.getMessage());
				}
	}

	@Test
	void cutAtEveryByteGivesADataSetOrAnError() throws IOException {
		for (final byte[] file : synthetic())
			for (int length = 0; length < file.length; length++)
				check(Arrays.copyOf(file, length), "cut at " + length);
		assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
	}

	@Test
	void realFilesCutAtEveryByteGiveADataSetOrAnError() throws IOException {
		for (final byte[] file : real())
			for (int length = 0; length < Math.min(file.length, CUT_BYTES); length++)
				check(Arrays.copyOf(file, length), "cut at " + length);
		assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
	}

	@Test
	void randomDamageGivesADataSetOrAnError() throws IOException {
		mutate(synthetic(), MUTATIONS / 2, new Random(1));
	}

	@Test
	void randomDamageOfRealFilesGivesADataSetOrAnError() throws IOException {
		mutate(real(), MUTATIONS / 2, new Random(2));
	}

	/** What stands before a cut is read as it is in the whole file. */
	@Test
	void aCutFileSaysNothingElseThanTheWholeOne() throws IOException {
		final byte[] file = synthetic().get(0);
		final DataSet whole = new Part10Reader().read(DicomSource.of("whole", file)).dataSet();
		for (int length = 0; length < file.length; length++)
			try {
				final DataSet cut = new Part10Reader().read(DicomSource.of("cut", Arrays.copyOf(file, length))).dataSet();
				for (final Element element : cut.elements()) {
					assertEquals(whole.element(element.tag()).vr(), element.vr());
					if (element.bulk() == null) assertTrue(Arrays.equals(whole.bytes(element.tag()), element.bytes()));
				}
			}
			catch (final DicomException e) {
				assertTrue(e.getMessage().contains("cut"), e.getMessage());
			}
	}

	private void mutate(final List<byte[]> files, final int count, final Random random) throws IOException {
		for (int i = 0; i < count; i++) {
			final byte[] whole = files.get(random.nextInt(files.size()));
			final byte[] file = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length + 1)
				: whole.length);
			for (int n = 1 + random.nextInt(6); n > 0 && file.length > 0; n--) {
				final int at = random.nextInt(file.length);
				switch (random.nextInt(4)) {
					case 0 -> file[at] = (byte) random.nextInt(256);
					case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
					case 2 -> file[at] = (byte) 0xFF;
					default -> {
						final int from = random.nextInt(file.length);
						System.arraycopy(file, from, file, at, Math.min(random.nextInt(64), file.length - Math.max(at, from)));
					}
				}
			}
			check(file, "mutation " + i);
		}
		System.out.println(count + " mutations: " + read + " read, " + refused + " refused");
		assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
	}

	private void check(final byte[] file, final String what) throws IOException {
		final long thread = Thread.currentThread().getId();
		final long bytes = threads.getThreadAllocatedBytes(thread);
		final long start = CpuTime.nanos();
		DicomFile found = null;
		try {
			found = new Part10Reader().read(DicomSource.of("damaged", file));
			read++;
		}
		catch (final DicomException e) {
			refused++;
		}
		catch (final RuntimeException | Error e) {
			throw new AssertionError(what, e);
		}
		final long nanos = CpuTime.nanos() - start;
		final long allocated = threads.getThreadAllocatedBytes(thread) - bytes;
		assertTrue(nanos < LONGEST_NANOS, () -> what + " took " + nanos + " ns");
		assertTrue(allocated <= 4L * file.length + FIXED_BYTES, () -> what + ", " + file.length + " bytes, allocated " +
			allocated);
		if (found != null) readValues(found.dataSet(), what);
	}

	/** Values are asked for as every VR at once. */
	private static void readValues(final DataSet dataSet, final String what) throws IOException {
		for (final Element element : dataSet.elements()) {
			try {
				dataSet.strings(element.tag());
			}
			catch (final DicomException e) {
				assertTrue(e.getMessage().startsWith("damaged"), e.getMessage());
			}
			catch (final RuntimeException e) {
				throw new AssertionError(what + " " + element, e);
			}
			try {
				dataSet.integers(element.tag());
			}
			catch (final DicomException e) {
				assertTrue(e.getMessage().startsWith("damaged"), e.getMessage());
			}
			for (final DataSet item : element.items())
				readValues(item, what);
		}
	}

	private static List<byte[]> synthetic() {
		final List<byte[]> files = new ArrayList<>();
		for (final DicomBytes bytes : List.of(DicomBytes.explicitLittle(), DicomBytes.implicitLittle(), DicomBytes
			.explicitBig(), DicomBytes.explicitLittle()))
		{
			final DicomBytes item = bytes.empty().text(0x0008, 0x0100, "SH", "CODE").openSequence(0x0008, 0x1140, bytes.empty()
				.text(0x0008, 0x0102, "SH", "X")).sequence(0x0008, 0x2112, bytes.empty().text(0x0008, 0x0102, "SH", "X"));
			bytes.text(0x0008, 0x0005, "CS", "\\ISO 2022 IR 87").text(0x0008, 0x0060, "CS", "CT").openSequence(0x0008, 0x1140,
				item, item).sequence(0x0008, 0x2112, item, item).bytes(0x0009, 0x1001, "UN", new byte[] { (byte) 0xFE,
					(byte) 0xFF, 0, (byte) 0xE0, 0, 0, 0, 0 }).text(0x0010, 0x0010, "PN", "A^B").text(0x0020, 0x0032, "DS",
						"1\\2\\3").image(4, 4, 16, 12, 11, true).bytes(0x7FE0, 0x0010, "OW", new byte[32]);
			files.add(bytes.file(List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2",
				"1.2.840.10008.1.2.1.99").get(files.size())));
		}
		files.add(DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").image(4, 4, 8, 8, 7, false).fragments(
			new byte[4], new byte[] { 1, 2, 3, 4 }, new byte[] { 5, 6 }).file("1.2.840.10008.1.2.5"));
		return files;
	}

	private static List<byte[]> real() throws IOException {
		final Path data = RealData.folder();
		final List<byte[]> files = new ArrayList<>();
		for (final String name : List.of("codecs/small/MR_small.dcm", "codecs/small/MR_small_implicit.dcm",
			"codecs/small/MR_small_expb.dcm", "malformed/UN_sequence.dcm", "malformed/nested_priv_SQ.dcm",
			"malformed/GH179A.dcm", "malformed/bad_sequence.dcm", "series/mr-varying-rescale/001.dcm",
			"series/mr-jpegls/IM-0001-0001-0001.dcm", "codecs/small/MR_small_RLE.dcm", "multiframe/rtdose.dcm"))
		{
			final byte[] file = Files.readAllBytes(data.resolve(name));
			files.add(Arrays.copyOf(file, Math.min(file.length, 40_000)));
		}
		return files;
	}
}
