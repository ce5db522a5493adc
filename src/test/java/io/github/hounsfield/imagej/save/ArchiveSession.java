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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.RealData;
import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.archive.web.WebArchive;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.lung.LungMasking;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends a saved series and a saved mask to an Orthanc of its own, and compares what comes back. */
public final class ArchiveSession {

	private static final Workers WORKERS = Workers.threads(2);

	private ArchiveSession() {}

	/** @param arguments a folder of its own */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final ImagePlus chest = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(RealData.folder().resolve(
			"series/chest-64"))).series().get(0)).image();
		final ImagePlus hu = HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.AIR).convert(
			chest, WORKERS);
		final List<Path> sent = new ArrayList<>(save(hu, folder.resolve("hu")));
		sent.addAll(save(new LungMasking(chest, LungMaskOptions.DEFAULT, WORKERS).image(true), folder.resolve("mask")));
		try (DicomServer server = OrthancServer.start(folder.resolve("server")); WebArchive archive = new WebArchive(
			ArchiveEntry.of(ArchiveAddress.parse(OrthancServer.webAddress())), Optional.of(Login.basic(OrthancServer.USER,
				OrthancServer.PASSWORD))))
		{
			if (archive.send(sent, ArchiveMonitor.NONE) != sent.size()) throw new AssertionError("not all were taken");
			final Map<String, DataSet> back = new HashMap<>();
			for (final StudyRecord study : archive.findStudies(StudyQuery.ALL.withLimit(0), ArchiveMonitor.NONE).records())
				for (final SeriesRecord series : archive.findSeries(study.studyInstanceUid(), ArchiveMonitor.NONE).records())
					for (final Path file : archive.retrieve(series, folder.resolve("back"), ArchiveMonitor.NONE).files())
						back.put(read(file).requireString(Tag.SOPInstanceUID), read(file));
			int same = 0;
			for (final Path file : sent)
				if (same(read(file), back.get(read(file).requireString(Tag.SOPInstanceUID)))) same++;
			System.out.println("sent " + sent.size() + ", same " + same);
		}
	}

	private static List<Path> save(final ImagePlus image, final Path folder) throws IOException {
		new ImageSave(image, SavedSeries.options()).write(folder.toString(), WORKERS);
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static DataSet read(final Path file) throws IOException {
		return new Part10Reader().read(DicomSource.of(file)).dataSet();
	}

	/** Pixels and places, byte for byte. */
	private static boolean same(final DataSet sent, final DataSet back) throws IOException {
		for (final int tag : new int[] { Tag.PixelData, Tag.ImagePositionPatient, Tag.ImageOrientationPatient,
			Tag.PixelSpacing, Tag.RescaleSlope, Tag.RescaleIntercept, Tag.SeriesInstanceUID, Tag.NumberOfFrames })
			if (back == null || !Arrays.equals(sent.bytes(tag), back.bytes(tag))) return false;
		return sent.items(Tag.PerFrameFunctionalGroupsSequence).size() == back.items(Tag.PerFrameFunctionalGroupsSequence)
			.size();
	}
}
