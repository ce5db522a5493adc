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

import io.github.hounsfield.deidentify.KeyFile;
import io.github.hounsfield.deidentify.Secret;
import io.github.hounsfield.dicom.Cleanup;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder of results. It holds the plan, the key, the series of each item, the rows as they come, and the table. One
 * run at a time.
 */
final class ResultsFolder implements AutoCloseable {

	/** The key of names for UIDs and Patient IDs, readable by its owner alone. */
	static final String KEY = "key";

	private static final List<String> HEADINGS = List.of("item", "study", "series", "key", "part", "bytes", "series_uid");

	private final Path folder;
	private final Path scratch;
	private final FileChannel lock;
	private final Secret secret;
	private final Journal journal;
	private final List<Item> items = new ArrayList<>();

	/**
	 * @param folder made where it is absent
	 * @throws PlanException where another plan has its results here, or another run is at work here
	 */
	ResultsFolder(final Path folder, final Plan plan) throws IOException {
		this.folder = Files.createDirectories(folder.toAbsolutePath().normalize());
		scratch = this.folder.resolve("scratch");
		lock = OwnerFile.append(this.folder.resolve("lock"));
		try {
			requireAlone();
			requireSame(plan);
			// what a run that was killed has left
			Folders.delete(scratch);
			secret = KeyFile.open(this.folder.resolve(KEY));
			readItems();
			journal = new Journal(this.folder.resolve("rows.csv"), Column.of(plan));
		}
		catch (final IOException | RuntimeException e) {
			Cleanup.after(e, lock);
			throw e;
		}
	}

	private void requireAlone() throws IOException {
		FileLock own = null;
		try {
			own = lock.tryLock();
		}
		catch (final OverlappingFileLockException e) {
			// held by this JVM
		}
		if (own == null) throw new PlanException(
			"another run is at work in the folder of results; wait for it, or use another folder");
	}

	private void requireSame(final Plan plan) throws IOException {
		final Path file = folder.resolve("plan.txt");
		if (Files.exists(file)) {
			final String there = Files.readString(file);
			if (!there.equals(plan.text())) throw new PlanException("the folder of results holds another plan: found '" + String
				.join(", ", there.strip().split("\n")) + "'; expected '" + String.join(", ", plan.text().strip().split("\n")) +
				"'; use another folder of results");
		}
		else OwnerFile.replace(file, plan.text());
	}

	private void readItems() throws IOException {
		final Path file = folder.resolve("items.csv");
		if (!Files.exists(file)) return;
		final List<List<String>> lines = Csv.parse(Files.readString(file), "items.csv");
		if (lines.isEmpty() || !lines.get(0).equals(HEADINGS)) throw new PlanException(
			"items.csv was not written by this program: expected the headings " + HEADINGS);
		for (final List<String> cells : lines.subList(1, lines.size())) try {
			items.add(new Item(Integer.parseInt(cells.get(0)), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3),
				Integer
				.parseInt(cells.get(4)), Long.parseLong(cells.get(5)), cells.get(6)));
		}
		catch (final NumberFormatException | IndexOutOfBoundsException e) {
			throw new PlanException("items.csv was not written by this program: line " + (items.size() + 2) + " is " + cells);
		}
	}

	/** For files that no run needs after it. */
	Path scratch() {
		return scratch;
	}

	Path path() {
		return folder;
	}

	Journal journal() {
		return journal;
	}

	/** In the order of numbers. */
	List<Item> items() {
		return List.copyOf(items);
	}

	/** Studies whose series are known. */
	Set<String> studies() {
		final Set<String> studies = new HashSet<>();
		items.forEach(item -> studies.add(item.study()));
		return studies;
	}

	/** A study without series is an item too: its row says why. */
	void add(final String study, final List<ListTask.Found> series) {
		if (series.isEmpty()) items.add(new Item(items.size() + 1, study, 0, "", 0, 0, ""));
		for (final ListTask.Found one : series)
			items.add(new Item(items.size() + 1, study, one.series(), one.key(), one.part(), one.bytes(), one.uid().isEmpty() ?
				""
				: secret.uid(one.uid())));
	}

	/** On the disk before the first item is measured. */
	void saveItems() throws IOException {
		final StringBuilder text = new StringBuilder(Csv.line(HEADINGS));
		for (final Item item : items)
			text.append(Csv.line(Arrays.asList(Integer.toString(item.number()), item.study(), Integer.toString(item.series()),
				item.key(), Integer.toString(item.part()), Long.toString(item.bytes()), item.seriesUid())));
		OwnerFile.replace(folder.resolve("items.csv"), text.toString());
	}

	@Override
	public void close() throws IOException {
		try {
			journal.close();
			Folders.delete(scratch);
		}
		finally {
			lock.close();
		}
	}
}
