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
package io.github.hounsfield.imagej.hu;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a header tells of another part of the body than the chest: a head under a lung window is a white disc. Pixels
 * do not tell: the noise of air beside a head is as dense as lung.
 */
final class BodyPart {

	/** Of Body Part Examined (0018,0015), PS3.16 annex L: CHEST, LUNG, CHESTABDOMEN, NECKCHEST and their like. */
	private static final Pattern CHEST = Pattern.compile("CHEST|LUNG|THORA");

	/** What descriptions call a head where Body Part Examined is absent. */
	private static final Pattern HEAD = Pattern.compile("\\b(HEAD|BRAIN|SKULL|CRANI)");

	private static final int PROTOCOL_NAME = 0x00181030;

	private BodyPart() {}

	/** @return false where the header says nothing of it */
	static boolean isOutsideChest(final HeaderText header) {
		final String examined = text(header, Tag.BodyPartExamined);
		if (!examined.isBlank()) return !CHEST.matcher(examined).find();
		return IntStream.of(Tag.StudyDescription, Tag.SeriesDescription, PROTOCOL_NAME).mapToObj(tag -> text(header, tag))
			.anyMatch(text -> HEAD.matcher(text).find() && !CHEST.matcher(text).find());
	}

	private static String text(final HeaderText header, final int tag) {
		return header.value(tag).orElse("").toUpperCase(Locale.ROOT);
	}
}
