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
import io.github.hounsfield.series.PixelDigests;
import io.github.hounsfield.work.Workers;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to scan.
 *
 * @param recursive whether to go into folders within folders
 * @param refusal why frames of a transfer syntax cannot be decoded, empty where they can; files refused are listed as
 *          skipped
 * @param digests tells copies of an image from other images with its UID; empty where nothing can be decoded
 * @param workers threads that read headers; progress is the part of the files found so far, told in the calling thread
 */
public record ScanOptions(boolean recursive, Function<TransferSyntax, Optional<String>> refusal,
	Optional<PixelDigests> digests, Workers workers)
{

	/** Reading headers waits more for the disk than for the processor. So a few threads help even with few cores. */
	public static final int DEFAULT_THREADS = Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

	/** Recursive, for every transfer syntax, without progress and cancel. */
	public static final ScanOptions DEFAULT = new ScanOptions(true, syntax -> Optional.empty(), Optional.empty(),
		Workers.threads(DEFAULT_THREADS));

	public ScanOptions withRecursive(final boolean value) {
		return new ScanOptions(value, refusal, digests, workers);
	}

	public ScanOptions withRefusal(final Function<TransferSyntax, Optional<String>> value) {
		return new ScanOptions(recursive, value, digests, workers);
	}

	public ScanOptions withDigests(final PixelDigests value) {
		return new ScanOptions(recursive, refusal, Optional.of(value), workers);
	}

	public ScanOptions withWorkers(final Workers value) {
		return new ScanOptions(recursive, refusal, digests, value);
	}
}
