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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The compact form gives the cascade that the XML gives. It is passed over where it is of another XML, and hides no
 * damage.
 */
class CompactCascadeTest {

	@TempDir
	Path folder;

	private static byte[] xml(final ShippedCascade shipped) throws IOException {
		try (var in = ShippedCascade.class.getResourceAsStream(shipped.fileName())) {
			return in.readAllBytes();
		}
	}

	@ParameterizedTest
	@EnumSource
	void theBuildsStepWritesWhatTheXmlSays(final ShippedCascade shipped) throws IOException {
		for (final ShippedCascade each : ShippedCascade.values()) Files.write(folder.resolve(each.fileName()), xml(each));
		CompactCascadeWriter.main(new String[] { folder.toString() });
		final Path xml = folder.resolve(shipped.fileName());
		final byte[] compact = Files.readAllBytes(folder.resolve(shipped.compactName()));
		assertEquals(CascadeReader.read(xml), CompactCascade.read(compact, Files.readAllBytes(xml)));
		assertEquals(CascadeReader.read(xml), shipped.load());
	}

	@Test
	void everyCascadeOfOpenCvComesBackEqual() throws IOException {
		OpenCvOracle.assumeAvailable();
		for (final String name : OpenCvOracle.CASCADES) {
			final Path file = OpenCvOracle.cascadeFile(name);
			final Cascade cascade = CascadeReader.read(file);
			final byte[] xml = Files.readAllBytes(file);
			assertEquals(cascade, CompactCascade.read(CompactCascade.write(cascade, xml), xml), name);
		}
	}

	@Test
	void anotherXmlOrVersionIsNotTaken() throws IOException {
		final byte[] xml = xml(ShippedCascade.EYE);
		final byte[] compact = CompactCascade.write(ShippedCascade.EYE.load(), xml);
		final byte[] other = xml.clone();
		other[other.length / 2]++;
		assertNull(CompactCascade.read(compact, other));
		assertNull(CompactCascade.read(compact, Arrays.copyOf(xml, xml.length - 1)));
		assertNull(CompactCascade.read(new byte[0], xml));
		ByteBuffer.wrap(compact).putInt(4, 0);
		assertNull(CompactCascade.read(compact, xml));
	}

	@Test
	void aCutOrLengthenedFormIsDamaged() throws IOException {
		final byte[] xml = xml(ShippedCascade.EYE);
		final byte[] compact = CompactCascade.write(ShippedCascade.EYE.load(), xml);
		for (int words = 4; words < compact.length / 4; words += words < 200 ? 1 : 97) {
			final byte[] cut = Arrays.copyOf(compact, 4 * words);
			assertThrows(CascadeException.class, () -> CompactCascade.read(cut, xml));
		}
		final byte[] longer = Arrays.copyOf(compact, compact.length + 4);
		assertTrue(assertThrows(CascadeException.class, () -> CompactCascade.read(longer, xml)).getMessage().contains(
			"expected " + compact.length / 4));
	}

	@Test
	void wildNumbersGiveACascadeOrItsError() throws IOException {
		final byte[] xml = xml(ShippedCascade.EYE);
		final byte[] compact = CompactCascade.write(ShippedCascade.EYE.load(), xml);
		final Random random = new Random(20);
		for (int k = 0; k < 2000; k++) {
			final byte[] wild = compact.clone();
			ByteBuffer.wrap(wild).putInt(16 + 4 * random.nextInt(k % 2 == 0 ? 50 : wild.length / 4 - 4), random.nextInt());
			try {
				CompactCascade.read(wild, xml);
			}
			catch (final CascadeException e) {
				assertTrue(e.getMessage().startsWith("compact form"), e.getMessage());
			}
		}
	}
}
