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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.util.Set;

/**
 * Which elements a derived image takes from its source. These are the Patient, Study, Frame of Reference and Equipment
 * modules (PS3.3 C.7.1, C.7.2, C.7.4, C.7.5), the acquisition, windows, and the mark of lossy compression. Elements
 * about the source's pixels, series and instance are not taken.
 */
final class CopiedAttributes {

	/** Copied elements of groups that are not copied whole. */
	private static final Set<Integer> EVERYWHERE = Set.of(
		0x00080020, 0x00080030, 0x00080022, 0x00080032, 0x0008002A, 0x00080050, 0x00080070, 0x00080080, 0x00080081,
		0x00080090, 0x00080201, 0x00081010, 0x00081030, 0x00081040, 0x00081048, 0x00081060, 0x00081080, 0x00081090,
		0x00180015, 0x00181000, 0x00181020, 0x00181030, 0x00181050, 0x00181200, 0x00181201, 0x00185100,
		0x0020000D, 0x00200010, 0x00200012, 0x00200052, 0x00200060, 0x00201040,
		0x00280301, 0x00280302, 0x00280303, 0x00282110, 0x00282112, 0x00282114);

	private static final Set<Integer> WINDOWS = Set.of(Tag.WindowCenter, Tag.WindowWidth,
		Tag.WindowCenterWidthExplanation, Tag.VOILUTFunction);

	/**
	 * Elements of the acquisition that are not copied: made anew, about detectors and film, or about a frame in an
	 * Enhanced image.
	 */
	private static final Set<Integer> NOT_OF_ACQUISITION = Set.of(Tag.SliceThickness, Tag.SpacingBetweenSlices,
		Tag.ImagerPixelSpacing, Tag.NominalScannedPixelSpacing);

	/** Sides of a paired body part. Segments have their own. */
	private static final int LATERALITY = 0x00200060;

	private static final int FIRST_OF_ENHANCED = 0x00189000;

	/** Those of them that classic CT images have too (PS3.3 C.8.2.1). */
	private static final Set<Integer> OF_CT = Set.of(0x00189305, 0x00189306, 0x00189307, 0x00189309, 0x00189310,
		0x00189311,
		0x00189323, 0x00189324, 0x00189345);

	private CopiedAttributes() {}

	/** Whether a derived image of a kind copies an element from its source. */
	static boolean isCopied(final int tag, final ImageKind kind) {
		if (Tag.isPrivate(tag) || Dictionary.vr(tag) == Vr.SQ) return false;
		if (EVERYWHERE.contains(tag)) return true;
		final int group = tag >>> 16;
		if (group == 0x0010 || group == 0x0012) return true;
		if (kind == ImageKind.SECONDARY_CAPTURE) return false;
		if (WINDOWS.contains(tag)) return true;
		if (tag == Tag.TemporalPositionIdentifier || tag == Tag.NumberOfTemporalPositions) return true;
		if (group == 0x0018) return tag < FIRST_OF_ENHANCED ? !NOT_OF_ACQUISITION.contains(tag) : kind == ImageKind.CT &&
			OF_CT
			.contains(tag);
		return kind == ImageKind.PET && (group == 0x0054 && tag != DerivedTag.NUMBER_OF_SLICES && tag !=
			DerivedTag.IMAGE_INDEX ||
			tag == 0x00280051);
	}

	/** Whether a segmentation copies an element from its images: patient, study, frame of reference. */
	static boolean isCopiedToSegmentation(final int tag) {
		final boolean equipment = tag == Tag.Manufacturer || tag == Tag.ManufacturerModelName || tag >>> 16 == 0x0018 ||
			tag == 0x00081010 || tag == 0x00081040;
		final boolean acquisition = tag == Tag.AcquisitionDate || tag == Tag.AcquisitionTime || tag == 0x0008002A ||
			tag == Tag.AcquisitionNumber || tag == LATERALITY;
		return isCopied(tag, ImageKind.SECONDARY_CAPTURE) && !equipment && !acquisition || tag == Tag.BodyPartExamined;
	}

	/** Whether nobody misses an element, for it is made anew, or has no meaning in another file. */
	static boolean isMadeAnew(final int tag) {
		final int group = tag >>> 16;
		if (group == 0x0002) return true;
		return MADE_ANEW.contains(tag);
	}

	private static final Set<Integer> MADE_ANEW = Set.of(0x00080005, Tag.ImageType, Tag.SOPClassUID, Tag.SOPInstanceUID,
		0x00080012, 0x00080013, Tag.SeriesDate, Tag.SeriesTime, Tag.ContentDate, Tag.ContentTime, Tag.Modality,
		Tag.SeriesDescription, DerivedTag.SOURCE_IMAGE_SEQUENCE, DerivedTag.DERIVATION_DESCRIPTION,
		DerivedTag.DERIVATION_CODE_SEQUENCE, Tag.SliceThickness, Tag.SpacingBetweenSlices, Tag.SeriesInstanceUID,
		Tag.SeriesNumber, Tag.InstanceNumber, Tag.ImagePositionPatient, Tag.ImageOrientationPatient, 0x00201041,
		Tag.SamplesPerPixel, Tag.PhotometricInterpretation, Tag.Rows, Tag.Columns, Tag.PixelSpacing, Tag.BitsAllocated,
		Tag.BitsStored, Tag.HighBit, Tag.PixelRepresentation, Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue,
		Tag.PixelPaddingValue, Tag.PixelPaddingRangeLimit, Tag.RescaleIntercept, Tag.RescaleSlope, Tag.RescaleType,
		DerivedTag.NUMBER_OF_SLICES, DerivedTag.IMAGE_INDEX, Tag.NumberOfFrames);
}
