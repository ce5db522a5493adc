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

package io.github.hounsfield.command;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.deidentify.OutputFailedException;
import io.github.hounsfield.derived.DerivedException;
import io.github.hounsfield.export.ExportException;
import io.github.hounsfield.haar.CascadeException;
import io.github.hounsfield.imagej.archive.UnreadableSeriesException;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.lung.LungException;
import io.github.hounsfield.series.NoSuchSeriesException;
import io.github.hounsfield.structures.StructureException;
import io.github.hounsfield.tags.TagException;
import io.github.hounsfield.volume.NotEnoughMemoryException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Says what helps, in terms of the menu and of the actions' keys. Only this class knows both. */
public final class Hints {

	private static final String MORE_MEMORY = "give Java more memory (Edit > Options > Memory & Threads)";
	private static final String SOURCE = "run Convert to HU on the image that it was made from";
	private static final String PROPERTIES = "set them in Image > Properties";
	private static final String OPEN_FILE = "open the file with Open DICOM Series";

	/** What systems say of a place in which this user makes no file. */
	private static final Pattern FORBIDDEN = Pattern.compile("Read-only|not permitted|Not a directory");

	private final boolean dialog;

	private Hints(final boolean dialog) {
		this.dialog = dialog;
	}

	/**
	 * @param dialog whether a person at a dialog reads it, who knows labels; a macro's author knows keys
	 * @return a clause without full stop, empty where nothing helps
	 */
	public static String of(final Exception problem, final boolean dialog) {
		return new Hints(dialog).of(problem);
	}

	/** The key that a problem is about where its text does not name it; empty where it is about none. */
	static String about(final Exception problem) {
		if (problem instanceof NoSuchSeriesException none) return none.isOfNoSeries() ? "path" : "series";
		if (problem instanceof CascadeException) return "file";
		if (problem instanceof StructureException) return "path";
		if (problem instanceof TagException) return "tags";
		if (problem instanceof OutputFailedException) return "folder";
		if (problem instanceof DerivedException derived && derived.isOfOutput()) return "path";
		return problem instanceof ArchiveException ? "archive" : "";
	}

	/** What takes components of doubtful density for lung. */
	static String takeDoubtful(final boolean dialog) {
		return "Lung Mask with " + new Hints(dialog).key("force=true", "'Take doubtful density' ticked") +
			" takes it for lung";
	}

	/** What makes slices stand straight above each other. */
	static String straighten(final boolean dialog) {
		return "Open DICOM Series with " + new Hints(dialog).untilted() + " opens the series without the shear";
	}

	/** What becomes of files in whose pixels a name may stand. */
	static String burntIn(final boolean dialog) {
		final Hints hints = new Hints(dialog);
		return hints.key("pixels=skip", "'skip'") + " leaves them out, " + hints.key("pixels=copy", "'copy'") +
			" copies them unseen";
	}

	/** Where to write what could not be written. */
	private static String elsewhere(final Throwable cause) {
		final boolean forbidden = cause instanceof AccessDeniedException || cause instanceof NoSuchFileException ||
			FORBIDDEN.matcher(String.valueOf(cause.getMessage())).find();
		return forbidden ? "choose a folder in which you may write" : "make room there, or choose a folder on another disk";
	}

	private String key(final String macro, final String label) {
		return dialog ? label : macro;
	}

	private String of(final Exception problem) {
		if (problem instanceof NotEnoughMemoryException) return "open it with " + virtual() + ", or " + MORE_MEMORY;
		if (problem instanceof NoSuchSeriesException none) return none.isOfNoSeries()
			? "choose the folder that holds the DICOM files of the slices" : "";
		if (problem instanceof ImageException image) return of(image.remedy());
		if (problem instanceof LungException lung) return of(lung.remedy());
		if (problem instanceof ExportException export) return export.getCause() == null ? of(export.remedy()) : elsewhere(
			export.getCause());
		if (problem instanceof IntensityException intensity) return intensity
			.kind() == IntensityException.Kind.NOT_EXACT_IN_16_BITS ? "choose " + key("output=[32-bit float]",
				"Output: 32-bit float") : "";
		if (problem instanceof ArchiveException archive) return switch (archive.help()) {
			case NONE -> "";
			case ENTRY -> "DICOM Archives keeps the entries of archives";
			case LIST -> "List DICOM Archive shows what is there";
			case CRITERION -> dialog ? "fill in what is searched for, or 'Most studies', which lists studies without it"
				: "give patient, name, accession, date, modality, description or study, or limit, which lists studies without them";
		};
		if (problem instanceof DerivedException derived) return derived.isOfOutput() ? elsewhere(derived.getCause()) : of(
			derived.remedy());
		if (problem instanceof OutputFailedException) return elsewhere(problem.getCause()) +
			"; copies that are whole stay, and a run that is done again goes on from them";
		if (problem instanceof TableThereException) return key("overwrite=true", "'Replace the file'") + " replaces it";
		return problem instanceof UnreadableSeriesException ? "use Retrieve from DICOM Archive, then Open DICOM Series for " +
			"the rest" : "";
	}

