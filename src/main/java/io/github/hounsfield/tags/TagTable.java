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
package io.github.hounsfield.tags;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of some elements of a listing's headers, with a row for each series, file or frame. Immutable.
 * <p>
 * An element is looked up in four places: the functional groups of a frame, those of all frames (PS3.3 section
 * C.7.6.16), the data set, and the File Meta Information. A row of several frames holds the value that all of them
 * have, or {@code varies (n values)}; an absent value counts as one.
 *
 * @param columns names: File, Series, below the level of series SOPInstanceUID, at the level of frames Frame (from 1),
 *          then the tags
 * @param rows as many cells as columns each; in the order of the listing
 */
public record TagTable(List<String> columns, List<List<String>> rows) {

	/** What a row stands for. */
	public enum Level {
		SERIES, FILE, FRAME;

		/**
		 * @param name in upper or lower case
		 * @throws TagException where there is no such level
		 */
		public static Level of(final String name) throws TagException {
			for (final Level level : values())
				if (level.name().equalsIgnoreCase(name.trim())) return level;
			throw new TagException("level is '" + name + "'", "series, file or frame");
		}
	}

	/** @param filter what may be shown; if files may not be named, they are numbered from 1 in the listing's order */
	public static TagTable of(final SeriesListing listing, final List<TagPath> paths, final Level level,
		final TagFilter filter)
	{
		final List<String> columns = new ArrayList<>(List.of("File", "Series"));
		if (level != Level.SERIES) columns.add("SOPInstanceUID");
		if (level == Level.FRAME) columns.add("Frame");
		for (final TagPath path : paths)
			if (!columns.contains(path.toString())) columns.add(path.toString());
		final List<TagPath> asked = paths.stream().filter(path -> columns.indexOf(path.toString()) >= lead(level)).toList();
		final Builder builder = new Builder(asked, level, filter);
		for (int i = 0; i < listing.series().size(); i++)
			builder.add(listing.series().get(i), i + 1);
		return new TagTable(List.copyOf(columns), List.copyOf(builder.rows));
	}

	/**
	 * One row of one header, with the columns File and those of the tags.
	 *
	 * @param name of what the header belongs to, which stands under File
	 */
	public static TagTable of(final DataSet header, final String name, final List<TagPath> paths, final TagFilter filter) {
		final List<String> columns = new ArrayList<>(List.of("File"));
		final List<String> cells = new ArrayList<>(List.of(name));
		for (final TagPath path : paths) {
			columns.add(path.toString());
			cells.add(path.value(List.of(header), filter, new LastValue()));
		}
		return new TagTable(List.copyOf(columns), List.of(List.copyOf(cells)));
	}

	/** Columns before the tags. */
	private static int lead(final Level level) {
		return switch (level) {
			case SERIES -> 2;
			case FILE -> 3;
			case FRAME -> 4;
		};
	}

	/** Collects the rows. */
	private static final class Builder {

		private final List<TagPath> paths;
		private final Level level;
		private final TagFilter filter;
		private final Map<Instance, Integer> numbers = new IdentityHashMap<>();
		private final List<List<String>> rows = new ArrayList<>();
		private final Map<TagPath, LastValue> last = new IdentityHashMap<>();

		Builder(final List<TagPath> paths, final Level level, final TagFilter filter) {
			this.paths = paths;
			this.level = level;
			this.filter = filter;
			paths.forEach(path -> last.put(path, new LastValue()));
		}

		void add(final Series series, final int number) {
			for (final Frame frame : series.frames())
				numbers.putIfAbsent(frame.instance(), numbers.size() + 1);
			switch (level) {
				case SERIES -> row(number, series.frames());
				case FRAME -> series.frames().forEach(frame -> row(number, List.of(frame)));
				case FILE -> {
					final Map<Instance, List<Frame>> files = new IdentityHashMap<>();
					final Set<Instance> order = new LinkedHashSet<>();
					for (final Frame frame : series.frames()) {
						order.add(frame.instance());
						files.computeIfAbsent(frame.instance(), file -> new ArrayList<>()).add(frame);
					}
					order.forEach(file -> row(number, files.get(file)));
				}
			}
		}

		private void row(final int series, final List<Frame> frames) {
			final Instance first = frames.get(0).instance();
			final List<String> cells = new ArrayList<>(paths.size() + 4);
			cells.add(filter.named() ? first.name() : Integer.toString(numbers.get(first)));
			cells.add(Integer.toString(series));
			if (level != Level.SERIES) cells.add(uid(first));
			if (level == Level.FRAME) cells.add(Integer.toString(frames.get(0).index() + 1));
			final List<List<DataSet>> headers = headers(frames);
			for (final TagPath path : paths)
				cells.add(common(headers, path));
			rows.add(List.copyOf(cells));
		}

		private String uid(final Instance instance) {
			final Element element = instance.dataSet().element(Tag.SOPInstanceUID);
			if (element == null) return "";
			return filter.shown().test(instance.dataSet(), element) ? instance.sopInstanceUid() : TagFilter.HIDDEN;
		}

		private String common(final List<List<DataSet>> headers, final TagPath path) {
			final LastValue known = last.get(path);
			final String first = path.value(headers.get(0), filter, known);
			Set<String> all = null;
			for (int i = 1; i < headers.size(); i++) {
				final String value = path.value(headers.get(i), filter, known);
				if (all == null && value.equals(first)) continue;
				if (all == null) all = new LinkedHashSet<>(List.of(first));
				all.add(value);
			}
			return all == null ? first : "varies (" + all.size() + " values)";
		}
	}

	/**
	 * The data sets of each frame's elements, the nearest first. Frames without elements of their own share one entry for
	 * each file.
	 */
	private static List<List<DataSet>> headers(final List<Frame> frames) {
		final List<List<DataSet>> headers = new ArrayList<>(frames.size());
		Instance last = null;
		for (final Frame frame : frames) {
			final Instance instance = frame.instance();
			if (instance == last && !instance.isEnhanced()) continue;
			last = instance;
			final List<DataSet> places = new ArrayList<>();
			final List<DataSet> perFrame = instance.dataSet().items(Tag.PerFrameFunctionalGroupsSequence);
			if (frame.index() < perFrame.size()) addGroups(perFrame.get(frame.index()), places);
			addGroups(instance.dataSet().firstItem(Tag.SharedFunctionalGroupsSequence), places);
			places.add(instance.dataSet());
			places.add(instance.file().meta());
			headers.add(places);
		}
		return headers;
	}

	private static void addGroups(final DataSet item, final List<DataSet> places) {
		for (final Element group : item.elements())
			if (!group.items().isEmpty()) places.add(group.items().get(0));
	}
}
