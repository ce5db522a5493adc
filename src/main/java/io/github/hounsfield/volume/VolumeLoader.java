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
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Series to volumes. A slice that cannot be decoded is left out and reported, with the gap that it leaves; it is never
 * filled with anything. Safe for several threads.
 */
public final class VolumeLoader {

	private VolumeLoader() {}

	/**
	 * Decodes all planes, several at a time, straight into the arrays in which they stay.
	 *
	 * @throws DicomException where no slice can be decoded, or the volume does not fit into memory
	 * @throws CancellationException soon after {@code workers} says yes
	 */
	public static DicomVolume load(final Series series, final Workers workers) throws IOException {
		final Plan plan = plan(series);
		final Series readable = plan.series;
		final PlaneDecoder decoder = plan.decoder();
		final long bytes = (long) readable.frames().size() * readable.rows() * readable.columns() * decoder.type().bytes();
		Memory.require(bytes, readable.toString());
		final PixelWarnings warnings = new PixelWarnings(readable, finding -> {});
		try (Readers readers = new Readers(decoder, warnings)) {
			final PlaneLoader loader = new PlaneLoader(readable.frames().size(), index -> readers.decode(readable.frames().get(
				index)), workers);
			try {
				loader.run();
			}
			catch (final OutOfMemoryError e) {
				loader.forget();
				throw Memory.ranOut(bytes, readable.toString(), e);
			}
			final Series loaded = UndecodableFrames.remove(readable, loader.failures());
			final Map<Frame, Plane> planes = new IdentityHashMap<>();
			for (int i = 0; i < readable.frames().size(); i++)
				planes.put(readable.frames().get(i), loader.planes()[i]);
			final Plane[] kept = loaded.frames().stream().map(planes::get).toArray(Plane[]::new);
			return plan.volume(loaded.withFindings(warnings.findings()), new PlaneSource.Loaded(decoder.type(), kept));
		}
	}

	/**
	 * Reads no pixels yet: planes are decoded when they are asked for, and kept while memory is not short.
	 *
	 * @param late hears what the volume's report cannot hold yet: what is not right in the pixel data of a plane. It is
	 *          told once for each file and thing, when the plane is read, from the thread that reads it
	 * @throws DicomException where the headers already say that no slice can be decoded
	 */
	public static DicomVolume open(final Series series, final Consumer<Finding> late) throws DicomException {
		final Plan plan = plan(series);
		return plan.volume(plan.series, PlaneSource.Virtual.of(plan.series.frames(), plan.decoder(), new PixelWarnings(
			plan.series, late)));
	}

	private static Plan plan(final Series series) throws DicomException {
		final Map<Instance, PixelFormat> formats = new IdentityHashMap<>();
		final Map<Instance, DicomException> broken = new IdentityHashMap<>();
		for (final Frame frame : series.frames())
			try {
				if (!formats.containsKey(frame.instance()) && !broken.containsKey(frame.instance())) formats.put(frame.instance(),
					FrameReader.check(frame.instance()
					.file()));
			}
			catch (final DicomException e) {
				broken.put(frame.instance(), e);
			}
		final Map<Integer, IOException> failures = new LinkedHashMap<>();
		for (int i = 0; i < series.frames().size(); i++) {
			final DicomException e = broken.get(series.frames().get(i).instance());
			if (e != null) failures.put(i, e);
		}
		return new Plan(UndecodableFrames.remove(series, failures), formats);
	}

	/** What the headers say. */
	private record Plan(Series series, Map<Instance, PixelFormat> formats) {

		PlaneDecoder decoder() {
			final List<PixelFormat> used = new ArrayList<>();
			series.frames().forEach(frame -> used.add(formats.get(frame.instance())));
			return new PlaneDecoder(PlaneDecoder.commonType(used));
		}

		DicomVolume volume(final Series loaded, final PlaneSource planes) {
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
	}

	static Finding finding(final Kind kind, final Series series, final int index, final List<Problem> reasons,
		final String detail)
	{
		final int z = index / series.sizeC() % series.sizeZ();
		return new Finding(kind, List.of(Place.of(series.frames().get(index).name(), z + 1)), Double.NaN, Double.NaN,
			reasons, detail);
	}
}
