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
package io.github.hounsfield.imagej.open;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Headers;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.VolumeGeometry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Details of a series for a person who may open it, besides {@link SeriesTable}. A text is empty if the header does not
 * say.
 *
 * @param number Series Number (0020,0011)
 * @param kernel Convolution Kernel (0018,1210)
 * @param thickness Slice Thickness (0018,0050), mm
 * @param folder of the first file, relative to what was scanned; empty where anonymized
 */
record SeriesDetails(String number, String kernel, String thickness, String folder) {

	/** CT Reconstruction Sequence (0018,9314). Enhanced files keep the kernel there (PS3.3 C.7.6.16, C.8.15.3). */
	private static final int CT_RECONSTRUCTION_SEQUENCE = 0x00189314;

	static SeriesDetails of(final Series series, final boolean anonymize) {
		final Frame frame = series.frames().get(0);
		final String name = frame.instance().name();
		final int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
		return new SeriesDetails(series.seriesNumber(), text(frame, CT_RECONSTRUCTION_SEQUENCE, Tag.ConvolutionKernel),
			decimal(text(frame, Tag.PixelMeasuresSequence, Tag.SliceThickness)), anonymize || end < 0 ? "" : name.substring(0,
				end));
	}

	/** A decimal string as people write numbers; a header has {@code 2.000000} too. What is no number stays as it is. */
	private static String decimal(final String text) {
		try {
			return number(Double.parseDouble(text.trim()));
		}
		catch (final NumberFormatException e) {
			return text;
		}
	}

	private static String text(final Frame frame, final int group, final int tag) {
		final String own = Headers.text(frame.attributes(group), tag);
		return own.isEmpty() ? Headers.text(frame.instance().dataSet(), tag) : own;
	}

	/** The text of the pane below the list, by label. Warnings are sentences. */
	static Map<String, String> lines(final Series series, final SeriesTable.Row row, final boolean anonymize) {
		final SeriesDetails details = of(series, anonymize);
		final Map<String, String> lines = new LinkedHashMap<>();
		lines.put("Series", join(", ", details.number.isEmpty() ? "" : "number " + details.number, row.description(), row
			.modality()));
		lines.put("Patient", join(", ", row.patient(), row.studyDate(), anonymize ? "" : series.studyDescription()));
		lines.put("Size", row.size().replaceFirst(" x (\\d+)(,|$)", " pixels, $1 " + (series.sizeZ() == 1 ? "slice"
			: "slices") + "$2"));
		lines.put("Spacing", spacing(series.geometry(), series.sizeZ()));
		lines.put("Reconstruction", join(", ", details.kernel.isEmpty() ? "" : "kernel " + details.kernel, details.thickness
			.isEmpty() ? "" : "slices " + details.thickness + " mm thick"));
		lines.put("Folder", details.folder);
		lines.put("Warnings", warnings(series, anonymize));
		lines.values().removeIf(String::isEmpty);
		return lines;
	}

	/** Distances of voxels in words. Says which are not known. */
	static String spacing(final VolumeGeometry geometry, final int slices) {
		final String pixels = geometry.isCalibrated() ? number(geometry.spacingXMm()) + " x " + number(geometry
			.spacingYMm()) + " mm" : "the size of a pixel is not known";
		if (slices < 2) return pixels;
		return pixels + ", " + (geometry.hasDepth() ? number(geometry.spacingZMm()) + " mm from slice to slice"
			: "the distance of the slices is not known");
	}

	private static String warnings(final Series series, final boolean anonymize) {
		final List<Finding> warnings = series.report().findings().stream().filter(finding -> finding.kind().isWarning())
			.toList();
		return warnings.stream().limit(FindingsText.SPELLED_OUT).map(finding -> Sentence.of(finding.text(Wording.of(
			anonymize)), finding.files())).collect(Collectors.joining(" ")) + (warnings.size() > FindingsText.SPELLED_OUT
				? " And " + (warnings.size() - FindingsText.SPELLED_OUT) + " more." : "");
	}

	private static String join(final String between, final String... texts) {
		return List.of(texts).stream().filter(text -> !text.isBlank()).collect(Collectors.joining(between));
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
	}
}
