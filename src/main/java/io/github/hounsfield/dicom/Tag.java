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
package io.github.hounsfield.dicom;

import java.util.HexFormat;

/** Data element tags as 0xGGGGEEEE, named by the keywords of PS3.6. */
public final class Tag {

	public static final int FileMetaInformationGroupLength = 0x00020000;
	public static final int FileMetaInformationVersion = 0x00020001;
	public static final int MediaStorageSOPClassUID = 0x00020002;
	public static final int MediaStorageSOPInstanceUID = 0x00020003;
	public static final int TransferSyntaxUID = 0x00020010;
	public static final int ImplementationClassUID = 0x00020012;
	public static final int ImplementationVersionName = 0x00020013;
	public static final int OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity = 0x00041200;
	public static final int DirectoryRecordSequence = 0x00041220;
	public static final int OffsetOfTheNextDirectoryRecord = 0x00041400;
	public static final int OffsetOfReferencedLowerLevelDirectoryEntity = 0x00041420;
	public static final int DirectoryRecordType = 0x00041430;
	public static final int ReferencedFileID = 0x00041500;
	public static final int ReferencedSOPInstanceUIDInFile = 0x00041511;
	public static final int LengthToEnd = 0x00080001;
	public static final int SpecificCharacterSet = 0x00080005;
	public static final int ImageType = 0x00080008;
	public static final int SOPClassUID = 0x00080016;
	public static final int SOPInstanceUID = 0x00080018;
	public static final int StudyDate = 0x00080020;
	public static final int SeriesDate = 0x00080021;
	public static final int AcquisitionDate = 0x00080022;
	public static final int ContentDate = 0x00080023;
	public static final int StudyTime = 0x00080030;
	public static final int SeriesTime = 0x00080031;
	public static final int AcquisitionTime = 0x00080032;
	public static final int ContentTime = 0x00080033;
	public static final int AccessionNumber = 0x00080050;
	public static final int Modality = 0x00080060;
	public static final int Manufacturer = 0x00080070;
	public static final int InstitutionName = 0x00080080;
	public static final int StudyDescription = 0x00081030;
	public static final int SeriesDescription = 0x0008103E;
	public static final int ManufacturerModelName = 0x00081090;
	public static final int FrameType = 0x00089007;
	public static final int PatientName = 0x00100010;
	public static final int PatientID = 0x00100020;
	public static final int PatientBirthDate = 0x00100030;
	public static final int PatientSex = 0x00100040;
	public static final int PatientAge = 0x00101010;
	public static final int PatientIdentityRemoved = 0x00120062;
	public static final int DeidentificationMethod = 0x00120063;
	public static final int BodyPartExamined = 0x00180015;
	public static final int SliceThickness = 0x00180050;
	public static final int KVP = 0x00180060;
	public static final int RepetitionTime = 0x00180080;
	public static final int EchoTime = 0x00180081;
	public static final int EchoNumbers = 0x00180086;
	public static final int SpacingBetweenSlices = 0x00180088;
	public static final int TriggerTime = 0x00181060;
	public static final int FrameTime = 0x00181063;
	public static final int FrameTimeVector = 0x00181065;
	public static final int GantryDetectorTilt = 0x00181120;
	public static final int ImagerPixelSpacing = 0x00181164;
	public static final int ConvolutionKernel = 0x00181210;
	public static final int ActualFrameDuration = 0x00181242;
	public static final int NominalScannedPixelSpacing = 0x00182010;
	public static final int EffectiveEchoTime = 0x00189082;
	public static final int DiffusionBValue = 0x00189087;
	public static final int MREchoSequence = 0x00189114;
	public static final int MRDiffusionSequence = 0x00189117;
	public static final int CardiacSynchronizationSequence = 0x00189118;
	public static final int CTImageFrameTypeSequence = 0x00189329;
	public static final int MultienergyCTAcquisition = 0x00189361;
	public static final int StudyInstanceUID = 0x0020000D;
	public static final int SeriesInstanceUID = 0x0020000E;
	public static final int StudyID = 0x00200010;
	public static final int SeriesNumber = 0x00200011;
	public static final int AcquisitionNumber = 0x00200012;
	public static final int InstanceNumber = 0x00200013;
	public static final int ImagePositionPatient = 0x00200032;
	public static final int ImageOrientationPatient = 0x00200037;
	public static final int FrameOfReferenceUID = 0x00200052;
	public static final int TemporalPositionIdentifier = 0x00200100;
	public static final int NumberOfTemporalPositions = 0x00200105;
	public static final int TemporalResolution = 0x00200110;
	public static final int ImageComments = 0x00204000;
	public static final int StackID = 0x00209056;
	public static final int InStackPositionNumber = 0x00209057;
	public static final int FrameContentSequence = 0x00209111;
	public static final int PlanePositionSequence = 0x00209113;
	public static final int PlaneOrientationSequence = 0x00209116;
	public static final int TemporalPositionIndex = 0x00209128;
	public static final int NominalCardiacTriggerDelayTime = 0x00209153;
	public static final int FrameAcquisitionNumber = 0x00209156;
	public static final int DimensionIndexValues = 0x00209157;
	public static final int DimensionIndexPointer = 0x00209165;
	public static final int FunctionalGroupPointer = 0x00209167;
	public static final int DimensionIndexSequence = 0x00209222;
	public static final int SamplesPerPixel = 0x00280002;
	public static final int PhotometricInterpretation = 0x00280004;
	public static final int PlanarConfiguration = 0x00280006;
	public static final int NumberOfFrames = 0x00280008;
	public static final int FrameIncrementPointer = 0x00280009;
	public static final int Rows = 0x00280010;
	public static final int Columns = 0x00280011;
	public static final int PixelSpacing = 0x00280030;
	public static final int BitsAllocated = 0x00280100;
	public static final int BitsStored = 0x00280101;
	public static final int HighBit = 0x00280102;
	public static final int PixelRepresentation = 0x00280103;
	public static final int SmallestImagePixelValue = 0x00280106;
	public static final int LargestImagePixelValue = 0x00280107;
	public static final int PixelPaddingValue = 0x00280120;
	public static final int PixelPaddingRangeLimit = 0x00280121;
	public static final int FloatPixelPaddingValue = 0x00280122;
	public static final int DoubleFloatPixelPaddingValue = 0x00280123;
	public static final int FloatPixelPaddingRangeLimit = 0x00280124;
	public static final int DoubleFloatPixelPaddingRangeLimit = 0x00280125;
	public static final int WindowCenter = 0x00281050;
	public static final int WindowWidth = 0x00281051;
	public static final int RescaleIntercept = 0x00281052;
	public static final int RescaleSlope = 0x00281053;
	public static final int RescaleType = 0x00281054;
	public static final int WindowCenterWidthExplanation = 0x00281055;
	public static final int VOILUTFunction = 0x00281056;
	public static final int RedPaletteColorLookupTableDescriptor = 0x00281101;
	public static final int GreenPaletteColorLookupTableDescriptor = 0x00281102;
	public static final int BluePaletteColorLookupTableDescriptor = 0x00281103;
	public static final int RedPaletteColorLookupTableData = 0x00281201;
	public static final int GreenPaletteColorLookupTableData = 0x00281202;
	public static final int BluePaletteColorLookupTableData = 0x00281203;
	public static final int SegmentedRedPaletteColorLookupTableData = 0x00281221;
	public static final int SegmentedGreenPaletteColorLookupTableData = 0x00281222;
	public static final int SegmentedBluePaletteColorLookupTableData = 0x00281223;
	public static final int LossyImageCompression = 0x00282110;
	public static final int ModalityLUTSequence = 0x00283000;
	public static final int LUTDescriptor = 0x00283002;
	public static final int LUTExplanation = 0x00283003;
	public static final int ModalityLUTType = 0x00283004;
	public static final int LUTData = 0x00283006;
	public static final int VOILUTSequence = 0x00283010;
	public static final int PixelMeasuresSequence = 0x00289110;
	public static final int FrameVOILUTSequence = 0x00289132;
	public static final int PixelValueTransformationSequence = 0x00289145;
	public static final int RealWorldValueMappingSequence = 0x00409096;
	public static final int Units = 0x00541001;
	public static final int FrameReferenceTime = 0x00541300;
	public static final int SegmentSequence = 0x00620002;
	public static final int SegmentNumber = 0x00620004;
	public static final int SegmentLabel = 0x00620005;
	public static final int SegmentIdentificationSequence = 0x0062000A;
	public static final int ReferencedSegmentNumber = 0x0062000B;
	public static final int DoseUnits = 0x30040002;
	public static final int GridFrameOffsetVector = 0x3004000C;
	public static final int DoseGridScaling = 0x3004000E;
	public static final int SharedFunctionalGroupsSequence = 0x52009229;
	public static final int PerFrameFunctionalGroupsSequence = 0x52009230;
	public static final int ExtendedOffsetTable = 0x7FE00001;
	public static final int ExtendedOffsetTableLengths = 0x7FE00002;
	public static final int FloatPixelData = 0x7FE00008;
	public static final int DoubleFloatPixelData = 0x7FE00009;
	public static final int PixelData = 0x7FE00010;

	/** Item, Item Delimitation Item and Sequence Delimitation Item (PS3.5 section 7.5). */
	static final int Item = 0xFFFEE000;
	static final int ItemDelimitationItem = 0xFFFEE00D;
	static final int SequenceDelimitationItem = 0xFFFEE0DD;

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private Tag() {}

	/** The tag as the standard prints it: {@code (0028,1053)}. */
	public static String toString(final int tag) {
		return "(" + HEX.toHexDigits((short) (tag >>> 16)) + "," + HEX.toHexDigits((short) tag) + ")";
	}

	/** Whether the group is odd: an element of a manufacturer. */
	public static boolean isPrivate(final int tag) {
		return (tag >>> 16 & 1) == 1;
	}

	/** Whether it is one of the three elements that hold pixels. */
	public static boolean isPixelData(final int tag) {
		return tag == PixelData || tag == FloatPixelData || tag == DoubleFloatPixelData;
	}
}
