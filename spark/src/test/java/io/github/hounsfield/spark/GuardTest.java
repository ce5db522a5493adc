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
package io.github.hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.spark.Failure.ItemTimeoutException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Proves that time and memory that an item wants too much of cost that item, and that no reason names a file. */
class GuardTest {

	@Test
	void workThatTakesTooLongIsToldToEnd() {
		final AtomicInteger ended = new AtomicInteger();
		final ItemTimeoutException e = assertThrows(ItemTimeoutException.class, () -> Guard.call(1, workers -> {
			while (!workers.isCanceled())
				Thread.sleep(5);
			return ended.incrementAndGet();
		}));
		assertEquals(1, ended.get());
		assertEquals("it took longer than 1 s; --timeout says how long it may", Failure.of(e).reason());
	}

	@Test
	void whatHadNoMemoryBesideOthersIsDoneOnceMoreAlone() throws Exception {
		final AtomicInteger tries = new AtomicInteger();
		assertEquals("done", Guard.call(10, workers -> {
			if (tries.incrementAndGet() == 1) throw new OutOfMemoryError("Java heap space");
			return "done";
		}));
		assertEquals(2, tries.get());
	}

	@Test
	void whatHasNoMemoryAloneIsAFailure() {
		final OutOfMemoryError e = assertThrows(OutOfMemoryError.class, () -> Guard.call(10, workers -> new long[1 << 16][1 <<
			28].length));
		assertEquals("OutOfMemoryError", Failure.of(e).kind());
	}

	@Test
	void noReasonNamesAFile() {
		assertEquals("no such file or folder", Failure.of(new NoSuchFileException("/data/Smith^John")).reason());
		final String unknown = Failure.of(new IOException("/data/Smith^John is odd")).reason();
		assertTrue(!unknown.contains("Smith"), unknown);
		final String fault = Failure.of(new IllegalStateException("/data/Smith^John")).reason();
		assertTrue(!fault.contains("Smith"), fault);
	}
}