	private String of(final Remedy remedy) {
		return switch (remedy) {
			case NONE -> "";
			case TAKE_HALF_THE_MEMORY -> "run Convert to HU with " + sixteenBit() + ", which takes half of it, or open the " +
				"series with " + virtual() + ", of which a virtual stack comes";
			case OPEN_VIRTUAL -> "open the series with " + virtual() + ", or " + MORE_MEMORY;
			case RESAMPLE_COARSER -> "choose a larger " + key("spacing", "'Spacing (mm)'") + ", or " + MORE_MEMORY;
			case CONVERT_BY_HAND -> "run Convert to HU " + byHand();
			case CONVERT_BY_HAND_OR_FORCE -> "run Convert to HU " + byHand() + ", or with " + force();
			case FORCE -> "Convert to HU with " + force() + " converts it all the same";
			case CONVERT_BEFORE -> "run Convert to HU before such steps";
			case CONVERT_SOURCE_BEFORE -> "run Convert to HU on that image before";
			case CONVERT_SOURCE -> SOURCE;
			case CONVERT_EACH -> "run Convert to HU on each of them before";
			case CONVERT_TO_16_BIT -> "run Convert to HU with " + sixteenBit() + " instead";
			case OPEN_WITH_THIS_READER -> OPEN_FILE;
			case OPEN_WITH_THIS_READER_OR_BY_HAND -> "if it is of a DICOM file, " + OPEN_FILE +
				"; otherwise run Convert to HU " + byHand() + " and " + key("force=true", "'Convert what is not CT' ticked");
			case OPEN_WITH_THIS_READER_OR_CONVERT_SOURCE -> SOURCE + "; if it is of a DICOM file, " + OPEN_FILE;
			case OPEN_AGAIN -> "open the series again";
			case OPEN_AGAIN_AND_CONVERT_BEFORE -> "open the series again and run Convert to HU before such steps";
			case USE_SOURCE -> "use the image it was made from";
			case CONVERT_OR_8_BIT -> "run Convert to HU first, or use " + key("mode=[8-bit image]", "Mode: 8-bit image");
			case CONVERT_THIS -> "run Convert to HU before";
			case OPEN_UPRIGHT -> "open the series with " + untilted() + " before";
			case OPEN_FOLLOWED -> "Open DICOM Series makes images whose crops can be followed";
			case OPEN_EVEN -> "open the series with " + key("resample=even", "'Uneven slices onto a grid': even") +
				", or keep slices at equal distances only";
			case TAKE_BACK_OR_USE_SOURCE -> "take the step back, or use the image it was made from";
			case RESAMPLE_SOURCE -> "use Resample Volume on the image it was made from";
			case CROP_ANEW -> "crop with Image > Crop or Duplicate, not at the upper left corner";
			case TAKE_NEAREST -> "choose " + key("interpolation=nearest", "Interpolation: nearest");
			case KEEP_FIRST_OR_NO_FILL -> "leave out " + key("fill", "'Value beyond the volume'") + ", or use " + key(
				"grid=first", "'What stays in place': first");
			case MARK_BOTH_ALIKE -> "leave out " + key("sides",
				"'Mask is 1 in the right lung, 2 in the left'") + ", for a mask that is 255 in both";
			case SAVE_COARSE -> "cut its range off before, or save it with " + key("force=true",
				"'Accept rounding and changed pixels' ticked");
			case OPEN_WITH_IDENTITY -> "open the series without " + key("anonymize", "Anonymize");
			case SPLIT_CHANNELS -> "use Image > Color > Split Channels";
			case SPLIT_CHANNELS_OR_RGB -> "use Image > Color > Split Channels, or RGB Color for a picture";
			case DUPLICATE_ONE -> "use Image > Duplicate with one of them";
			case DUPLICATE_EACH -> "save them one by one, with Image > Duplicate";
			case SET_SPACING -> PROPERTIES;
			case NAME_FILES_OR_OPEN_WITH_THIS_READER -> "give " + key("path", "'Folder or file'") +
				", or open the series with Open DICOM Series";
		};
	}

	private String of(final LungException.Remedy remedy) {
		return switch (remedy) {
			case NONE -> "";
			case TAKE_DOUBTFUL -> takeDoubtful(dialog);
			case LOWER_MINIMUM -> "Lung Mask with a smaller " + key("minimum", "'Smallest part of a lung (ml)'") +
				" takes smaller ones";
			case KEEP_AIRWAYS -> "Lung Mask with " + key("airways=keep", "Airways: keep") + " leaves them in";
			case SET_SPACING -> PROPERTIES;
			case MEASURE_NO_THIRDS -> "open the series with Open DICOM Series, or leave out " + key("thirds",
				"'Rows for thirds of each lung'");
		};
	}

	private String of(final ExportException.Remedy remedy) {
		return switch (remedy) {
			case NONE -> "";
			case OVERWRITE -> key("overwrite=true", "'Replace the file'") + " replaces it";
			case CHOOSE_TYPE -> "only " + key("type=auto", "Values: auto") + " writes colours";
			case WRITE_LARGE -> "use a path that ends with .nrrd or .mha";
			case WRITE_COLOURS -> "use a path that ends with .nii, .nii.gz or .npy, or make the image grey";
			case WRITE_FLOAT -> "use " + key("type=float32", "Values: float32");
		};
	}

	private String of(final DerivedException.Remedy remedy) {
		return switch (remedy) {
			case NONE -> "";
			case OVERWRITE -> key("overwrite=true", "'Replace the series'") + " replaces it";
			case WAIT -> "wait for it, or choose another folder";
			case REMOVE -> "remove it, or choose another folder";
			case SAVE_PARTS -> "crop the mask, or save parts of it";
		};
	}

	private String byHand() {
		return key("with slope and intercept by hand", "with Slope and Intercept typed in");
	}

	private String force() {
		return key("force=true", "'Convert what is not CT' ticked");
	}

	private String virtual() {
		return key("virtual=true", "'Virtual stack' ticked");
	}

	private String sixteenBit() {
		return key("output=[16-bit signed]", "Output: 16-bit signed");
	}

	private String untilted() {
		return key("untilt=true", "'Straighten a tilted gantry' ticked");
	}
}
