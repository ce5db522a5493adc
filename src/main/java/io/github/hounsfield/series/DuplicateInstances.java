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

package io.github.hounsfield.series;

import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out copies of files, and reports different images with one SOP Instance UID. Only equal pixels make a copy. Of
 * several files for one image, the first that can be decoded is kept: uncompressed ones first, then by name.
 */
final class DuplicateInstances {

	private static final int CHUNK = 1 << 16;

	/** Attributes that decide which value a stored one stands for. */
	private static final int[] MEANING = { Tag.Modality, Tag.RescaleIntercept, Tag.RescaleSlope, Tag.RescaleType };

	private final Map<String, List<Finding>> findings;
	private final Optional<PixelDigests> digests;

	/**
	 * @param findings takes what is found, by series
	 * @param digests empty if nothing can be decoded; then files of different transfer syntaxes count as copies
	 */
	DuplicateInstances(final Map<String, List<Finding>> findings, final Optional<PixelDigests> digests) {
		this.findings = findings;
		this.digests = digests;
	}

	/** @return those kept, one for each image */
	List<Instance> removeFrom(final List<Instance> instances) {
		final List<Instance> sorted = sorted(instances);
		final Set<String> once = new HashSet<>();
		final Set<String> several = new HashSet<>();
		boolean unnamed = false;
		for (final Instance instance : sorted) {
			final String uids = uids(instance);
			if (!once.add(uids)) several.add(uids);
			unnamed |= instance.sopInstanceUid().isEmpty();
		}
		if (several.isEmpty() && !unnamed) return sorted;
		final Map<String, List<Instance>> images = new LinkedHashMap<>();
		for (int i = 0; i < sorted.size(); i++) {
			final Instance instance = sorted.get(i);
			final String uids = uids(instance);
			final String image = instance.sopInstanceUid().isEmpty() ? "\n" + i : several.contains(uids) ? uids + "\n" + place(
				instance) : uids;
			images.computeIfAbsent(image, key -> new ArrayList<>()).add(instance);
		}
		final List<Instance> kept = new ArrayList<>();
		for (final List<Instance> files : images.values())
			kept.add(files.size() == 1 ? files.get(0) : oneOf(files));
		reportSharedUids(kept);
		return kept;
	}

	/** An image with what orders it. */
	private record Ordered(boolean encapsulated, String key, Instance instance) implements Comparable<Ordered> {

		@Override
		public int compareTo(final Ordered other) {
			int order = Boolean.compare(encapsulated, other.encapsulated);
			if (order == 0) order = key.compareTo(other.key);
			return order != 0 ? order : instance.name().compareTo(other.instance.name());
		}
	}

	private static List<Instance> sorted(final List<Instance> instances) {
		final Ordered[] ordered = new Ordered[instances.size()];
		for (int i = 0; i < ordered.length; i++) {
			final Instance instance = instances.get(i);
			ordered[i] = new Ordered(instance.file().transferSyntax().encapsulated(), NaturalOrder.key(instance.name()),
				instance);
		}
		Arrays.sort(ordered);
		final List<Instance> sorted = new ArrayList<>(ordered.length);
		for (final Ordered one : ordered)
			sorted.add(one.instance);
		return sorted;
	}

	private static String uids(final Instance instance) {
		return GroupKey.seriesOf(instance) + "\n" + instance.sopInstanceUid();
	}

	/** Files of one image. Decodes pixels only if the bytes of the files differ. */
	private Instance oneOf(final List<Instance> files) {
		final List<Instance> unlike = new ArrayList<>();
		for (final Instance file : files)
			if (unlike.stream().noneMatch(one -> hasSameBytes(one, file))) unlike.add(file);
			else add(Kind.COPY, unlike.stream().filter(one -> hasSameBytes(one, file)).findFirst().orElseThrow(), file, List
				.of(), "");
		if (unlike.size() == 1) return unlike.get(0);
		final Map<Instance, String> decoded = new LinkedHashMap<>();
		final Map<Instance, Problem> broken = new LinkedHashMap<>();
		for (final Instance file : unlike)
			try {
				decoded.put(file, digest(file));
			}
			catch (final IOException e) {
				broken.put(file, Wording.problem(file.file().source().name(), e).severity(Severity.NOTE));
			}
		final Instance kept = decoded.isEmpty() ? unlike.get(0) : decoded.keySet().iterator().next();
		final String why = broken.containsKey(unlike.get(0)) && !decoded.isEmpty() ? "it is the first that can be decoded"
			: kept.file().transferSyntax().encapsulated() || unlike.stream().noneMatch(file -> file.file().transferSyntax()
				.encapsulated()) ? "it is the first by name" : "it is not compressed";
		for (final Instance file : unlike)
			if (file == kept) continue;
			else if (broken.containsKey(file)) add(Kind.COPY, kept, file, List.of(broken.get(file)), "it cannot be compared");
			else if (isCopy(file, kept, decoded)) add(Kind.COPY, kept, file, List.of(), "");
			else add(Kind.OTHER_PIXELS, kept, file, List.of(), why);
		return kept;
	}

