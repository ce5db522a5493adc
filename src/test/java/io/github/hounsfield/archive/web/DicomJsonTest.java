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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.archive.web.DicomJson.JsonException;
import io.github.hounsfield.dicom.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DICOM's JSON is read as PS3.18 annex F has it and as servers write it; what breaks off is an error. Also tests
 * {@code Stow} and {@code JsonDataSet}.
 */
class DicomJsonTest {

	private static final Set<Integer> WANTED = Set.of(Tag.PatientName, Tag.SeriesNumber, Stow.FailedSOPSequence,
		Stow.FailureReason);

	private static List<JsonDataSet> read(final String json) throws IOException {
		final List<JsonDataSet> found = new ArrayList<>();
		DicomJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), WANTED, found::add);
		return found;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
		"\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\"}] | Yamada^Tarou",
		"\"Value\":[{\"Ideographic\":\"山田^太郎\"}] | 山田^太郎",
		"\"Value\":[\"Doe^John\"] | Doe^John",
		"\"Value\":\"Doe^John\" | Doe^John",
		"\"Value\":[null] | ''",
		"\"Value\":[] | ''",
		"\"vr\":\"PN\" | ''" })
	void readsNames(final String element, final String name) throws IOException {
		final String expected = name.equals("''") ? "" : name;
		assertEquals(expected, read("[{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 100\"]},\"00100010\":{" + element +
			"}}]").get(0).text(Tag.PatientName));
	}

	@ParameterizedTest
	@CsvSource({ "7, 7", "\"7\", 7", "7.0, 7", "\" 7 \", 7", "-3, -3", "7.5,", "\"x\",", "1e999999999,", "99999999999," })
	void readsNumbersAsNumbersOrText(final String json, final Integer number) throws IOException {
		assertEquals(number == null ? OptionalInt.empty() : OptionalInt.of(number), read("{\"00200011\":{\"vr\":\"IS\"," +
			"\"Value\":[" + json + "]}}").get(0).integer(Tag.SeriesNumber));
	}

	@Test
	void readsItemsWhereverVrStands() throws IOException {
		final JsonDataSet module = read("{\"00081198\":{\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":[49442]}},{}]," +
			"\"vr\":\"SQ\"}}").get(0);
		assertEquals(2, module.items(Stow.FailedSOPSequence).size());
		assertEquals("its transfer syntax is not supported (C122)", Stow.reason(module.items(Stow.FailedSOPSequence).get(0)
			.integer(Stow.FailureReason)));
		assertEquals(0, read("{\"00081198\":{\"vr\":\"SQ\"}}").get(0).items(Stow.FailedSOPSequence).size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[", "[{}", "[{}] x", "{\"00100010\":{\"Value\":[{\"Alphabetic\":\"Do", "7", "[7]",
		"null",
		"[{\"00100010\":{\"Value\":[nan]}}]", "<html>" })
	void refusesWhatIsNoneOrBreaksOff(final String json) {
		assertThrows(JsonException.class, () -> read(json));
	}

	@Test
	void refusesEveryBeginningOfAList() {
		final String json =
			"[{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A\"}]}},{\"00200011\":{\"Value\":[1]}}]";
		for (int length = 0; length < json.length(); length++) {
			final String cut = json.substring(0, length);
			assertThrows(JsonException.class, () -> read(cut), cut);
		}
	}
}
