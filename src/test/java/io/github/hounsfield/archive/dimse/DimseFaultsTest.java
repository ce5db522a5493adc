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
package io.github.hounsfield.archive.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.StudyQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives that break off, lie, fall silent or fail: a named error or the complete series, never fewer in silence. Also
 * tests {@code DimseArchive}, {@code ArchiveException}, {@code Failures}, {@code Status}, {@code Watch}, {@code Tries},
 * {@code Association}, {@code Negotiation}, {@code Connection} and {@code MessageOutput}.
 */
class DimseFaultsTest extends FaultyAssociation {

	private ArchiveException refused(final byte[]... scripts) {
		final ArchiveException e = assertThrows(ArchiveException.class, () -> retrieve(scripts));
		assertTrue(e.getMessage().startsWith("127.0.0.1:"), e.getMessage());
		return e;
	}

	@Test
	void aWholeAnswerIsTheWholeSeries() throws IOException {
		final RetrievedSeries series = retrieve(ArchiveBytes.get(SUCCESS, 1, 2, 3));
		assertEquals(3, series.files().size());
		assertEquals(3, series.fetched());
		for (int i = 0; i < 3; i++) {
			// 128 bytes of preamble, DICM, group 0002; then the data set as it came.
			final byte[] file = Files.readAllBytes(series.files().get(i));
			final byte[] dataSet = ArchiveBytes.dataSet(i + 1);
			assertTrue(Arrays.equals(dataSet, Arrays.copyOfRange(file, file.length - dataSet.length, file.length)));
		}
	}

	@Test
	void anAnswerCutAtAnyByteIsAnErrorOrWhole() throws IOException {
		final byte[] whole = ArchiveBytes.get(SUCCESS, 1, 2, 3);
		// From the last instance on nothing is missing: what comes behind is the archive's good manners.
		final int needed = ArchiveBytes.get(SUCCESS, 1, 2, 3).length - new ArchiveBytes().response(1, 0x8010,
			ArchiveBytes.GET, SUCCESS, false, "").unit(6, new byte[4]).bytes().length;
		for (int cut = 0; cut < whole.length; cut++) {
			final byte[] part = Arrays.copyOf(whole, cut);
			if (cut >= needed) assertEquals(3, retrieve(part).files().size(), "cut at " + cut);
			else {
				final ArchiveException e = refused(part);
				assertEquals(ArchiveException.Reason.INCOMPLETE, e.reason(), "cut at " + cut + ": " + e.getMessage());
				assertEquals(3, e.expected());
				assertTrue(e.received() < 3 && e.getMessage().contains(e.received() + " of 3 instances came"), e.getMessage());
			}
		}
		try (Stream<Path> files = Files.walk(folder)) {
			assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
		}
	}

	@Test
	void aSearchCutAtAnyByteIsAnErrorOrWhole() throws IOException {
		final byte[] whole = ArchiveBytes.search();
		final int needed = whole.length - 10;
		for (int cut = 0; cut < whole.length; cut++) {
			final byte[] part = Arrays.copyOf(whole, cut);
			try (ScriptedPeer peer = new ScriptedPeer(List.of(ScriptedPeer.saying(part)));
				DimseArchive archive = peer.archive(SILENCE, 300))
			{
				if (cut >= needed) assertEquals(3, archive.findInstances(SERIES, ArchiveMonitor.NONE).records().size());
				else assertEquals(ArchiveException.Reason.NO_ANSWER, assertThrows(ArchiveException.class, () -> archive
					.findInstances(SERIES, ArchiveMonitor.NONE)).reason(), "cut at " + cut);
			}
		}
	}

	@Test
	void bytesOneByOneAreTheWholeSeries() throws IOException {
		final byte[] whole = ArchiveBytes.get(SUCCESS, 1, 2, 3);
		final ScriptedPeer.Script slowly = out -> {
			for (final byte one : whole) {
				out.write(one);
				out.flush();
			}
		};
		try (ScriptedPeer peer = new ScriptedPeer(List.of(ScriptedPeer.saying(ArchiveBytes.search()), slowly));
			DimseArchive archive = peer.archive(SILENCE, 300))
		{
			assertEquals(3, archive.retrieve(SERIES, folder, ArchiveMonitor.NONE).files().size());
		}
	}

	@Test
	void whatIsMissingIsAskedForAgain() throws IOException {
		final RetrievedSeries series = retrieve(ArchiveBytes.get(0xB000, 1, 3), ArchiveBytes.get(SUCCESS, 2));
		assertEquals(3, series.files().size());
	}

