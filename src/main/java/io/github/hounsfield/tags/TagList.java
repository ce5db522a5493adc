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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists of tags as people write them, and sets of tags with a name. */
public final class TagList {

	/** How a CT was made: elements of PS3.3 sections C.7.5.1 (General Equipment), C.8.2.1 (CT Image) and others. */
	public static final String CT_PROTOCOL = "CTProtocol";

	/** Where an image's pixels lie: elements of PS3.3 sections C.7.6.2 (Image Plane), C.7.6.3 and C.7.4.1. */
	public static final String GEOMETRY = "Geometry";

	private static final Map<String, String> SETS = sets();

	private TagList() {}

	private static Map<String, String> sets() {
		final Map<String, String> sets = new LinkedHashMap<>();
		sets.put(CT_PROTOCOL, "Modality,Manufacturer,ManufacturerModelName,SoftwareVersions,BodyPartExamined,ProtocolName," +
			"PatientPosition,ScanOptions,ContrastBolusAgent,KVP,XRayTubeCurrent,ExposureTime,RevolutionTime,Exposure," +
			"ExposureModulationType,CTDIvol,FilterType,FocalSpots,SingleCollimationWidth,TotalCollimationWidth,TableSpeed," +
			"TableFeedPerRotation,SpiralPitchFactor,GantryDetectorTilt,DataCollectionDiameter,ReconstructionDiameter," +
			"ConvolutionKernel,SliceThickness,SpacingBetweenSlices,PixelSpacing");
		sets.put(GEOMETRY, "Rows,Columns,NumberOfFrames,PixelSpacing,ImagePositionPatient,ImageOrientationPatient," +
			"SliceThickness,SpacingBetweenSlices,SliceLocation,GantryDetectorTilt,PatientPosition,FrameOfReferenceUID");
		return sets;
	}

	/** Names of the sets. */
	static Set<String> names() {
		return SETS.keySet();
	}

	/**
	 * @param text tags and sets, divided by commas or semicolons; names of sets in upper or lower case
	 * @return the paths in their order, each once; at least one
	 * @throws TagException where one of them is no tag, or there is none
	 */
	public static List<TagPath> parse(final String text) throws TagException {
		final Map<String, String> sets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sets.putAll(SETS);
		final Set<TagPath> paths = new LinkedHashSet<>();
		for (final String part : split(text)) {
			if (part.isBlank()) continue;
			final String set = sets.get(part.trim());
			for (final String one : set == null ? List.of(part) : List.of(set.split(",")))
				paths.add(TagPath.parse(one));
		}
		if (paths.isEmpty()) throw new TagException("tags is empty", "keywords, (gggg,eeee), or the sets " + String.join(
			", ", names()));
		return List.copyOf(paths);
	}

	/** At commas and semicolons outside of round brackets. */
	private static List<String> split(final String text) {
		final List<String> parts = new ArrayList<>();
		int start = 0;
		int depth = 0;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '(') depth++;
			else if (c == ')') depth--;
			else if (depth == 0 && (c == ',' || c == ';')) {
				parts.add(text.substring(start, i));
				start = i + 1;
			}
		}
		parts.add(text.substring(start));
		return parts;
	}
}
