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

package io.github.hounsfield.imagej.pixels;

/** What the user can do about an image that is not what a step needs. The actions say it in terms of their own keys. */
public enum Remedy {
	/** To make the 16-bit image, which takes half the memory, or to open the series virtual. */
	TAKE_HALF_THE_MEMORY,
	/** To open the series virtual, or to give Java more memory. */
	OPEN_VIRTUAL,
	/** To resample to a larger spacing, or to give Java more memory. */
	RESAMPLE_COARSER,
	/** Nothing that the program knows of. */
	NONE,
	/** Convert with slope and intercept by hand. */
	CONVERT_BY_HAND,
	/** Convert with slope and intercept by hand, or what is not known to be CT all the same. */
	CONVERT_BY_HAND_OR_FORCE,
	/** Convert what is not CT all the same. */
	FORCE,
	/** Convert this image first. */
	CONVERT_BEFORE,
	/** Convert the image of stored values from which this one was computed, before it is. */
	CONVERT_SOURCE_BEFORE,
	/** Convert the image that this one was made from. */
	CONVERT_SOURCE,
	/** Convert each of the images that this one was put together from. */
	CONVERT_EACH,
	/** Convert to HU of 16 bits with a sign. */
	CONVERT_TO_16_BIT,
	/** Read the file again with this suite's reader. */
	OPEN_WITH_THIS_READER,
	/** Read the file again with this suite's reader; what is no DICOM file is converted by hand. */
	OPEN_WITH_THIS_READER_OR_BY_HAND,
	/** Read the file again with this suite's reader, or convert the image that this one was computed from. */
	OPEN_WITH_THIS_READER_OR_CONVERT_SOURCE,
	/** Read the series again. */
	OPEN_AGAIN,
	/** Read the series again, and convert it before such steps. */
	OPEN_AGAIN_AND_CONVERT_BEFORE,
	/** Take the image that this one was made from. */
	USE_SOURCE,
	/** Convert first, or make grey levels of 8 bits. */
	CONVERT_OR_8_BIT,
	/** Read the series with slices at equal distances. */
	OPEN_EVEN,
	/** Read the series with slices straight above each other. */
	OPEN_UPRIGHT,
	/** Read the series with this suite's reader, whose images tell where a crop was. */
	OPEN_FOLLOWED,
	/** Convert this image. */
	CONVERT_THIS,
	/** Take the last step back, or take the image that this one was made from. */
	TAKE_BACK_OR_USE_SOURCE,
	/** Resample the image that this one was made from, in place of ImageJ's own step. */
	RESAMPLE_SOURCE,
	/** Crop by a step of ImageJ that notes where, and not at the upper left corner. */
	CROP_ANEW,
	/** Take each new voxel from the nearest one. */
	TAKE_NEAREST,
	/** Keep the first voxel where it is, or have no value for what is beyond. */
	KEEP_FIRST_OR_NO_FILL,
	/** Mark both lungs by one value. */
	MARK_BOTH_ALIKE,
	/** Save values in coarse steps all the same. */
	SAVE_COARSE,
	/** Take files in place of the image, or read the series with this suite's reader. */
	NAME_FILES_OR_OPEN_WITH_THIS_READER,
	/** Take one of several channels, each of which becomes an image. */
	SPLIT_CHANNELS,
	/** Take one of several channels, or make a picture of them. */
	SPLIT_CHANNELS_OR_RGB,
	/** Take one of several volumes. */
	DUPLICATE_ONE,
	/** Take volume after volume. */
	DUPLICATE_EACH,
	/** Tell the image how large its voxels are. */
	SET_SPACING,
	/** Read the series with its identifying attributes. */
	OPEN_WITH_IDENTITY
}
