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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References to the instance that an image was made from (PS3.3 C.7.6.1.1.4, table 10-11). */
final class SourceReferences {

	private SourceReferences() {}

	/** Class and instance, where the source says both. */
	static Optional<DataSet> reference(final SourceHeader source) {
		return item(source, false);
	}

	/** The same with what the source was used for. */
	static Optional<DataSet> sourceImage(final SourceHeader source) {
		return item(source, true);
	}

	private static Optional<DataSet> item(final SourceHeader source, final boolean purpose) {
		final Optional<String> sopClass = source.uid(Tag.SOPClassUID);
		final Optional<String> instance = source.uid(Tag.SOPInstanceUID);
		if (sopClass.isEmpty() || instance.isEmpty()) return Optional.empty();
		final DataSet.Builder item = new DataSet.Builder("", CharacterSet.DEFAULT);
		item.add(Elements.text(DerivedTag.REFERENCED_SOP_CLASS_UID, sopClass.get()));
		item.add(Elements.text(DerivedTag.REFERENCED_SOP_INSTANCE_UID, instance.get()));
		if (purpose) item.add(Elements.sequence(DerivedTag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Code.SOURCE_IMAGE.item()));
		return Optional.of(item.build());
	}

	/** The series and their instances that are referred to anywhere (PS3.3 C.12.2), in the order of the sources. */
	static DataSet[] series(final List<SourceHeader> sources) {
		final Map<String, Map<String, DataSet>> instances = new LinkedHashMap<>();
		for (final SourceHeader source : sources) {
			final Optional<String> series = source.uid(Tag.SeriesInstanceUID);
			final Optional<DataSet> reference = reference(source);
			if (series.isPresent() && reference.isPresent()) instances.computeIfAbsent(series.get(), uid ->
				new LinkedHashMap<>())
				.putIfAbsent(source.uid(Tag.SOPInstanceUID).orElseThrow(), reference.get());
		}
		return instances.entrySet().stream().map(entry -> {
			final DataSet.Builder item = new DataSet.Builder("", CharacterSet.DEFAULT);
			item.add(Elements.text(Tag.SeriesInstanceUID, entry.getKey()));
			item.add(Elements.sequence(DerivedTag.REFERENCED_INSTANCE_SEQUENCE, entry.getValue().values().toArray(
				DataSet[]::new)));
			return item.build();
		}).toArray(DataSet[]::new);
	}

	/** Adds the Source Image Sequence; an image of which no instance is known has none. */
	static void addTo(final DataSetMaker made, final SourceHeader source) {
		sourceImage(source).ifPresent(item -> made.add(Elements.sequence(DerivedTag.SOURCE_IMAGE_SEQUENCE, item)));
	}
}
