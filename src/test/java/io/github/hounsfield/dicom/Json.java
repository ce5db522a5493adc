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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of expected values: maps, lists, strings, doubles, booleans, null. For tests only. */
public final class Json {

	private final String text;
	private int at;

	private Json(final String text) {
		this.text = text;
	}

	/** The real data's expected values. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> read(final Path file) throws IOException {
		return (Map<String, Object>) new Json(Files.readString(file)).value();
	}

	/** A member that is an object itself. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> object(final Map<String, Object> parent, final String key) {
		return (Map<String, Object>) parent.get(key);
	}

	/** A member that is a list. */
	@SuppressWarnings("unchecked")
	public static List<Object> list(final Map<String, Object> parent, final String key) {
		return (List<Object>) parent.get(key);
	}

	private char next() {
		while (Character.isWhitespace(text.charAt(at)))
			at++;
		return text.charAt(at);
	}

	private Object value() {
		final char c = next();
		if (c == '{') return map();
		if (c == '[') return array();
		if (c == '"') return string();
		if (text.startsWith("true", at)) return word("true", Boolean.TRUE);
		if (text.startsWith("false", at)) return word("false", Boolean.FALSE);
		if (text.startsWith("null", at)) return word("null", null);
		final int start = at;
		while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0)
			at++;
		return Double.valueOf(text.substring(start, at));
	}

	private Object word(final String word, final Object value) {
		at += word.length();
		return value;
	}

	private Map<String, Object> map() {
		final Map<String, Object> map = new LinkedHashMap<>();
		at++;
		while (next() != '}') {
			if (text.charAt(at) == ',') at++;
			next();
			final String key = string();
			if (next() != ':') throw new IllegalStateException("no colon at " + at);
			at++;
			map.put(key, value());
		}
		at++;
		return map;
	}

	private List<Object> array() {
		final List<Object> list = new ArrayList<>();
		at++;
		while (next() != ']') {
			if (text.charAt(at) == ',') at++;
			if (next() == ']') break;
			list.add(value());
		}
		at++;
		return list;
	}

	private String string() {
		final StringBuilder out = new StringBuilder();
		for (at++; text.charAt(at) != '"'; at++) {
			if (text.charAt(at) != '\\') {
				out.append(text.charAt(at));
				continue;
			}
			final char escaped = text.charAt(++at);
			if (escaped == 'u') {
				out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
				at += 4;
			}
			else out.append(switch (escaped) {
				case 'n' -> '\n';
				case 't' -> '\t';
				case 'r' -> '\r';
				case 'b' -> '\b';
				case 'f' -> '\f';
				default -> escaped;
			});
		}
		at++;
		return out.toString();
	}
}