	@Test
	void successWithTooFewInstancesIsAnError() {
		final ArchiveException e = refused(ArchiveBytes.get(SUCCESS, 1, 3));
		assertEquals(ArchiveException.Reason.INCOMPLETE, e.reason());
		assertTrue(e.getMessage().contains("2 of 3 instances came; missing: number 2"), e.getMessage());
		assertFalse(e.getMessage().contains(ArchiveBytes.instance(2)), e.getMessage());
	}

	@Test
	void aForeignInstanceIsAnError() {
		final ArchiveException e = refused(ArchiveBytes.get(SUCCESS, 1, 2, 9, 3));
		assertEquals(ArchiveException.Reason.PROTOCOL, e.reason());
		assertTrue(e.getMessage().contains("1 instances came that the archive does not list"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "A701, number of matches cannot be calculated", "A702, sub-operations cannot be performed",
		"A801, move destination unknown", "A900, identifier does not match the SOP class", "C123, unable to process",
		"0122, SOP class not supported", "4711, not in the standard", "FE00, ended by cancel", "B000, one or more failures" })
	void aStatusIsNamed(final String code, final String name) {
		final ArchiveException e = refused(ArchiveBytes.get(Integer.parseInt(code, 16), 1));
		assertTrue(e.getMessage().contains("status " + code) && e.getMessage().contains(name), e.getMessage());
		assertEquals(ArchiveException.Reason.INCOMPLETE, e.reason());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 8, 9, 0x42, 0xFF })
	void anUnknownUnitEndsTheAssociation(final int type) throws IOException {
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).unit(type, new byte[10]).bytes(), "type " + type);
	}

	@ParameterizedTest
	@CsvSource({ "00000003, claims 3 bytes", "00000000, claims 0 bytes", "00100007, claims 1048583 bytes",
		"7FFFFFFF, claims 2147483647 bytes", "FFFFFFFF, claims 4294967295 bytes" })
	void aLengthOutOfBoundsEndsTheAssociation(final String length, final String found) throws IOException {
		final byte[] header = java.util.HexFormat.of().parseHex("0400" + length);
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).raw(header).bytes(), found);
	}

	@Test
	void fragmentsOutOfPlaceEndTheAssociation() throws IOException {
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).fragment(1, 2, new byte[8]).bytes(),
			"outside a message");
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).fragment(77, 3, new byte[8]).bytes(),
			"context 77, which was not accepted");
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).response(1, 0x8020, ArchiveBytes.FIND, 0xFF00, true, "")
			.response(1, 0x8020, ArchiveBytes.FIND, 0, false, "").bytes(), "found a command set; expected a data set");
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).response(1, 0x8010, ArchiveBytes.FIND, 0, false, "")
			.bytes(), "command field 8010; expected 8020");
		brokenIn(new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).unit(4, new byte[] { 0, 0, 0, 99, 1, 3 }).bytes(),
			"claims 99 bytes");
		brokenIn(new ArchiveBytes().accept(3, ArchiveBytes.IMPLICIT).bytes(), "context 3, which was not proposed");
		brokenIn(new ArchiveBytes().accept(1, "1.2.840.10008.1.2.4.70").bytes(), "transfer syntax that was not proposed");
	}

	/** A search that is answered so: PROTOCOL, and the last that the archive hears is A-ABORT by the provider. */
	private void brokenIn(final byte[] script, final String found) throws IOException {
		try (ScriptedPeer peer = new ScriptedPeer(List.of(out -> {
			out.write(script);
			Thread.sleep(500);
		})); DimseArchive archive = peer.archive(SILENCE, 300)) {
			final ArchiveException e = assertThrows(ArchiveException.class, () -> archive.findInstances(SERIES,
				ArchiveMonitor.NONE));
			assertEquals(ArchiveException.Reason.PROTOCOL, e.reason(), e.getMessage());
			assertTrue(e.getMessage().contains(found), e.getMessage());
			assertEndsWithAbort(peer, 0, 2);
		}
	}

	@Test
	void namesAndIdsReachNoMessage() throws IOException {
		final byte[] failing = new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT).response(1, 0x8020, ArchiveBytes.FIND,
			0xC001, false, "no such Geheim or 4711-SECRET in " + ArchiveBytes.STUDY).bytes();
		try (ScriptedPeer peer = new ScriptedPeer(List.of(ScriptedPeer.saying(failing)));
			DimseArchive archive = peer.archive(SILENCE, 300))
		{
			final ArchiveException e = assertThrows(ArchiveException.class, () -> archive.findStudies(StudyQuery.ALL
				.withPatientName("Geheim^Anna").withPatientId("4711-SECRET"), ArchiveMonitor.NONE));
			assertTrue(e.getMessage().contains("status C001 (unable to process), comment 'no such ... or ... in UID'"), e
				.getMessage());
		}
	}
}
