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

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Retrieves until every instance of the archive's list is there. It asks for the series at once, then for lists of
 * missing instances, then one by one. For one series.
 */
final class SeriesRetrieval {

	/** UIDs in one request. */
	private static final int LISTED = 100;

	private final Peer peer;
	private final SeriesRecord series;
	private final List<InstanceRecord> instances;
	private final SeriesFolder folder;
	private final ArchiveMonitor monitor;
	private final InstanceReceiver receiver;
	private final List<Retriever> ways;
	/** Classes of instances whose class the archive does not tell. */
	private final List<String> likely;
	private String why = "";

	/**
	 * @param ways tried in this order; the first one that the archive takes stays
	 * @param likely classes where the archive tells none
	 */
	SeriesRetrieval(final Peer peer, final SeriesRecord series, final List<InstanceRecord> instances,
		final SeriesFolder folder, final List<Retriever> ways, final List<String> likely, final ArchiveMonitor monitor)
	{
		this.peer = peer;
		this.series = series;
		this.instances = instances;
		this.folder = folder;
		this.ways = new ArrayList<>(ways);
		this.likely = likely;
		this.monitor = monitor;
		this.receiver = new InstanceReceiver(folder, instances, monitor);
	}

	/**
	 * @return how many were fetched
	 * @throws ArchiveException where some are missing at the end, or more came than the archive lists
	 */
	int run() throws ArchiveException {
		final int before = folder.count(instances);
		final Tries tries = new Tries(peer.times().pause(), monitor);
		ArchiveException last = null;
		while (!missing().isEmpty()) {
			last = null;
			try {
				attempt(tries.number());
			}
			catch (final Retriever.Unsupported e) {
				throw e;
			}
			catch (final ArchiveException e) {
				last = e;
				why = e.getMessage();
			}
			final String problem = receiver.takeProblem();
			if (last == null && !problem.isEmpty()) why = (why + " " + problem).trim();
			if (missing().isEmpty() || !tries.another(passing(last))) break;
		}
		final List<InstanceRecord> missing = missing();
		if (!missing.isEmpty()) throw ArchiveException.incomplete(peer.name(), instances.size(), instances.size() - missing
			.size(), missing, why, last);
		if (receiver.foreign() > 0) throw Failures.of(ArchiveException.Reason.PROTOCOL, peer.name(), receiver.foreign() +
			" instances came that the archive does not list for this series", "Nothing was opened. Try again: perhaps the " +
				"series has grown meanwhile.", null);
		return instances.size() - before;
	}

	/** Goes on after a status of failure. Other instances may come at the next try. */
	private static ArchiveException passing(final ArchiveException last) {
		return last instanceof StatusException status && status.reason() == ArchiveException.Reason.SERVER ? null : last;
	}

	private List<InstanceRecord> missing() {
		return instances.stream().filter(instance -> !folder.has(instance.sopInstanceUid())).toList();
	}

	private void attempt(final int number) throws ArchiveException {
		final List<InstanceRecord> missing = missing();
		for (final Map.Entry<Set<String>, List<InstanceRecord>> group : byClasses(missing).entrySet()) {
			final List<InstanceRecord> wanted = group.getValue();
			if (number == 1 && wanted.size() == instances.size()) retrieve(of("SERIES"), group.getKey());
			else for (int from = 0; from < wanted.size(); from += step(number)) {
				final List<InstanceRecord> some = wanted.subList(from, Math.min(from + step(number), wanted.size()));
				retrieve(of("IMAGE").uids(Tag.SOPInstanceUID, some.stream().map(InstanceRecord::sopInstanceUid).toList()), group
					.getKey());
			}
		}
	}

	private static int step(final int number) {
		return number < Tries.MOST ? LISTED : 1;
	}

	private Identifier of(final String level) {
		return new Identifier(level).uid(Tag.StudyInstanceUID, series.studyInstanceUid()).uid(Tag.SeriesInstanceUID, series
			.seriesInstanceUid());
	}

	/** Divides instances into groups of classes for which one association has contexts. */
	private Map<Set<String>, List<InstanceRecord>> byClasses(final List<InstanceRecord> missing) {
		final Set<String> told = new LinkedHashSet<>();
		boolean untold = false;
		for (final InstanceRecord instance : missing)
			if (InstanceRecord.isUid(instance.sopClassUid())) told.add(instance.sopClassUid());
			else untold = true;
		if (untold) told.addAll(likely);
		final List<String> all = List.copyOf(told);
		if (untold || all.size() <= Uids.CLASSES) return Map.of(new LinkedHashSet<>(all.subList(0, Math.min(all.size(),
			Uids.CLASSES))), missing);
		final Map<Set<String>, List<InstanceRecord>> groups = new LinkedHashMap<>();
		for (int from = 0; from < all.size(); from += Uids.CLASSES) {
			final Set<String> some = new LinkedHashSet<>(all.subList(from, Math.min(from + Uids.CLASSES, all.size())));
			groups.put(some, missing.stream().filter(instance -> some.contains(instance.sopClassUid())).toList());
		}
		return groups;
	}

	/** A way that the archive does not take is not tried again. */
	private void retrieve(final Identifier identifier, final Set<String> classes) throws ArchiveException {
		while (true) try {
			why = ways.get(0).retrieve(identifier, classes, receiver);
			return;
		}
		catch (final Retriever.Unsupported e) {
			if (ways.size() == 1) throw e;
			ways.remove(0);
			monitor.message("The archive does not take C-GET; C-MOVE is used.");
		}
	}
}
