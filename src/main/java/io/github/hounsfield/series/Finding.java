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
package io.github.hounsfield.series;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Worded;
import io.github.hounsfield.dicom.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing about a series that a user should know before measuring in it. It holds values; {@link #text(Wording)}
 * makes the sentence.
 *
 * @param kind what it is, and with it how much it matters
 * @param places the slices concerned, at most two
 * @param found the number found, in the unit that {@link Kind} says; not a number where there is none
 * @param expected the number it was compared with; not a number where there is none
 * @param reasons the problems that led to it; empty if there are none
 * @param detail more about it, in the program's own words; names neither a file nor a patient; may be empty
 */
public record Finding(Kind kind, List<Place> places, double found, double expected, List<Problem> reasons,
	String detail) implements Worded
{

	/**
	 * A slice that a finding is about.
	 *
	 * @param file its file, relative to the folder or archive that was scanned; may identify the patient
	 * @param slice in the series, counted from 1; 0 where it is not known
	 * @param standIn its name if neither file nor slice may be said or is known
	 */
	public record Place(String file, int slice, String standIn) {

		/** A file whose slice is not known. */
		static Place of(final String file) {
			return new Place(file, 0, Wording.A_FILE);
		}

		/** A slice, counted from 1. */
		public static Place of(final String file, final int slice) {
			return new Place(file, slice, "");
		}

		String text(final Wording wording) {
			return wording.isNamed() ? file : slice > 0 ? "slice " + slice : standIn;
		}

		/** The same with the file's slice. */
		Place in(final Map<String, Integer> slices) {
			return slice > 0 || !slices.containsKey(file) ? this : of(file, slices.get(file));
		}
	}

	/**
	 * What can be found, with its severity and a sentence. In the sentence %1$s and %2$s are files, %3$.4f and %4$.4f the
	 * numbers.
	 */
	public enum Kind {
		/** Two slices closer than {@link Tolerances#DUPLICATE_MM}; found and limit in mm. Both are kept. */
		DUPLICATE(true, "%1$s and %2$s lie at the same position (%3$.6f mm apart, limit %4$.3f mm); both are kept"),
		/** Two files with one SOP Instance UID and the same place: one image twice. The first is kept. */
		COPY(false, "%2$s is a copy of %1$s (same SOP Instance UID and position) and was left out"),
		/** Two files with one SOP Instance UID and the same place, but other pixels. */
		OTHER_PIXELS(true, "%2$s has the SOP Instance UID and the position of %1$s, but other pixels; %1$s was kept"),
		/** Different images with one SOP Instance UID. */
		SHARED_UID(true, "%1$s and %2$s have the same SOP Instance UID but are different images; both are kept"),
		/** A distance over {@link Tolerances#GAP_RATIO} times the median; found and median in mm. */
		GAP(true, "%3$.4f mm between %1$s and %2$s, where the median is %4$.4f mm: slices may be missing"),
		/** The distance that differs most from the median by more than {@link Tolerances#UNEVEN_RATIO}; in mm. */
		UNEVEN_SPACING(true, "the slices are not evenly spaced: %3$.4f mm between %1$s and %2$s, median %4$.4f mm"),
		/** Uneven only as far as rounded positions explain it; largest deviation and last decimal place, mm. */
		ROUNDED_POSITIONS(false,
			"positions are rounded: %3$.4f mm off an even grid at %1$s, last decimal place %4$.4f mm; mean distance used"),
		/** Slices sheared against each other; angle found and {@link Tolerances#TILT_DEGREES}, in degrees. */
		TILT(true,
			"the slices are sheared by %3$.3f degrees (limit %4$.2f) between %1$s and %2$s, as under a tilted gantry"),
		/** The slice furthest from the line through first and last; found and {@link Tolerances#LINE_MM}, mm. */
		OFF_LINE(true, "%1$s lies %3$.4f mm beside the line through the first and the last slice (limit %4$.2f mm)"),
		/** Images of one slice in a hyperstack lie beside each other; largest distance and {@link Tolerances#LINE_MM}, mm. */
		SHIFTED(true, "%1$s and %2$s are one slice of the hyperstack but lie %3$.4f mm apart (limit %4$.2f mm)"),
		/** Slices side by side in one plane. */
		MOSAIC(true,
			"%1$s is a mosaic of slices side by side: it is shown as one plane, without position and distance of slices"),
		/** The same Series Instance UID holds images that make another volume; both counts of images. */
		SPLIT(false, "the same series also holds %3$.0f other images (here: %4$.0f): "),
		/** Images of the same series in another orientation; angle found in degrees and the limit. */
		MIXED_ORIENTATION(true, "%1$s and %2$s have different orientations (%3$.4f degrees apart, limit %4$.4f)"),
		/** Images of several patients under one Series Instance UID; how many patients. */
		MIXED_PATIENTS(true, "the same series holds images of %3$.0f patients (Patient ID); each has a volume of its own"),
		/** Images of several Frames of Reference, whose positions have nothing to do with each other; how many. */
		MIXED_FRAMES_OF_REFERENCE(true,
			"the same series holds images of %3$.0f Frames of Reference; each has a volume of its own"),
		/** Slices of several acquisitions that lie between each other; how many acquisitions. */
		INTERLEAVED(true, "slices of %3$.0f acquisitions lie between each other, such as %1$s and %2$s: volumes that do " +
			"not belong together may have been taken for one"),
		/** Several images, no positions: ordered by Instance Number. */
		MISSING_POSITIONS(true, "no Image Position (Patient) in %1$s: slices are in the order of Instance Number"),
		/** Several images, neither positions nor Instance Numbers: ordered by file name. */
		MISSING_INSTANCE_NUMBERS(true,
			"neither Image Position (Patient) nor distinct Instance Numbers in %1$s and %2$s: the order is that of file names"),
		/** No positions, so the depth is Spacing Between Slices; mm. */
		ASSUMED_DEPTH(true, "slice distance %3$.4f mm taken from Spacing Between Slices (0018,0088) of %1$s"),
		/** Several slices and nothing says how far apart they are. */
		UNKNOWN_DEPTH(true, "the distance of the slices is not known (%1$s)"),
		/** Two slices in one plane, shifted against each other; distance found and limit in mm. */
		SAME_PLANE(true, "%1$s and %2$s lie in one plane, %3$.4f mm apart (limit %4$.3f mm); both are kept"),
		/** Pixel distances at the detector, in mm, which are larger than in the patient. */
		DETECTOR_SPACING(true, "no Pixel Spacing in %1$s: pixel distances (%3$.4f mm) are those at the detector"),
		/** No pixel spacing. */
		UNKNOWN_SPACING(false, "no Pixel Spacing in %1$s"),
		/** A volume of a hyperstack lacks slices and stands apart; slices found and expected. */
		INCOMPLETE(true, "%3$.0f of %4$.0f positions, so it does not fit into one hyperstack with the others (%1$s)"),
		/** Positions recur, and only Instance Number tells the images apart; times. */
		ASSUMED_TIME(true, "positions recur %3$.0f times and only Instance Number tells the images apart (%1$s)"),
		/** No Series Instance UID. */
		NO_SERIES_UID(true, "%1$s has no Series Instance UID; files of one folder were taken together"),
		/** A file that was left out of this series. */
		SKIPPED(true, "%1$s was left out: "),
		/** A slice whose pixels could not be decoded. */
		UNDECODABLE(true, "the pixels of %1$s could not be decoded and the slice was left out: "),
		/** Slices were shifted onto an upright grid; angle that was taken out, degrees. */
		UNTILTED(false, "the slices were resampled onto an upright grid: a shear of %3$.3f degrees was taken out"),
		/** Slices were interpolated onto an even grid; its distance and the median before, mm. */
		RESAMPLED(false, "the slices were interpolated onto an even grid of %3$.4f mm, from uneven ones (%1$s to %2$s)"),
		/** A rescale that cannot be used; the slice keeps its stored values. */
		BAD_RESCALE(true, "%1$s has no usable rescale: "),
		/** A CT is in HU by its type, but names another unit (PS3.3 C.8.2.1). */
		DOUBTED_UNIT(true, "%1$s is an ORIGINAL CT image, whose values are HU, but its Rescale Type (0028,1054) is not HU: "),
		/** Whole numbers of more than 24 bits, rounded to float. */
		ROUNDED_VALUES(true, "values of %1$s have more than 24 bits and were rounded to float"),
		/** Pixels that were read, although their file contradicts itself or holds more. */
		PIXEL_DATA(true, "the pixel data of %1$s are not as the header says: "),
		/** A header that is not as the standard has it. */
		HEADER(false, "%1$s: ");

		private final Severity severity;
		private final String sentence;

		Kind(final boolean warning, final String sentence) {
			this.severity = warning ? Severity.WARNING : Severity.NOTE;
			this.sentence = sentence;
		}

		/** How much it matters for measurements. */
		Severity severity() {
			return severity;
		}

		/** Whether measurements may be wrong, as opposed to information. */
		public boolean isWarning() {
			return severity == Severity.WARNING;
		}
	}

	public Finding {
		places = List.copyOf(places);
		reasons = List.copyOf(reasons);
	}

	/** A finding without numbers. */
	static Finding of(final Kind kind, final List<Place> places, final String detail) {
		return new Finding(kind, places, Double.NaN, Double.NaN, List.of(), detail);
	}

	/** A finding about what is wrong with a slice. */
	static Finding of(final Kind kind, final Place place, final Problem reason) {
		return new Finding(kind, List.of(place), Double.NaN, Double.NaN, List.of(reason), "");
	}

	/** The files concerned, at most two; may identify the patient. */
	public List<String> files() {
		return places.stream().map(Place::file).toList();
	}

	/** The slices concerned, counted from 1; 0 where one is not known. */
	List<Integer> slices() {
		return places.stream().map(Place::slice).toList();
	}

	Severity severity() {
		return kind.severity();
	}

	/** The same with the slices of its files. */
	Finding in(final Map<String, Integer> slices) {
		return new Finding(kind, places.stream().map(place -> place.in(slices)).toList(), found, expected, reasons, detail);
	}

	@Override
	public String text(final Wording wording) {
		final String first = places.isEmpty() ? Wording.A_FILE : places.get(0).text(wording);
		final String second = places.size() < 2 ? first : places.get(1).text(wording);
		final String sentence = String.format(Locale.ROOT, kind.sentence, first, second, found, expected);
		final List<String> more = new ArrayList<>();
		reasons.forEach(reason -> more.add(wording.reason(reason)));
		if (!detail.isEmpty()) more.add(detail);
		if (more.isEmpty()) return sentence.endsWith(": ") ? sentence.substring(0, sentence.length() - 2) : sentence;
		return sentence + (sentence.endsWith(": ") ? "" : "; ") + String.join("; ", more);
	}

	/** The sentence with all names. */
	@Override
	public String toString() {
		return kind + ": " + text(Wording.NAMED);
	}
}
