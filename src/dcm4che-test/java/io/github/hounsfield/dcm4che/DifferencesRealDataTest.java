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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every real file with both readers. */
class DifferencesRealDataTest {

	/**
	 * Private sequences of implicit files, of known length. Without a private dictionary their VR is UN, and PS3.5 section
	 * 6.2.2 leaves it to the reader whether it looks for items in the bytes: ours does, dcm4che does not.
	 */
	private static final List<String> DECIDED = List.of(
		"codecs/small/MR-JPEGLosslessSV1.dcm: (2001,105F) VR SQ UN",
		"codecs/small/MR-JPEGLosslessSV1.dcm: (2005,1080) VR SQ UN",
		"codecs/small/MR-JPEGLosslessSV1.dcm: (2005,1083) VR SQ UN",
		"malformed/priv_SQ.dcm: (3F03,1001) VR SQ UN");

	@Test
	void bothReadersReadTheSame() throws IOException {
		final Path data = Path.of(System.getProperty("hounsfield.data", "data"));
		Assumptions.assumeTrue(Files.isDirectory(data), "the real data are not at " + data);
		final List<Path> files;
		try (Stream<Path> walk = Files.walk(data)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		final List<String> found = new ArrayList<>();
		for (final Path file : files)
			for (final String difference : Differences.of(DicomSource.of(file)))
				found.add(data.relativize(file).toString().replace('\\', '/') + ": " + difference);
		assertTrue(files.size() >= 300, files.size() + " files");
		assertEquals(DECIDED, found);
	}
}
