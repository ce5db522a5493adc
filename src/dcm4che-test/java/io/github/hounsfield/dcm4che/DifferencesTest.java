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
package io.github.hounsfield.dcm4che;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written here reads alike with dcm4che and with our own reader, and dcm4che's troubles are told as ours. */
class DifferencesTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 2000);

	@Test
	void theProfileChoosesDcm4che() {
		assertInstanceOf(Dcm4cheReader.class, DicomReaders.chosen());
	}

	static List<Named<byte[]>> files() {
		return List.of(Named.of("explicit little", body(DicomBytes.explicitLittle()).file("1.2.840.10008.1.2.1")), Named.of(
			"implicit little", body(DicomBytes.implicitLittle()).file("1.2.840.10008.1.2")), Named.of("explicit big", body(
				DicomBytes.explicitBig()).file("1.2.840.10008.1.2.2")), Named.of("deflated", body(DicomBytes.explicitLittle())
					.file("1.2.840.10008.1.2.1.99")), Named.of("no meta", body(DicomBytes.explicitLittle()).dataSet()), Named.of(
						"no meta, implicit", body(DicomBytes.implicitLittle()).dataSet()), Named.of("no meta, big", body(DicomBytes
							.explicitBig()).dataSet()), Named.of("implicit said to be explicit", body(DicomBytes.implicitLittle()).file(
								"1.2.840.10008.1.2.1")), Named.of("explicit said to be implicit", body(DicomBytes.explicitLittle())
									.file("1.2.840.10008.1.2")), Named.of("fragments", DicomBytes.explicitLittle().text(0x0008, 0x0060,
										"CS", "CT").image(4, 4, 8, 8, 7, false).fragments(new byte[4], new byte[] { 1, 2, 3, 4 },
											new byte[] { 5, 6 }).file("1.2.840.10008.1.2.5")));
	}

	/**
	 * Items of both kinds, nested; an empty item; a private block; a long private value; an icon with its own sign; an
	 * overlay.
	 */
	private static DicomBytes body(final DicomBytes bytes) {
		final DicomBytes code = bytes.empty().text(0x0008, 0x0100, "SH", "CODE").ints(0x0008, 0x1161, "UL", 0xFFFFFFFEL);
		final DicomBytes nested = bytes.empty().sequence(0x0008, 0x1140, code, code).openSequence(0x0008, 0x2112, code, bytes
			.empty());
		final DicomBytes icon = bytes.empty().shorts(0x0028, 0x0103, "US", 0).shorts(0x0028, 0x0107, "US", 63536).bytes(
			0x7FE0, 0x0010, "OW", new byte[8]);
		return bytes.text(0x0008, 0x0005, "CS", "ISO_IR 100").text(0x0008, 0x0018, "UI", "1.2.3").openSequence(0x0008, 0x1140,
			nested, bytes.empty()).sequence(0x0008, 0x2112, nested).text(0x0009, 0x0010, "LO", "ACME 1.1").bytes(0x0009, 0x1001,
				"UN", new byte[70_000]).bytes(0x0009, 0x1002, "UN", new byte[] { 1, 2 }).text(0x0010, 0x0010, "PN",
					"M\u00FCller^A").text(0x0010, 0x0020, "LO", "").text(0x0020, 0x0032, "DS", "-1.5\\2e1\\ 0 ").image(4, 4, 16, 12,
						11, true).shorts(0x0028, 0x0120, "SS", -2000).sequence(0x0028, 0x3000, bytes.empty().shorts(0x0028, 0x3002,
							"SS", 4, -2000, 16)).sequence(0x0088, 0x0200, icon).shorts(0x6002, 0x0010, "US", 4)
			.bytes(0x6002, 0x3000, "OW", new byte[2]).bytes(0x7FE0, 0x0010, "OW", new byte[32]);
	}

	@ParameterizedTest
	@MethodSource("files")
	void bothReadersReadTheSame(final byte[] file) throws IOException {
		assertFalse(new Dcm4cheReader().read(DicomSource.of("test", file)).dataSet().elements().isEmpty());
		assertEquals(List.of(), Differences.of(DicomSource.of("test", file)));
	}

	@Test
	void bothReadersReadThePhantomTheSame(@TempDir final Path folder) throws IOException {
		for (final Path file : new CtSeriesWriter(64, 7, 6.4, 30, 12, 5).write(folder))
			assertEquals(List.of(), Differences.of(DicomSource.of(file)));
	}

	@Test
	void bothRefuseWhatIsNoDicom() throws IOException {
		for (final byte[] bytes : List.of(new byte[0], "hello, world, and so on".getBytes(), new byte[1000])) {
			assertThrows(DicomException.NotDicom.class, () -> new Dcm4cheReader().read(DicomSource.of("test", bytes)));
			assertEquals(List.of(), Differences.of(DicomSource.of("test", bytes)));
		}
	}

	@Test
	void namesFileTagAndByte() {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").header(0x0008, 0x0070, "LO", 1000)
			.raw(new byte[10]).file("1.2.840.10008.1.2.1");
		final String message = assertThrows(DicomException.class, () -> new Dcm4cheReader().read(DicomSource.of("test",
			file))).getMessage();
		for (final String part : List.of("test", "(0008,0070)", "at byte", "1000", "10 that are left"))
			assertTrue(message.contains(part), message);
	}

	/** Every cut and random damage: a data set or a named error, whatever dcm4che throws. */
	@Test
	void damageGivesADataSetOrAnError() throws IOException {
		int refused = 0;
		for (final Named<byte[]> named : files()) {
			final byte[] file = named.getPayload().length < 70_000 ? named.getPayload() : Arrays.copyOf(named.getPayload(),
				2000);
			for (int length = 0; length < file.length; length++)
				refused += refuses(Arrays.copyOf(file, length));
			final Random random = new Random(8);
			for (int i = 0; i < MUTATIONS / 10; i++) {
				final byte[] damaged = file.clone();
				for (int k = 1 + random.nextInt(4); k > 0; k--)
					damaged[random.nextInt(file.length)] = (byte) random.nextInt();
				refused += refuses(damaged);
			}
		}
		assertTrue(refused > 1000, refused + " refused");
	}

	private static int refuses(final byte[] file) throws IOException {
		try {
			new Dcm4cheReader().read(DicomSource.of("damaged", file));
			return 0;
		}
		catch (final DicomException e) {
			assertTrue(e.getMessage().startsWith("damaged"), e.getMessage());
			return 1;
		}
	}
}
