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

/**
 * What stays beyond the basic profile (PS3.15 section E.3). Immutable.
 *
 * @param dates what becomes of dates and times
 * @param uids whether instances, series, studies and frames of reference get new UIDs
 * @param privates what becomes of private elements
 * @param characteristics whether age, sex, size, weight and the like stay; ages over 89 become 90 years
 * @param device whether serial numbers, station names and the like stay
 * @param institution whether name and address of the institution stay
 * @param descriptors whether descriptions stay, as far as their words are known to name no one
 */
public record DeidentifyOptions(Dates dates, Uids uids, Privates privates, boolean characteristics, boolean device,
	boolean institution, boolean descriptors)
{

	/** Dates and times. */
	public enum Dates {
		/** Removed, emptied or replaced by a dummy, as in the basic profile. */
		REMOVE,
		/** Moved back by a number of days, equal for all dates of a patient. Times of day stay. */
		SHIFT,
		/** As they are. */
		KEEP
	}

	/** Unique identifiers. */
	public enum Uids {
		/** Replaced, the same by the same. */
		MAP,
		/** As they are. */
		KEEP
	}

	/** Private elements. */
	public enum Privates {
		/** All gone. */
		REMOVE,
		/** Elements stay that table E.3.10-1 calls safe and that CT, MR or PET have. */
		SAFE
	}

	/** The basic profile alone. */
	public static final DeidentifyOptions BASIC = new DeidentifyOptions(Dates.REMOVE, Uids.MAP, Privates.REMOVE, false,
		false, false, false);

	/** The same with dates and times treated otherwise. */
	public DeidentifyOptions withDates(final Dates value) {
		return new DeidentifyOptions(value, uids, privates, characteristics, device, institution, descriptors);
	}

	/** The same with unique identifiers treated otherwise. */
	public DeidentifyOptions withUids(final Uids value) {
		return new DeidentifyOptions(dates, value, privates, characteristics, device, institution, descriptors);
	}

	/** The same with private elements treated otherwise. */
	public DeidentifyOptions withPrivates(final Privates value) {
		return new DeidentifyOptions(dates, uids, value, characteristics, device, institution, descriptors);
	}

	/** The same, age, sex, size and the like kept or not. */
	public DeidentifyOptions withCharacteristics(final boolean value) {
		return new DeidentifyOptions(dates, uids, privates, value, device, institution, descriptors);
	}

	/** The same, what identifies the device kept or not. */
	public DeidentifyOptions withDevice(final boolean value) {
		return new DeidentifyOptions(dates, uids, privates, characteristics, value, institution, descriptors);
	}

	/** The same, name and address of the institution kept or not. */
	public DeidentifyOptions withInstitution(final boolean value) {
		return new DeidentifyOptions(dates, uids, privates, characteristics, device, value, descriptors);
	}

	/** The same, descriptions kept as far as they name no one, or not. */
	public DeidentifyOptions withDescriptors(final boolean value) {
		return new DeidentifyOptions(dates, uids, privates, characteristics, device, institution, value);
	}
}
