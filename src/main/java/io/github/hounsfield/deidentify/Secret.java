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

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key, and values derived from it by HMAC-SHA-256 (RFC 2104). Equal input gives equal values in every run. Without
 * the key nothing can be traced back. Safe for several threads.
 */
public final class Secret {

	/** Bytes of a key. */
	static final int LENGTH = 32;

	private static final String ALGORITHM = "HmacSHA256";
	private static final int UID_BYTES = 16;
	private static final int CODE_BYTES = 8;
	private static final int LONGEST_SHIFT = 3650;

	private final ThreadLocal<Mac> mac;

	/** @param key 32 bytes; copied */
	public Secret(final byte[] key) {
		if (key.length != LENGTH) throw new IllegalArgumentException("found a key of " + key.length + " bytes; expected " +
			LENGTH);
		final SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
		mac = ThreadLocal.withInitial(() -> {
			try {
				final Mac made = Mac.getInstance(ALGORITHM);
				made.init(spec);
				return made;
			}
			catch (final GeneralSecurityException e) {
				throw new IllegalStateException("this Java has no " + ALGORITHM, e);
			}
		});
	}

	/** A new UID for an old one: {@code 2.25.} and the first 128 bits of the HMAC as a decimal (PS3.5 section B.2). */
	public String uid(final String old) {
		return "2.25." + new BigInteger(1, Arrays.copyOf(hmac(old), UID_BYTES));
	}

	/** A code of 16 hexadecimal digits for a text. */
	String code(final String kind, final String text) {
		return HexFormat.of().withUpperCase().formatHex(hmac(kind + '\0' + text), 0, CODE_BYTES);
	}

	/** Days that dates of a patient are moved back: 1 to 3,650. */
	int days(final String patient) {
		final BigInteger number = new BigInteger(1, hmac("dates\0" + patient));
		return 1 + number.mod(BigInteger.valueOf(LONGEST_SHIFT)).intValue();
	}

	private byte[] hmac(final String text) {
		return mac.get().doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
	}
}