	private String digest(final Instance file) throws IOException {
		return digests.isPresent() ? digests.get().of(file) : "";
	}

	/** Without a decoder only uncompressed files can be compared, and they were. */
	private boolean isCopy(final Instance file, final Instance kept, final Map<Instance, String> decoded) {
		if (digests.isPresent()) return decoded.get(file).equals(decoded.get(kept));
		return file.file().transferSyntax().encapsulated() || !file.file().transferSyntax().uid().equals(kept.file()
			.transferSyntax().uid());
	}

	private static boolean hasSameBytes(final Instance a, final Instance b) {
		if (!a.file().transferSyntax().uid().equals(b.file().transferSyntax().uid())) return false;
		final BulkData first = a.pixelElement().bulk();
		final BulkData second = b.pixelElement().bulk();
		if (first == null || second == null) return first == second && sameValue(a, b);
		if (first.length() != second.length() || first.isTruncated() || second.isTruncated()) return false;
		try (SeekableByteChannel one = first.source().open(); SeekableByteChannel other = second.source().open()) {
			final ByteBuffer x = ByteBuffer.allocate(CHUNK);
			final ByteBuffer y = ByteBuffer.allocate(CHUNK);
			for (long at = 0; at < first.length(); at += CHUNK) {
				final int count = (int) Math.min(CHUNK, first.length() - at);
				first.read(one, at, x.clear().limit(count));
				second.read(other, at, y.clear().limit(count));
				if (!x.flip().equals(y.flip())) return false;
			}
			return true;
		}
		catch (final IOException e) {
			return false;
		}
	}

	private static boolean sameValue(final Instance a, final Instance b) {
		try {
			return Arrays.equals(a.dataSet().bytes(a.pixelElement().tag()), b.dataSet().bytes(b.pixelElement()
				.tag()));
		}
		catch (final DicomException e) {
			return false;
		}
	}

	private void reportSharedUids(final List<Instance> kept) {
		final Map<String, Instance> firsts = new HashMap<>();
		for (final Instance instance : kept) {
			if (instance.sopInstanceUid().isEmpty()) continue;
			final Instance first = firsts.putIfAbsent(uids(instance), instance);
			if (first != null) add(Kind.SHARED_UID, first, instance, List.of(), "");
		}
	}

	/**
	 * What copies share besides their UID: the place, and the meaning of pixels. If these differ, one UID was given to
	 * two images. The transfer syntax may differ, for lossless compression keeps the UID.
	 */
	private static String place(final Instance instance) {
		final StringBuilder place = new StringBuilder();
		place.append(instance.rows()).append(' ').append(instance.columns()).append(' ').append(instance.numberOfFrames())
			.append(' ').append(instance.samplesPerPixel()).append(' ').append(instance.bitsAllocated()).append(' ').append(
				instance.instanceNumber()).append(' ').append(Headers.text(instance.dataSet(), Tag.PatientID)).append('\n');
		for (final int tag : MEANING)
			place.append(Headers.text(instance.dataSet(), tag)).append('\n');
		try {
			for (final double value : instance.dataSet().numbers(Tag.ImagePositionPatient))
				place.append(' ').append(value);
		}
		catch (final DicomException e) {
			place.append(e.problem().found()).append(e.problem().quote());
		}
		return place.toString();
	}

	private void add(final Kind kind, final Instance first, final Instance second, final List<Problem> reasons,
		final String detail)
	{
		findings.computeIfAbsent(GroupKey.seriesOf(first), key -> new ArrayList<>()).add(new Finding(kind, List.of(Place.of(
			first.name()), Place.of(second.name())), Double.NaN, Double.NaN, reasons, detail));
	}
}
