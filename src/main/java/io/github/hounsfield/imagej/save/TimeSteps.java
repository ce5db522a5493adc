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

import io.github.hounsfield.derived.SourceHeader;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the headers of a hyperstack say that its times are times. Where they do not, their order is a guess, and a
 * series that numbers them would say more than is known.
 */
final class TimeSteps {

	/**
	 * Attributes that tell times apart: Temporal Position Identifier and Trigger Time of MR (PS3.3 C.8.3.1), Trigger Time
	 * and Frame Reference Time of PET (C.8.9.4), Temporal Position Index and Frame Acquisition DateTime of multi-frame
	 * files (Frame Content Macro, C.7.6.16.2.2), and what any image has.
	 */
	private static final int[] TELLING = { Tag.TemporalPositionIdentifier, Tag.TemporalPositionIndex,
		Tag.FrameReferenceTime, Tag.TriggerTime, 0x0008002A, 0x00189074, Tag.AcquisitionTime, Tag.AcquisitionNumber,
		Tag.ContentTime };

	private TimeSteps() {}

	/**
	 * @param headers of one slice at each time
	 * @throws ImageException where two times in a row are not told apart
	 */
	static void requireKnown(final String title, final List<SourceHeader> headers) {
		for (int time = 1; time < headers.size(); time++)
			if (!areTold(headers.get(time - 1), headers.get(time))) throw new ImageException("times " + time + " and " + (time +
				1) + " of '" + title + "' are not told apart by their headers", "one of " + names() + " that differs",
					Remedy.DUPLICATE_EACH);
	}

	private static boolean areTold(final SourceHeader one, final SourceHeader other) {
		for (final int tag : TELLING) {
			final Optional<String> value = one.text(tag);
			if (value.isPresent() && other.text(tag).isPresent() && !value.equals(other.text(tag))) return true;
		}
		return false;
	}

	private static String names() {
		return Arrays.stream(TELLING).mapToObj(tag -> Dictionary.find(tag).keyword()).collect(Collectors.joining(", "));
	}
}
