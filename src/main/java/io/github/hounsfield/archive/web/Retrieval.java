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

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.SeriesRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Retrieves one series, complete or with an error. It gets the list of instances, then the whole series in one answer,
 * then missing instances one by one. In the end it compares with the list.
 */
final class Retrieval {

	/** After so many failed instances in a row the archive is gone, and the rest is not asked for. */
	private static final int HOPELESS = 8;

	private final Http http;
	private final Qido qido;
	private final SeriesRecord series;
	private final ArchiveMonitor monitor;
	private final Wado wado;
	private final AtomicInteger failures = new AtomicInteger();
	private volatile ArchiveException last;

	Retrieval(final Http http, final SeriesRecord series, final ArchiveMonitor monitor) {
		this.http = http;
		this.qido = new Qido(http);
		this.series = series;
		this.monitor = monitor;
		this.wado = new Wado(http, monitor);
	}

	RetrievedSeries run(final Path parent) throws IOException {
		final List<InstanceRecord> expected = expected();
		try (SeriesFolder folder = SeriesFolder.open(parent, series)) {
			final int before = folder.count(expected);
			final Progress progress = new Progress(expected, folder);
			progress.show();
			final List<InstanceRecord> missing = missing(expected, folder);
			if (missing.size() > expected.size() / 2) fetchWhole(folder, progress);
			fetchEach(missing(expected, folder), folder, progress);
			final List<InstanceRecord> left = missing(expected, folder);
			if (!left.isEmpty()) throw ArchiveException.incomplete(http.host(), expected.size(), expected.size() - left.size(),
				left, last == null ? "" : last.getMessage(), last);
			final List<Path> files = folder.files();
			checkNoMore(files.size(), expected.size(), folder);
			return new RetrievedSeries(series, folder.path(), files, expected.size() - before);
		}
	}

	/** QIDO's list. If it disagrees with the archive's own count, the metadata decide. */
	private List<InstanceRecord> expected() throws IOException {
		final Found<InstanceRecord> found = qido.instances(series, monitor);
		List<InstanceRecord> all = found.records();
		final boolean repeated = !found.warnings().isEmpty();
		final boolean differs = series.instances().isPresent() && series.instances().getAsInt() != all.size();
		if (repeated || differs || all.isEmpty()) {
			final Set<InstanceRecord> union = new TreeSet<>(Comparator.comparing(InstanceRecord::sopInstanceUid));
			union.addAll(all);
			union.addAll(qido.metadata(series, monitor));
			all = union.stream().sorted(InstanceRecord.ORDER).toList();
		}
		if (all.isEmpty()) throw new ArchiveException(Reason.NOT_FOUND, http.host() + ": the archive lists no instance of " +
			series + ". Search again: it may have been deleted.");
		return all;
	}

	private static List<InstanceRecord> missing(final List<InstanceRecord> expected, final SeriesFolder folder) {
		return expected.stream().filter(instance -> !folder.has(instance.sopInstanceUid())).toList();
	}

	/** Refuses files of instances that the archive does not list. They would be opened with the others. */
	private void checkNoMore(final int files, final int expected, final SeriesFolder folder) throws ArchiveException {
		if (files > expected) throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + folder.path() + " holds " +
			files + " instances of the series, the archive lists " + expected + ". The series changed: retrieve it again into " +
			"another folder.");
	}

	/** A series that breaks off keeps what came. Missing instances are asked for one by one. */
	private void fetchWhole(final SeriesFolder folder, final Progress progress) throws IOException {
		final String what = "the retrieval of a series";
		final String path = Qido.path(series);
		try {
			final List<ArchiveException> problems = http.triesUntilAnswer(what, monitor, () -> wado.fetch(path, what, folder,
				progress), progress::isBegun);
			tell(problems);
		}
		catch (final ArchiveException e) {
			if (isFinal(e) || e.reason() == Reason.BUSY) throw e;
			last = e;
			monitor.message("The series came in part; fetching what is missing one by one");
		}
	}

	/** Whether asking for another instance would fail in the same way. */
	private static boolean isFinal(final ArchiveException e) {
		return e.reason() == Reason.REFUSED || e.reason() == Reason.CERTIFICATE || e.reason() == Reason.INPUT;
	}

	private void tell(final List<ArchiveException> problems) {
		if (problems.isEmpty()) return;
		last = problems.get(problems.size() - 1);
		monitor.message(problems.size() + " of the instances that the archive sent were left out: " + last.getMessage());
	}

	private void fetchEach(final List<InstanceRecord> missing, final SeriesFolder folder, final Progress progress)
		throws IOException
	{
		final String path = Qido.path(series);
		http.workers(monitor).each(missing, (index, instance) -> {
			if (failures.get() >= HOPELESS) return;
			final String what = "the retrieval of instance " + instance;
			try {
				final String uid = Qido.uid(instance.sopInstanceUid());
				http.tries(what, monitor, () -> {
					final List<ArchiveException> problems = wado.fetch(path + "/instances/" + uid, what, folder, progress);
					if (folder.has(uid)) return problems;
					throw problems.isEmpty() ? new ArchiveException(Reason.PROTOCOL, http.host() + ": " + what +
						": another instance came.") : problems.get(0);
				});
				failures.set(0);
			}
			catch (final ArchiveException e) {
				last = e;
				if (isFinal(e)) throw e;
				failures.incrementAndGet();
			}
		});
	}

	/** Instances that are there, of those expected. */
	private final class Progress implements Wado.Arrivals {

		private final int expected;
		private final Set<String> wanted = new HashSet<>();
		private final Set<String> there = ConcurrentHashMap.newKeySet();
		private volatile boolean begun;

		Progress(final List<InstanceRecord> instances, final SeriesFolder folder) {
			this.expected = instances.size();
			for (final InstanceRecord instance : instances) {
				wanted.add(instance.sopInstanceUid());
				if (folder.has(instance.sopInstanceUid())) there.add(instance.sopInstanceUid());
			}
		}

		@Override
		public synchronized void arrived(final String sopInstanceUid) {
			begun = true;
			if (wanted.contains(sopInstanceUid) && there.add(sopInstanceUid)) show();
		}

		boolean isBegun() {
			return begun;
		}

		void show() {
			monitor.instances(there.size(), expected);
		}
	}
}
