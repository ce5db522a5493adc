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
package io.github.hounsfield.structures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Segments of BINARY Segmentations, written here by hand bit by bit, lie on the image's pixels, shifted by whole ones.
 */
class SegmentationReaderTest {

	/** Of each frame: bits, first in the lowest, of 8 x 2 pixels: the upper left pixel and the last of the second row. */
	private static final byte[] FRAME_BITS = { 0b0000_0001, (byte) 0b1000_0000 };

	@TempDir
	private Path folder;

	static List<Phantom> phantoms() {
		return Phantom.ALL;
	}

	static DicomFixture segmentation(final Phantom p, final String type, final String frame,
		final DicomFixture... frames) {
		final byte[] pixels = new byte[2 * frames.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = FRAME_BITS[i % 2];
		return new DicomFixture().uid(0x00080016, "1.2.840.10008.5.1.4.1.1.66.4").uid(0x00080018, "1.2.77.3.1").text(
			0x00080060,
			"CS", "SEG").uid(0x0020000D, "1.2.3").uid(0x0020000E, "1.2.77.3").uid(0x00200052, frame).shorts(0x00280002, 1).text(
				0x00280004, "CS", "MONOCHROME2").text(0x00280008, "IS", "" + frames.length).size(8, 2).shorts(0x00280100, 1).shorts(
					0x00280101, 1).shorts(0x00280102, 0).shorts(0x00280103, 0).text(0x00620001, "CS", type).sequence(0x00620002,
						// L* 100 %, a* and b* 0: white
						new DicomFixture().shorts(0x00620004, 1).text(0x00620005, "LO", "Liver").shorts(0x0062000D, 65535, 32896, 32896),
						new DicomFixture().shorts(0x00620004, 2).text(0x00620005, "LO", "Spleen")).sequence(0x52009229,
							new DicomFixture().sequence(0x00209116, new DicomFixture().orientation(text(p.row()) + "\\" + text(p.column())))
								.sequence(0x00289110, new DicomFixture().text(0x00280030, "DS", "1.3\\0.9"))).sequence(0x52009230, frames)
			.pixels(pixels);
	}

	static DicomFixture frame(final int segment, final Vector3 position) {
		return new DicomFixture().sequence(0x0062000A, new DicomFixture().shorts(0x0062000B, segment)).sequence(0x00209113,
			new DicomFixture().position(text(position)));
	}

	private static String text(final Vector3 v) {
		return String.format(Locale.ROOT, "%.7f\\%.7f\\%.7f", v.x(), v.y(), v.z());
	}

	private Import read(final Phantom p, final DicomFixture file) throws IOException {
		return StructureReader.read(new Part10Reader().read(DicomSource.of(Files.write(folder.resolve("seg"), file.file()))),
			p
			.grid());
	}

	@ParameterizedTest
	@MethodSource("phantoms")
	void framesLieOnTheirSlices(final Phantom p) throws IOException {
		final Import found = read(p, segmentation(p, "BINARY", Phantom.FRAME, frame(1, p.at(10, 20, 3)), frame(1, p.at(10, 20,
			4)), frame(2, p.at(60, 20, 0)), frame(2, p.at(10, 20, 1.6)), frame(2, p.at(10.5, 20, 1))));
		assertEquals(List.of("Liver", "Spleen"), found.structures().stream().map(Placed::name).toList());
		assertEquals(0xFFFFFF, found.structures().get(0).rgb());
		assertEquals(Set.of(3, 4), Set.copyOf(found.structures().get(0).slices()));
		final byte[] liver = found.structures().get(0).mask(p.grid(), 3);
		assertEquals(1, liver[20 * 64 + 10]);
		assertEquals(1, liver[21 * 64 + 17]);
		int count = 0;
		for (final byte value : liver)
			count += value;
		assertEquals(2, count);
		assertEquals(Set.of(0), Set.copyOf(found.structures().get(1).slices()));
		assertEquals(3, found.refusals().size(), found.refusals()::toString);
		assertTrue(found.refusals().get(0).startsWith("frame 4: ") && found.refusals().get(0).contains(
			" mm from slice 3, shifted by 10.0 and "),
			found.refusals().get(0));
		assertTrue(found.refusals().get(1).startsWith("frame 5: ") && found.refusals().get(1).contains("shifted by 10.5"),
			found
			.refusals().get(1));
		assertEquals("1 pixel lies outside of the image", found.refusals().get(2));
	}

	@Test
	void othersAreRefused() {
		final Phantom p = Phantom.AXIAL;
		final StructureException fractional = assertThrows(StructureException.class, () -> read(p,
			segmentation(p, "FRACTIONAL",
			Phantom.FRAME, frame(1, p.at(0, 0, 0)))));
		assertTrue(fractional.getMessage().contains("'FRACTIONAL'") && fractional.getMessage().contains("expected BINARY"),
			fractional.getMessage());
		final StructureException foreign = assertThrows(StructureException.class, () -> read(p, segmentation(p, "BINARY",
			"1.2.99", frame(1, p.at(0, 0, 0)))));
		assertTrue(foreign.getMessage().contains("another Frame of Reference, 1.2.99"), foreign.getMessage());
		final StructureException turned = assertThrows(StructureException.class, () -> read(Phantom.OBLIQUE, segmentation(p,
			"BINARY", Phantom.FRAME, frame(1, p.at(0, 0, 0)))));
		assertTrue(turned.getMessage().contains("nothing of it lies on the image: frame 1: ") && turned.getMessage().contains(
			"expected the image's directions"), turned.getMessage());
	}
}
