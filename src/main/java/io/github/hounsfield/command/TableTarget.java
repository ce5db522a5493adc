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
package io.github.hounsfield.command;

import ij.measure.ResultsTable;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.imagej.open.SeriesTable;
import io.github.hounsfield.imagej.tables.TableFile;
import io.github.hounsfield.imagej.tables.TableWindow;
import io.github.hounsfield.series.SeriesListing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an action puts its tables: into a file where one is named, otherwise into windows. A file that is there stays,
 * unless the action may replace it.
 *
 * @param save the table's file; null or empty for a window
 * @param overwrite whether a file that is there is replaced
 */
record TableTarget(File save, boolean overwrite) {

	/** Title of the window of files that are not part of a series. */
	static final String LEFT_OUT = "DICOM Files Left Out";

	/** Whether the table goes into a file. */
	boolean isFile() {
		return Inputs.isGiven(save);
	}

	/** Before the work: refuses to replace a file that must stay. */
	void requireFree() throws IOException {
		if (isFile()) requireFree(save.toPath());
	}

	private void requireFree(final Path file) throws IOException {
		if (!overwrite && Files.exists(file)) throw new TableThereException(file);
	}

	/** The same for an action that lists files left out in a second file. */
	void requireBothFree() throws IOException {
		requireFree();
		if (isFile()) requireFree(leftOutFile());
	}

	/** @param title of the window */
	void put(final ResultsTable table, final String title) throws IOException {
		if (isFile()) TableFile.save(table, save.toPath());
		else TableWindow.show(table, title);
	}

	/** Writes rows into the file. */
	void save(final List<String> columns, final List<List<String>> rows) throws IOException {
		TableFile.save(columns, rows, save.toPath());
	}

	/**
	 * Shows or saves the files that are not part of a series. A list of an earlier run does not stay beside a table that
	 * is not its own.
	 *
	 * @param title of the table's window, under which their window comes
	 * @return how many there are, for the status; empty where there are none
	 */
	String putLeftOut(final SeriesListing listing, final boolean anonymize, final String title) throws IOException {
		final ResultsTable leftOut = SeriesTable.leftOut(listing, anonymize);
		if (leftOut.size() > 0 && isFile()) TableFile.save(leftOut, leftOutFile());
		else if (leftOut.size() > 0) TableWindow.show(leftOut, LEFT_OUT);
		else if (isFile()) Files.deleteIfExists(leftOutFile());
		if (leftOut.size() > 0 && !isFile()) TableWindow.below(title, LEFT_OUT);
		return leftOut.size() == 0 ? "" : ", left out: " + leftOut.size();
	}

	private Path leftOutFile() {
		return TableFile.beside(save.toPath(), "-left-out");
	}
}
