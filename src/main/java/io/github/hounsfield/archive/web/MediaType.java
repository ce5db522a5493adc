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
package io.github.hounsfield.archive.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Type (RFC 9110 section 8.3, PS3.18 section 8.7.3.5).
 *
 * @param name type and subtype, in lower case
 * @param parameters names in lower case, values without their quotes
 */
record MediaType(String name, Map<String, String> parameters) {

	/** Longest boundary (RFC 2046 section 5.1.1). */
	private static final int BOUNDARY = 70;

	/** A parameter that cannot be read ends the list. */
	static MediaType parse(final String text) {
		final int semicolon = text.indexOf(';');
		final String name = (semicolon < 0 ? text : text.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
		final Map<String, String> parameters = new HashMap<>();
		int at = semicolon < 0 ? text.length() : semicolon + 1;
		while (at < text.length()) {
			final int equals = text.indexOf('=', at);
			if (equals < 0) break;
			final String key = text.substring(at, equals).trim().toLowerCase(Locale.ROOT);
			final StringBuilder value = new StringBuilder();
			at = value(text, equals + 1, value);
			parameters.putIfAbsent(key, value.toString());
			at = text.indexOf(';', at);
			at = at < 0 ? text.length() : at + 1;
		}
		return new MediaType(name, parameters);
	}

	/** @return the place behind the value */
	private static int value(final String text, final int start, final StringBuilder value) {
		int at = start;
		while (at < text.length() && text.charAt(at) == ' ')
			at++;
		if (at == text.length() || text.charAt(at) != '"') {
			final int end = text.indexOf(';', at) < 0 ? text.length() : text.indexOf(';', at);
			value.append(text.substring(at, end).trim());
			return end;
		}
		for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
			if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
			value.append(text.charAt(at));
		}
		return at;
	}

	boolean isMultipart() {
		return name.startsWith("multipart/");
	}

	/** DICOM's JSON, or JSON by its plain name, which servers use as well. */
	boolean isJson() {
		return name.equals("application/dicom+json") || name.equals("application/json");
	}

	/** @return empty where there is none that RFC 2046 allows */
	String boundary() {
		final String boundary = parameters.getOrDefault("boundary", "");
		return boundary.length() <= BOUNDARY && boundary.chars().allMatch(c -> c >= ' ' && c < 127) ? boundary : "";
	}
}
