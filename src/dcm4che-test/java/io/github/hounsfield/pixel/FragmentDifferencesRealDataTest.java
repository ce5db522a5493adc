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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Tag;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomInputStream.IncludeBulkData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The bytes of all frames, joined, are those of all fragments that dcm4che finds behind the offset table. */
class FragmentDifferencesRealDataTest {

	/** Cut before the sequence delimiter, where dcm4che gives up. */
	private static final List<String> UNENDED = List.of("malformed/emri_small_jpeg_2k_lossless_too_short.dcm");

	@Test
	void fragmentsBeginAndEndWhereDcm4cheFindsThem() throws IOException {
		final Path data = Path.of(System.getProperty("hounsfield.data", "data"));
		Assumptions.assumeTrue(Files.isDirectory(data), "the real data are not at " + data);
		final List<Path> files;
		try (Stream<Path> walk = Files.walk(data)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		final List<String> unended = new ArrayList<>();
		int compared = 0;
		for (final Path file : files) {
			final DataSet dataSet = encapsulated(file);
			if (dataSet == null) continue;
			try {
				assertArrayEquals(withDcm4che(file), withOurs(dataSet), file.toString());
				compared++;
			}
			catch (final EOFException e) {
				unended.add(data.relativize(file).toString().replace('\\', '/'));
			}
		}
		assertTrue(compared > 30, compared + " files");
		assertEquals(UNENDED, unended);
	}

	private static DataSet encapsulated(final Path file) throws IOException {
		try {
			final DataSet dataSet = new Part10Reader().read(DicomSource.of(file)).dataSet();
			final Element pixels = dataSet.element(Tag.PixelData);
			return pixels != null && pixels.bulk() != null && pixels.bulk().encapsulated() ? dataSet : null;
		}
		catch (final DicomException e) {
			return null;
		}
	}

	private static byte[] withOurs(final DataSet dataSet) throws IOException {
		final int frames = dataSet.integer(Tag.NumberOfFrames).orElse(1);
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		try (PositionalInput in = new PositionalInput(dataSet.element(Tag.PixelData).bulk())) {
			final Fragments fragments = Fragments.open(dataSet, in, frames, new ArrayList<>());
			for (int frame = 0; frame < fragments.complete(); frame++)
				all.writeBytes(fragments.read(frame));
		}
		return all.toByteArray();
	}

	private static byte[] withDcm4che(final Path file) throws IOException {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		final byte[] bytes = Files.readAllBytes(file);
		try (DicomInputStream in = new DicomInputStream(file.toFile())) {
			in.setIncludeBulkData(IncludeBulkData.URI);
			final List<?> fragments = (List<?>) in.readDataset().getValue(org.dcm4che3.data.Tag.PixelData);
			for (final Object fragment : fragments.subList(1, fragments.size()))
				if (fragment instanceof BulkData) {
					final BulkData bulk = (BulkData) fragment;
					all.write(bytes, (int) bulk.offset(), (int) bulk.longLength());
				}
		}
		return all.toByteArray();
	}
}
