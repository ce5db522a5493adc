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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.deidentify.DeidentifyOptions.Privates;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Private elements that name no one (PS3.15 table E.3.10-1), those of CT, MR and PET among them: of one data set or
 * item, whose private creators reserve its blocks (PS3.5 section 7.8.1). A value stays only if it is a number, or a
 * word of capitals, as its VR demands.
 */
final class SafePrivates {

	/** VR by creator, group and the element's last two digits. */
	private static final Map<String, Vr> SAFE = Map.ofEntries(
		Map.entry("Philips PET Private Group 7053 00", Vr.DS), // SUV factor
		Map.entry("Philips PET Private Group 7053 09", Vr.DS), // activity concentration factor
		Map.entry("Philips MR Imaging DD 001 2005 0D", Vr.FL), // scale intercept
		Map.entry("Philips MR Imaging DD 001 2005 0E", Vr.FL), // scale slope
		Map.entry("PHILIPS MR IMAGING DD 001 2005 0D", Vr.FL),
		Map.entry("PHILIPS MR IMAGING DD 001 2005 0E", Vr.FL),
		Map.entry("Philips Imaging DD 001 2001 03", Vr.FL), // diffusion b-factor
		Map.entry("Philips Imaging DD 001 2001 04", Vr.CS), // diffusion direction
		Map.entry("SIEMENS MR HEADER 0019 0C", Vr.IS), // b-value
		Map.entry("SIEMENS MR HEADER 0019 0D", Vr.CS), // diffusion directionality
		Map.entry("SIEMENS MR HEADER 0019 0E", Vr.FD), // diffusion gradient direction
		Map.entry("SIEMENS MR HEADER 0019 27", Vr.FD), // b-matrix
		Map.entry("ELSCINT1 00E1 21", Vr.DS), // dose length product
		Map.entry("ELSCINT1 01E1 26", Vr.CS), // phantom type
		Map.entry("ELSCINT1 01E1 50", Vr.DS), // acquisition duration
		Map.entry("ELSCINT1 01F1 01", Vr.CS), // acquisition type
		Map.entry("ELSCINT1 01F1 07", Vr.DS), // table velocity
		Map.entry("ELSCINT1 01F1 26", Vr.DS), // pitch
		Map.entry("ELSCINT1 01F1 27", Vr.DS), // rotation time
		Map.entry("GEMS_ACQU_01 0019 23", Vr.DS), // table speed
		Map.entry("GEMS_ACQU_01 0019 24", Vr.DS), // mid scan time
		Map.entry("GEMS_ACQU_01 0019 27", Vr.DS), // rotation speed
		Map.entry("GEMS_SERS_01 0025 07", Vr.SL), // images in series
		Map.entry("GEMS_PARM_01 0043 27", Vr.SH), // scan pitch ratio
		Map.entry("GEMS_PARM_01 0043 39", Vr.IS), // slop_int_6 to 9
		Map.entry("GEMS_PARM_01 0043 6F", Vr.DS), // scanner table entry
		Map.entry("GEMS_HELIOS_01 0045 01", Vr.SS), // macro rows in detector
		Map.entry("GEMS_HELIOS_01 0045 02", Vr.FL)); // macro width

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]{1,16}([eE][+-]?\\d{1,3})?");
	private static final Pattern RATIO = Pattern.compile("[0-9.]{1,10}(:[0-9]{1,3})?");
	private static final Pattern WORD = Pattern.compile("[A-Z_]{1,16}");

	/** The most numbers that one of these elements has: a b-matrix of 6, a few offsets. */
	private static final int MOST_VALUES = 16;

	private final DataSet dataSet;
	private final Set<Integer> kept = new HashSet<>();

	private SafePrivates(final DataSet dataSet) {
		this.dataSet = dataSet;
	}

	static SafePrivates of(final DataSet dataSet, final DeidentifyOptions options) throws IOException {
		final SafePrivates safe = new SafePrivates(dataSet);
		if (options.privates() == Privates.SAFE) for (final Element element : dataSet.elements())
			safe.consider(element);
		return safe;
	}

	/** Whether the element is safe, or the creator of one that is. */
	boolean keeps(final Element element) {
		return kept.contains(element.tag());
	}

	private void consider(final Element element) throws IOException {
		final int tag = element.tag();
		final int block = tag >>> 8 & 0xFF;
		if (!Tag.isPrivate(tag) || block < 0x10) return;
		final int creator = tag & 0xFFFF0000 | block;
		final Vr vr = SAFE.get(String.format("%s %04X %02X", Texts.first(dataSet, creator), tag >>> 16, tag & 0xFF));
		if (vr == null || !fits(element, vr)) return;
		kept.add(tag);
		kept.add(creator);
	}

	private static boolean fits(final Element element, final Vr vr) throws IOException {
		if (element.vr() != vr && element.vr() != Vr.UN) return false;
		final int size = vr.kind().size();
		if (size > 1) return element.length() > 0 && element.length() % size == 0 && element.length() <= MOST_VALUES * size;
		final Pattern pattern = vr == Vr.CS ? WORD : vr == Vr.SH ? RATIO : NUMBER;
		for (final String value : Texts.values(element))
			if (!value.isEmpty() && !pattern.matcher(value).matches()) return false;
		return true;
	}
}
