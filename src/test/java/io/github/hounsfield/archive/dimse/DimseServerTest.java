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

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.PrivateNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real archives on loopback: what is sent, searched and retrieved is what other tools send, find and read. Also tests
 * {@code SeriesRetrieval}, {@code Getter}, {@code Mover}, {@code Search}, {@code Sender}, {@code OutgoingFile},
 * {@code StudyAnswers} and {@code SubOperations}.
 */
class DimseServerTest {

	@TempDir
	private Path folder;

	@TestFactory
	List<DynamicTest> archives() throws Exception {
		RealData.folder();
		PrivateNetwork.assume("dcmqrscp", "storescp", "findscu", "openssl", OrthancServer.PROGRAM);
		final List<String> output = new ArrayList<>();
		final List<DynamicTest> tests = PrivateNetwork.cases(folder, ServerCases.class, output);
		output.forEach(System.out::println);
		final List<DynamicTest> all = new ArrayList<>(tests);
		all.add(DynamicTest.dynamicTest("names and IDs reach no output", () -> RealFiles.of(List.of("series/")).secrets()
			.forEach(secret -> assertTrue(output.stream().noneMatch(line -> line.contains(secret)), "a name, ID or UID"))));
		return all;
	}
}
