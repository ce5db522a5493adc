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

import java.util.regex.Pattern;

/** UIDs that the standard defines (PS3.6 annex A): they name no one and stay. */
final class StandardUids {

	/** SOP classes, transfer syntaxes, coding schemes and the like. No instance stands in their place. */
	private static final Pattern ANY = Pattern.compile("1\\.2\\.840\\.10008(\\.(0|[1-9]\\d{0,3})){1,11}");

	/**
	 * Well-known instances and frames of reference, which may stand in the place of a patient's: the atlases (1.4.1 and
	 * 1.4.2), colour palettes (1.5), the storage commitment and other single instances, and UTC (15.1.1).
	 */
	private static final Pattern INSTANCE = Pattern.compile("1\\.2\\.840\\.10008\\.(1\\.4\\.[12]\\.\\d{1,2}|1\\.5\\.\\d" +
		"|1\\.20\\.1\\.1|1\\.20\\.2\\.1|1\\.40\\.1|1\\.42\\.1|5\\.1\\.1\\.(16|16\\.376|17|17\\.376|25|40\\.1)|15\\.1\\.1)");

	private StandardUids() {}

	/** @param ofInstance whether the attribute is one that names instances, patients' among them */
	static boolean stays(final String uid, final boolean ofInstance) {
		return (ofInstance ? INSTANCE : ANY).matcher(uid).matches();
	}
}
