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
package io.github.hounsfield.volume;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.pixel.FrameReader;
import io.github.hounsfield.pixel.PixelFormat;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Loads series as volumes. A slice that cannot be decoded is left out and reported, with the gap that it leaves. It is
 * never filled with anything. Safe for several threads.
 */
public final class VolumeLoader {

	/** The series without slices whose headers show that they cannot be decoded. */
	private final Series series;
	private final Map<Instance, PixelFormat> formats = new IdentityHashMap<>();
	private final PlaneDecoder decoder;

	private VolumeLoader(final Series whole) throws DicomException {
		final Map<Instance, DicomException> broken = new IdentityHashMap<>();
		final Map<Integer, IOException> failures = new LinkedHashMap<>();
		for (int i = 0; i < whole.frames().size(); i++) {
			final Instance instance = whole.frames().get(i).instance();
			try {
				if (!formats.containsKey(instance) && !broken.containsKey(instance)) formats.put(instance, FrameReader.check(
					instance.file()));
			}
			catch (final DicomException e) {
				broken.put(instance, e);
			}
			if (broken.containsKey(instance)) failures.put(i, broken.get(instance));
		}
		series = UndecodableFrames.remove(whole, failures);
		decoder = new PlaneDecoder(PlaneDecoder.commonType(series.frames().stream().map(frame -> formats.get(frame
			.instance())).toList()));
	}

	/**
	 * Decodes all planes, several at a time, straight into the arrays in which they stay.
	 *
	 * @throws DicomException where no slice can be decoded, or the volume does not fit into memory
	 * @throws CancellationException soon after {@code workers} are told to stop
	 */
	public static DicomVolume load(final Series series, final Workers workers) throws IOException {
		return load(series, workers, plane -> {});
	}

	/**
	 * The same.
	 *
	 * @param decoded hears of each plane in the thread that decoded it, whose cache still holds it; may not change it
	 */
	public static DicomVolume load(final Series series, final Workers workers, final Consumer<? super Plane> decoded)
		throws IOException
	{
		return new VolumeLoader(series).inMemory(workers, decoded);
	}

	/**
	 * Reads no pixels yet: planes are decoded when they are asked for, and kept while memory is not short.
	 *
	 * @param late hears faults of pixel data, which the volume's report cannot hold yet; each file and fault once, from
	 *          the thread that reads the plane
	 * @throws DicomException if the headers show that no slice can be decoded
	 */
	public static DicomVolume open(final Series series, final Consumer<Finding> late) throws DicomException {
		return open(series, late, 1);
	}

	/**
	 * The same with several threads for each plane, where its coding allows it.
	 *
	 * @param threads of a plane, at least 1
	 */
	public static DicomVolume open(final Series series, final Consumer<Finding> late, final int threads)
		throws DicomException
	{
		return new VolumeLoader(series).onDemand(late, threads);
	}

	private DicomVolume inMemory(final Workers workers, final Consumer<? super Plane> decoded) throws IOException {
		final List<Frame> frames = series.frames();
		final long bytes = (long) frames.size() * series.rows() * series.columns() * decoder.type().bytes();
		final PixelWarnings warnings = new PixelWarnings(series, finding -> {});
		final Map<Integer, IOException> failures = new TreeMap<>();
		// With fewer slices than threads each slice has several.
		final int ofASlice = Math.max(1, (workers.threads() + frames.size() - 1) / Math.max(1, frames.size()));
		try (Readers readers = new Readers(decoder, warnings, workers.withThreads(ofASlice))) {
			final Plane[] made = PlaneLoader.load(frames.size(), bytes, series.toString(), index -> {
				final Plane plane = readers.decode(frames.get(index));
				decoded.accept(plane);
				return plane;
			}, workers, failures);
			final Series loaded = UndecodableFrames.remove(series, failures);
			final Map<Frame, Plane> planes = new IdentityHashMap<>();
			for (int i = 0; i < made.length; i++)
				planes.put(frames.get(i), made[i]);
			final Plane[] kept = loaded.frames().stream().map(planes::get).toArray(Plane[]::new);
			return volume(loaded.withFindings(warnings.findings()), new PlaneSource.Loaded(decoder.type(), kept));
		}
	}

	private DicomVolume onDemand(final Consumer<Finding> late, final int threads) {
		final List<Frame> frames = series.frames();
		final Readers readers = new Readers(decoder, new PixelWarnings(series, late), Workers.threads(threads));
		return volume(series, new PlaneSource.Virtual(decoder.type(), frames.size(), index -> readers.decode(frames.get(
			index)), readers));
	}

	private DicomVolume volume(final Series loaded, final PlaneSource planes) {
		final List<Finding> findings = new ArrayList<>();
		final List<Slice> slices = new ArrayList<>();
		final SharedMeanings sharing = new SharedMeanings();
		for (int i = 0; i < loaded.frames().size(); i++) {
			final int index = i;
			final Frame frame = loaded.frames().get(i);
			slices.add(sharing.of(new SliceReader(frame, formats.get(frame.instance()), (kind, problem) -> findings.add(
				finding(kind, loaded, index, List.of(problem), ""))).read()));
		}
		return new DicomVolume(loaded.withFindings(findings), slices, planes);
	}

	static Finding finding(final Kind kind, final Series series, final int index, final List<Problem> reasons,
		final String detail)
	{
		final int z = index / series.sizeC() % series.sizeZ();
		return new Finding(kind, List.of(Place.of(series.frames().get(index).name(), z + 1)), Double.NaN, Double.NaN,
			reasons, detail);
	}
}
