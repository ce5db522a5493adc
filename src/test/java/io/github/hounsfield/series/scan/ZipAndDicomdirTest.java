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
package io.github.hounsfield.series.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SkippedFile.Reason;
import io.github.hounsfield.series.SkippedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Zips are read in place, and DICOMDIRs lead to their files: no further than they may, and never more than is there.
 */
class ZipAndDicomdirTest extends ScannedFolder {

	@Test
	void aZipIsReadInPlace() throws IOException {
		final Path zip = folder.resolve("study.zip");
		final byte[] evil = DicomFixture.slice("1", 3, "0\\0\\3").file();
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			entry(out, "deep/er/1", DicomFixture.slice("1", 1, "0\\0\\1").file(), ZipEntry.DEFLATED);
			entry(out, "2.dcm", DicomFixture.slice("1", 2, "0\\0\\2").file(), ZipEntry.STORED);
			entry(out, "../../../../escape", evil, ZipEntry.DEFLATED);
			entry(out, "/etc/readme", new byte[10], ZipEntry.DEFLATED);
			out.putNextEntry(new ZipEntry("empty/"));
		}
		final SeriesListing listing = scan(zip);
		assertEquals(3, listing.series().get(0).sizeZ());
		assertEquals(List.of("/etc/readme"), listing.skipped().stream().map(SkippedFile::name).toList());
		final byte[] pixels = listing.series().get(0).frame(0, 2, 0).instance().pixelElement().bytes();
		assertEquals(24, pixels.length);
		try (var files = Files.walk(folder)) {
			assertEquals(1, files.filter(Files::isRegularFile).count(), "nothing is unpacked");
		}
	}

	/** Comments may be of any character set, and names beside them stay what they are. */
	@Test
	void aCommentThatIsNotUtf8DoesNotRefuseAZip() throws IOException {
		final String[] names = { "plain.dcm", "gr\u00f6\u00dfe.dcm", "\u4e2d.dcm" };
		final Path zip = folder.resolve("comment.zip");
		for (final boolean flagged : new boolean[] { false, true }) {
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
				for (int i = 0; i < names.length; i++) {
					final ZipEntry entry = new ZipEntry(names[i]);
					if (i == 0) entry.setComment("f#r");
					out.putNextEntry(entry);
					out.write(DicomFixture.slice("1", i, "0\\0\\" + i).file());
				}
			}
			final byte[] bytes = Files.readAllBytes(zip);
			for (int i = 0; i < bytes.length - 46; i++) {
				if (bytes[i] != 'P' || bytes[i + 1] != 'K') continue;
				final int flags = bytes[i + 2] == 1 && bytes[i + 3] == 2 ? i + 9 : bytes[i + 2] == 3 ? i + 7 : -1;
				if (flags > 0) bytes[flags] = (byte) (flagged && bytes[i + 46] != 'p' && bytes[i + 30] != 'p' ? 8 : 0);
			}
			final int comment = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("f#r");
			bytes[comment + 1] = (byte) 0xFC;
			Files.write(zip, bytes);
			final SeriesListing listing = scan(zip);
			assertEquals(List.of(), listing.skipped());
			assertEquals(List.of(names), listing.series().get(0).frames().stream().map(frame -> frame.instance().name())
				.toList());
			assertEquals(24, listing.series().get(0).frame(0, 1, 0).instance().pixelElement().bytes().length);
		}
	}

	@Test
	void aZipThatLiesAboutSizesIsRefused() throws IOException {
		final Path zip = folder.resolve("lies.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			entry(out, "1", DicomFixture.slice("1", 1).file(), ZipEntry.DEFLATED);
		}
		final byte[] bytes = Files.readAllBytes(zip);
		for (int i = 0; i < bytes.length - 4; i++)
			if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) bytes[i + 27] = 0x7F;
		Files.write(zip, bytes);
		final SeriesListing listing = scan(zip);
		assertEquals(List.of(), listing.series());
		assertEquals(Reason.BROKEN, listing.skipped().get(0).reason(), listing.skipped()::toString);
		Files.write(zip, Arrays.copyOf(bytes, 60));
		assertThrows(DicomException.class, () -> scan(zip));
	}

	@Test
	void aDicomdirLeadsToItsFilesAndNoFurther() throws IOException {
		write("disc/A/ONE", DicomFixture.slice("1", 1, "0\\0\\1").file());
		write("disc/a2/two", DicomFixture.slice("1", 2, "0\\0\\2").file());
		write("disc/unlisted", DicomFixture.slice("1", 3, "0\\0\\3").file());
		write("outside", DicomFixture.slice("1", 4, "0\\0\\4").file());
		Files.createSymbolicLink(folder.resolve("disc/LINK"), folder.resolve("outside"));
		write("disc/DICOMDIR", directory("A\\ONE", "A2\\TWO", "A\\GONE", "..\\outside", "LINK", "/etc\\passwd"));
		final SeriesListing listing = scan(folder.resolve("disc/DICOMDIR"));
		assertEquals(2, listing.series().get(0).sizeZ());
		assertEquals(List.of(Reason.OUTSIDE, Reason.OUTSIDE, Reason.MISSING, Reason.OUTSIDE), listing.skipped().stream().map(
			SkippedFile::reason).toList(), listing.skipped()::toString);
		assertEquals(List.of("1"), keys(scan(folder.resolve("disc"))), "as a folder it is scanned as such");
	}

	private static void entry(final ZipOutputStream out, final String name, final byte[] bytes, final int method)
		throws IOException
	{
		final ZipEntry entry = new ZipEntry(name);
		entry.setMethod(method);
		if (method == ZipEntry.STORED) {
			final CRC32 crc = new CRC32();
			crc.update(bytes);
			entry.setSize(bytes.length);
			entry.setCrc(crc.getValue());
		}
		out.putNextEntry(entry);
		out.write(bytes);
		out.closeEntry();
	}
}
