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
package io.github.hounsfield.command;

import io.github.hounsfield.series.Finding;

/**
 * What a kind of finding means for measurements, in the words of the report beside an image and of docs/findings.md.
 * Clauses without full stop. Keys of macros stand between backquotes, as on the page.
 *
 * @param meaning what it is
 * @param effect what it does to measurements
 * @param advice what to do; {@value #NOTHING} where nothing is to be done
 */
public record FindingGuide(String meaning, String effect, String advice) {

	/** {@link #advice} if nothing is to be done. */
	public static final String NOTHING = "none";

	/** The key that straightens a tilted volume, as {@link #advice} has it. */
	public static final String UNTILT = "`untilt=true`";

	/** The key that makes an even grid, as {@link #advice} has it. */
	public static final String EVEN = "`resample=even`";

	/** A gap in a volume whose slices were interpolated onto an even grid. */
	static final FindingGuide FILLED_GAP = new FindingGuide("two slices lay further apart than the others",
		"the slices across the gap were interpolated from its two sides, which is not data", "look for the missing file");

	/** What a kind means. */
	public static FindingGuide of(final Finding.Kind kind) {
		return switch (kind) {
			case SKIPPED -> new FindingGuide("a file of the series was left out: it is cut, empty, unreadable or broken",
				"slices are missing; volumes and statistics lack them",
				"fetch the file again from where it came; compare the number of slices with the " +
					"archive's");
			case UNDECODABLE -> new FindingGuide("the pixels of a slice cannot be decoded",
				"the slice is left out, never filled with anything",
				"fetch the file again; if it is whole, its compression is broken");
			case GAP -> new FindingGuide("two slices lie further apart than the others",
				"every measure along z is wrong across the gap; volumes are too small",
				"look for the missing file; `resample=even` fills the gap with interpolated slices, " +
					"which is not data");
			case INCOMPLETE -> new FindingGuide("a time or channel lacks slices that others have",
				"it stands as an image of its own",
				"look for the missing files");
			case DUPLICATE -> new FindingGuide("two slices lie at one place; both are kept",
				"the place counts twice",
				"find out which one is meant; open the folder without the other");
			case SAME_PLANE -> new FindingGuide("two slices lie in one plane, shifted against each other",
				"the place counts twice, and the pixels of the two do not fit together",
				"find out which one is meant; open the folder without the other");
			case COPY -> new FindingGuide("a file is the same image as another",
				"none: it was left out",
				"none");
			case OTHER_PIXELS -> new FindingGuide("two files claim to be one image, and their pixels differ",
				"one was kept; it may be the wrong one",
				"find out which file is the original");
			case SHARED_UID -> new FindingGuide("different images bear one SOP Instance UID",
				"both are kept; archives will lose one of them",
				"have the source give new UIDs");
			case NO_SERIES_UID -> new FindingGuide("files have no Series Instance UID",
				"files of one folder were taken together, which may mix series",
				"check the number of slices and their order");
			case SPLIT -> new FindingGuide("the series holds other images too: a localizer, another size or orientation",
				"none for this volume",
				"open the others by their number in List DICOM Series");
			case MIXED_ORIENTATION -> new FindingGuide("images of one series lie in different orientations",
				"each orientation is a volume of its own",
				"choose the one that is meant");
			case MIXED_PATIENTS -> new FindingGuide("one Series Instance UID holds images of several patients",
				"each patient's images are a volume of their own",
				"have the source corrected before anything is measured");
			case MIXED_FRAMES_OF_REFERENCE -> new FindingGuide("positions of the images have nothing to do with each other",
				"each frame of reference is a volume of its own",
				"never overlay them by position");
			case INTERLEAVED -> new FindingGuide("slices of several acquisitions lie between each other",
				"two scans may have become one volume: breathing, contrast and movement differ from " +
					"slice to slice",
				"look at a coronal reslice; open the acquisitions apart");
			case SHIFTED -> new FindingGuide("images that make one slice of a hyperstack lie beside each other",
				"voxels of different times or channels are not the same tissue",
				"compare them slice by slice only");
			case ASSUMED_TIME -> new FindingGuide("positions recur, and only Instance Number tells the images apart",
				"they were taken for times; they may be something else",
				"check the acquisition's description");
			case TILT -> new FindingGuide("slices are sheared against each other, as under a tilted gantry",
				"areas in a slice are right; reslices, 3D views and oblique distances are not",
				"`untilt=true` shifts the slices upright by linear interpolation");
			case UNEVEN_SPACING -> new FindingGuide("the distance of slices changes",
				"one voxel depth cannot be right for all; volumes are wrong",
				"`resample=even` puts the slices on an even grid, linearly");
			case OFF_LINE -> new FindingGuide("a slice lies beside the line through the others",
				"it is shown in line all the same",
				"look at the slice; it may belong to another series");
			case MOSAIC -> new FindingGuide("one image holds many slices side by side",
				"it has no position and no distance of slices",
				"use the source's images slice by slice");
			case ROUNDED_POSITIONS -> new FindingGuide("positions are rounded in the file; the grid is even within that",
				"none beyond the rounding",
				"none");
			case MISSING_POSITIONS -> new FindingGuide("there is no Image Position (Patient)",
				"the order is that of Instance Number, which may run either way; left and right may " +
					"be turned",
				"check the anatomy");
			case MISSING_INSTANCE_NUMBERS -> new FindingGuide("neither positions nor numbers tell the order",
				"the order is that of file names",
				"check the anatomy");
			case ASSUMED_DEPTH -> new FindingGuide("the distance of slices is Spacing Between Slices, for want of positions",
				"volumes are right only if that is",
				"compare with the protocol");
			case UNKNOWN_DEPTH -> new FindingGuide("nothing says how far apart slices are",
				"no volume can be measured",
				"Image > Properties, with a number that you know");
			case DETECTOR_SPACING -> new FindingGuide("distances are those at the detector",
				"lengths are too large by the magnification",
				"calibrate with an object of known size");
			case UNKNOWN_SPACING -> new FindingGuide("nothing says how large a pixel is",
				"lengths are in pixels",
				"calibrate with an object of known size");
			case UNTILTED, RESAMPLED -> new FindingGuide("slices were interpolated, as was asked for",
				"noise is smaller and edges are softer than in the slices as acquired; stored values stay whole numbers, so that " +
					"interpolated ones are rounded, by at most half a stored value", "none");
			case BAD_RESCALE -> new FindingGuide("slope or intercept cannot be used",
				"the slice shows stored values; Convert to HU refuses it",
				"give `slope` and `intercept` by hand, if you know them");
			case DOUBTED_UNIT -> new FindingGuide("an ORIGINAL CT names another unit than HU",
				"its values are HU by the standard (PS3.3 C.8.2.1)",
				"compare air and water with -1000 and 0");
			case PIXEL_DATA -> new FindingGuide("the pixel data contradict the header, or hold more than one image",
				"what was read is said; a sample that does not fit is refused, never cut",
				"compare with the source");
			case ROUNDED_VALUES -> new FindingGuide("values of more than 24 bits were rounded to 32-bit float",
				"differences below one part in 16 million are lost",
				"none in ImageJ");
			case HEADER -> new FindingGuide("the header is not as the standard has it",
				"the note says what was taken instead",
				"none");
		};
	}
}
