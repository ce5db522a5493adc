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
package io.github.hounsfield.deidentify;

import java.util.Map;
import java.util.Set;

/**
 * Types (PS3.5 section 7.4) of the attributes for which table E.1-1 leaves a choice, in one information object. The
 * type says whether an attribute may be absent, may be empty, or needs a value. The types are from the module tables of
 * PS3.3.
 */
final class AttributeTypes {

	/** What a data element may lack. */
	enum Type {
		/** Types 3, and 1C and 2C where they may be absent. */
		OPTIONAL,
		/** Types 2 and 2C. */
		MAY_BE_EMPTY,
		/** Types 1 and 1C. */
		NEEDS_A_VALUE
	}

	static final int REFERENCED_PERFORMED_PROCEDURE_STEP = 0x00081111;

	private static final String IMAGE = "1.2.840.10008.5.1.4.1.1.";
	private static final String PET = IMAGE + "128";

	/** Single-frame images. Every attribute that is not in {@link #SINGLE} or {@link #PET_TYPES} is optional. */
	private static final Set<String> SINGLE_FRAME = Set.of(IMAGE + "1", IMAGE + "1.1", IMAGE + "1.2", IMAGE + "1.3",
		IMAGE + "2", IMAGE + "4", IMAGE + "6.1", IMAGE + "3.1", IMAGE + "7", IMAGE + "12.1", IMAGE + "12.2", IMAGE + "20",
		IMAGE + "481.1", IMAGE + "481.2");

	/** Enhanced and legacy converted CT, MR and PET; Enhanced MR Color. */
	private static final Set<String> ENHANCED = Set.of(IMAGE + "2.1", IMAGE + "2.2", IMAGE + "4.1", IMAGE + "4.3", IMAGE +
		"4.4", IMAGE + "130", IMAGE + "128.1");

	/** General Image (C.7.6.1), Contrast/Bolus (C.7.6.4), Patient Study (C.7.2.2). */
	private static final Map<Integer, Type> SINGLE = Map.of(
		0x00080023, Type.MAY_BE_EMPTY, 0x00080033, Type.MAY_BE_EMPTY, // Content Date and Time
		0x00102203, Type.MAY_BE_EMPTY, // Patient's Sex Neutered
		0x00180010, Type.MAY_BE_EMPTY); // Contrast/Bolus Agent

	/** PET Series (C.8.9.1), PET Image (C.8.9.4), Acquisition Context (C.7.6.14). */
	private static final Map<Integer, Type> PET_TYPES = Map.of(
		0x00080021, Type.NEEDS_A_VALUE, 0x00080031, Type.NEEDS_A_VALUE, // Series Date and Time
		0x00080022, Type.MAY_BE_EMPTY, 0x00080032, Type.MAY_BE_EMPTY, // Acquisition Date and Time
		0x00400555, Type.MAY_BE_EMPTY); // Acquisition Context Sequence

	/** Multi-frame Functional Groups (C.7.6.16), Enhanced General Equipment (C.7.5.2), Enhanced CT, MR and PET Image. */
	private static final Map<Integer, Type> ENHANCED_TYPES = Map.of(
		0x00080023, Type.NEEDS_A_VALUE, 0x00080033, Type.NEEDS_A_VALUE, // Content Date and Time
		0x0008002A, Type.NEEDS_A_VALUE, // Acquisition DateTime
		0x00181000, Type.NEEDS_A_VALUE, // Device Serial Number
		REFERENCED_PERFORMED_PROCEDURE_STEP, Type.NEEDS_A_VALUE,
		0x00400555, Type.MAY_BE_EMPTY); // Acquisition Context Sequence

	private final String sopClass;

	/** @param sopClass SOP Class UID, empty where it is not known */
	AttributeTypes(final String sopClass) {
		this.sopClass = sopClass;
	}

	/** The type of an attribute with a choice. In other objects all such attributes need a value, to be safe. */
	Type of(final int tag) {
		if (ENHANCED.contains(sopClass)) {
			final Type type = ENHANCED_TYPES.get(tag);
			return type != null ? type : SINGLE.getOrDefault(tag, Type.OPTIONAL);
		}
		if (sopClass.equals(PET) && PET_TYPES.containsKey(tag)) return PET_TYPES.get(tag);
		if (sopClass.equals(PET) || SINGLE_FRAME.contains(sopClass)) return SINGLE.getOrDefault(tag, Type.OPTIONAL);
		return Type.NEEDS_A_VALUE;
	}
}
