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

import io.github.hounsfield.export.ExportException;
import io.github.hounsfield.export.VolumeFormat;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/**
 * Which studies are worked on, and how. Plans of equal text give equal tables. Immutable.
 *
 * @param studies absolute path of a folder of studies, or of a list
 * @param measures of {@link #MEASURES}, each once
 * @param export ending of a volume format without its dot; empty for none
 * @param deidentify whether copies are made that do not name their patients
 */
public record Plan(String studies, List<String> measures, String export, boolean deidentify) implements Serializable {

	/** HU statistics, density of the lungs, counts of HU for a histogram. */
	public static final List<String> MEASURES = List.of("hu", "lung-density", "histogram");

	private static final int ID_BYTES = 6;

	public Plan {
		measures = List.copyOf(measures);
	}

	/** @throws PlanException where a measure or a format is none of those that there are, or nothing is to be done */
	public static Plan of(final String studies, final List<String> measures, final String export,
		final boolean deidentify) throws PlanException
	{
		for (final String measure : measures)
			if (!MEASURES.contains(measure)) throw new PlanException("--measure is '" + measure + "'; allowed are " + MEASURES);
		if (new HashSet<>(measures).size() < measures.size()) throw new PlanException("--measure is " + measures +
			"; expected each once");
		if (measures.isEmpty() && export.isEmpty() && !deidentify) throw new PlanException(
			"nothing is to be done; use --measure, --export or --deidentify");
		if (!export.isEmpty()) try {
			VolumeFormat.of(Path.of("volume." + export));
		}
		catch (final ExportException e) {
			throw new PlanException("--export is '" + export + "'; allowed are nii, nii.gz, nrrd, mha, mhd, npy");
		}
		return new Plan(studies, measures, export, deidentify);
	}

	boolean has(final String measure) {
		return measures.contains(measure);
	}

	/** Whether the pixels are needed. */
	boolean opens() {
		return !measures.isEmpty() || !export.isEmpty();
	}

	/** One line for each part, as the folder of results keeps it. */
	String text() {
		return "studies=" + studies + "\nmeasure=" + String.join(",", measures) + "\nexport=" + export + "\ndeidentify=" +
			deidentify + "\n";
	}

	/** Name of the plan's partition: a letter, so that no reader takes it for a number, and a digest of the text. */
	public String id() {
		try {
			final byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
			return "p" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("this Java has no SHA-256", e);
		}
	}
}
