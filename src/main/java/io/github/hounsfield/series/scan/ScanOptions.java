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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.dicom.TransferSyntax;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * How to scan.
 *
 * @param recursive whether to go into folders within folders
 * @param threads that read headers at the same time, at least 1
 * @param refusal why frames of a transfer syntax cannot be decoded, empty where they can; files refused are listed as
 *          skipped
 * @param progress is told how far the scan is, by the thread that called it
 * @param canceled asked often, by the thread that called the scan; once it says yes the scan ends
 */
public record ScanOptions(boolean recursive, int threads, Function<TransferSyntax, Optional<String>> refusal,
	Progress progress, BooleanSupplier canceled)
{

	/** Takes how far a scan is. */
	@FunctionalInterface
	public interface Progress {

		/**
		 * @param read files whose header was read
		 * @param found files found so far; grows until the walk is over
		 */
		void update(int read, int found);
	}

	/** Reading headers waits for the disk more than for the processor, so a few threads help also where cores are few. */
	public static final int DEFAULT_THREADS = Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

	/** Recursive, every transfer syntax, silent, to the end. */
	public static final ScanOptions DEFAULT = new ScanOptions(true, DEFAULT_THREADS, syntax -> Optional.empty(), (read,
		found) -> {}, () -> false);

	public ScanOptions {
		if (threads < 1) throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
	}

	public ScanOptions withRecursive(final boolean value) {
		return new ScanOptions(value, threads, refusal, progress, canceled);
	}

	public ScanOptions withThreads(final int value) {
		return new ScanOptions(recursive, value, refusal, progress, canceled);
	}

	public ScanOptions withRefusal(final Function<TransferSyntax, Optional<String>> value) {
		return new ScanOptions(recursive, threads, value, progress, canceled);
	}

	public ScanOptions withProgress(final Progress value) {
		return new ScanOptions(recursive, threads, refusal, value, canceled);
	}

	public ScanOptions withCanceled(final BooleanSupplier value) {
		return new ScanOptions(recursive, threads, refusal, progress, value);
	}
}
