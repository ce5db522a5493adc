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

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads DICOM's JSON (PS3.18 annex F) as a stream, always as UTF-8. Data sets are handed on one by one, so memory holds
 * one. Elements that were not asked for are skipped. It is lenient only where servers differ in practice. They write
 * numbers as text or text as numbers, names as plain text, a single value without its array, and null for an empty one.
 */
final class DicomJson {

	/** Not JSON, or JSON that breaks off. The message repeats nothing of it. */
	static final class JsonException extends IOException {

		private static final long serialVersionUID = 1L;

		JsonException(final String message, final Throwable cause) {
			super(message, cause);
		}
	}

	/** Depth of sequences within sequences. The elements that are asked for have one level. */
	private static final int DEEPEST = 8;

	/** Failed and Referenced SOP Sequence: known by their tags, since {@code vr} may stand behind {@code Value}. */
	private static final Set<Integer> SEQUENCES = Set.of(0x00081198, 0x00081199);

	private final JsonReader json;
	private final Set<Integer> wanted;

	private DicomJson(final InputStream in, final Set<Integer> wanted) {
		this.json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8));
		this.wanted = wanted;
	}

	/**
	 * @param wanted tags that are kept, in items too
	 * @param into hears the data sets of an array one by one, or one that stands alone
	 * @throws JsonException where it is no JSON of this kind, or does not end as it should
	 * @throws IOException where it cannot be read
	 */
	static void read(final InputStream in, final Set<Integer> wanted, final Consumer<JsonDataSet> into)
		throws IOException
	{
		final DicomJson reader = new DicomJson(in, wanted);
		try {
			reader.readAll(into);
		}
		catch (final MalformedJsonException | EOFException | IllegalStateException | NumberFormatException
			| JsonParseException e)
		{
			throw new JsonException(e instanceof EOFException ? "the JSON breaks off" : "it is no JSON of data sets", e);
		}
	}

	private void readAll(final Consumer<JsonDataSet> into) throws IOException {
		if (json.peek() == JsonToken.BEGIN_OBJECT) into.accept(dataSet(0));
		else {
			json.beginArray();
			while (json.hasNext())
				into.accept(dataSet(0));
			json.endArray();
		}
		if (json.peek() != JsonToken.END_DOCUMENT) throw new IllegalStateException("more behind the end");
	}

	private JsonDataSet dataSet(final int depth) throws IOException {
		final JsonDataSet dataSet = new JsonDataSet();
		json.beginObject();
		while (json.hasNext()) {
			final String name = json.nextName();
			final int tag = name.matches("[0-9A-Fa-f]{8}") ? Integer.parseUnsignedInt(name, 16) : 0;
			if (!wanted.contains(tag) || json.peek() != JsonToken.BEGIN_OBJECT) json.skipValue();
			else dataSet.put(tag, element(SEQUENCES.contains(tag), depth));
		}
		json.endObject();
		return dataSet;
	}

	/** @param sequence whether an object is an item; otherwise it is a person's name */
	private JsonDataSet.Values element(final boolean sequence, final int depth) throws IOException {
		final List<String> texts = new ArrayList<>(1);
		final List<JsonDataSet> items = new ArrayList<>(0);
		json.beginObject();
		while (json.hasNext()) {
			if (!json.nextName().equals("Value")) json.skipValue();
			else if (json.peek() != JsonToken.BEGIN_ARRAY) value(texts, items, sequence, depth);
			else {
				json.beginArray();
				while (json.hasNext())
					value(texts, items, sequence, depth);
				json.endArray();
			}
		}
		json.endObject();
		return new JsonDataSet.Values(texts, items);
	}

	private void value(final List<String> texts, final List<JsonDataSet> items, final boolean sequence, final int depth)
		throws IOException
	{
		switch (json.peek()) {
			case NULL -> {
				json.nextNull();
				texts.add("");
			}
			case STRING, NUMBER -> texts.add(json.nextString());
			case BEGIN_OBJECT -> {
				if (!sequence) texts.add(personName());
				else if (depth < DEEPEST) items.add(dataSet(depth + 1));
				else throw new IllegalStateException("sequences are nested too deep");
			}
			default -> json.skipValue();
		}
	}

	/** The alphabetic group, else the ideographic or phonetic one (PS3.18 section F.2.2). */
	private String personName() throws IOException {
		final String[] groups = { "", "", "" };
		json.beginObject();
		while (json.hasNext()) {
			final int group = List.of("Alphabetic", "Ideographic", "Phonetic").indexOf(json.nextName());
			if (group >= 0 && json.peek() == JsonToken.STRING) groups[group] = json.nextString();
			else json.skipValue();
		}
		json.endObject();
		for (final String group : groups)
			if (!group.isBlank()) return group;
		return "";
	}
}
