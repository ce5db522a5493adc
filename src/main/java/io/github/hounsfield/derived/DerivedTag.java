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

/** Tags that only derived data sets need, by the keywords of PS3.6. */
final class DerivedTag {

	static final int INSTANCE_CREATION_DATE = 0x00080012;
	static final int INSTANCE_CREATION_TIME = 0x00080013;
	static final int CONVERSION_TYPE = 0x00080064;
	static final int CODE_VALUE = 0x00080100;
	static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
	static final int CODE_MEANING = 0x00080104;
	static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
	static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
	static final int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;
	static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
	static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
	static final int DERIVATION_DESCRIPTION = 0x00082111;
	static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
	static final int DERIVATION_CODE_SEQUENCE = 0x00089215;
	static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
	static final int DEVICE_SERIAL_NUMBER = 0x00181000;
	static final int SOFTWARE_VERSIONS = 0x00181020;
	static final int CONTRIBUTING_EQUIPMENT_SEQUENCE = 0x0018A001;
	static final int CONTRIBUTION_DATE_TIME = 0x0018A002;
	static final int POSITION_REFERENCE_INDICATOR = 0x00201040;
	static final int SLICE_LOCATION = 0x00201041;
	static final int DIMENSION_ORGANIZATION_UID = 0x00209164;
	static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x00209221;
	static final int DIMENSION_DESCRIPTION_LABEL = 0x00209421;
	static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
	static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
	static final int PURPOSE_OF_REFERENCE_CODE_SEQUENCE = 0x0040A170;
	static final int NUMBER_OF_SLICES = 0x00540081;
	static final int NUMBER_OF_TIME_SLICES = 0x00540101;
	static final int SERIES_TYPE = 0x00541000;
	static final int IMAGE_INDEX = 0x00541330;
	static final int SEGMENTATION_TYPE = 0x00620001;
	static final int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x00620003;
	static final int SEGMENT_ALGORITHM_TYPE = 0x00620008;
	static final int SEGMENT_ALGORITHM_NAME = 0x00620009;
	static final int SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE = 0x0062000F;
	static final int SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE = 0x00620011;
	static final int CONTENT_LABEL = 0x00700080;
	static final int CONTENT_DESCRIPTION = 0x00700081;
	static final int CONTENT_CREATOR_NAME = 0x00700084;

	private DerivedTag() {}
}
