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

import static io.github.hounsfield.command.RecorderCases.BLUR;
import static io.github.hounsfield.command.RecorderCases.CONVERT;
import static io.github.hounsfield.command.RecorderCases.CT;
import static io.github.hounsfield.command.RecorderCases.DENSITY;
import static io.github.hounsfield.command.RecorderCases.DETECT;
import static io.github.hounsfield.command.RecorderCases.EXPORT;
import static io.github.hounsfield.command.RecorderCases.HISTOGRAM;
import static io.github.hounsfield.command.RecorderCases.LARGE;
import static io.github.hounsfield.command.RecorderCases.LIST;
import static io.github.hounsfield.command.RecorderCases.LUNGS;
import static io.github.hounsfield.command.RecorderCases.NORMALIZE;
import static io.github.hounsfield.command.RecorderCases.OPEN;
import static io.github.hounsfield.command.RecorderCases.PHOTOGRAPH;
import static io.github.hounsfield.command.RecorderCases.RESAMPLE;
import static io.github.hounsfield.command.RecorderCases.SAVE;
import static io.github.hounsfield.command.RecorderCases.STRUCTURES;
import static io.github.hounsfield.command.RecorderCases.TAGS;
import static io.github.hounsfield.command.RecorderCases.WINDOW;

import io.github.hounsfield.command.RecorderScripts.End;
import io.github.hounsfield.command.RecorderScripts.Session;
import java.util.List;

/** Of {@link RecorderCases}, those of which nothing is recorded, and one of several steps. */
final class RecorderRefusals {

	private static final String NO_FOLDER = "'Save table as' is '$/no such folder/table.csv', and there is no folder " +
		"$/no such folder; choose a folder that is there, or make it first. Press Browse.";

	private final RecorderCases cases;

	RecorderRefusals(final RecorderCases cases) {
		this.cases = cases;
	}

	void add() {
		several();
		cases.undone(OPEN, "", "No image series found: there are no files. Choose the folder that holds the DICOM files " +
			"of the slices.", "Folder or file=$/results", "Virtual stack=true");
		cases.undone(LIST, "", NO_FOLDER, "Folder or file=$/study",
			"Save table as=$/no such folder/table.csv");
		cases.undone(TAGS, "",
			"'Nonsense' is no keyword of the data dictionary (PS3.6), and no set of tags (CTProtocol, Geometry)" +
			"; expected a keyword, a set, or a tag such as (gggg,eeee).",
			"Folder or file (empty: this slice)=$/study", "Tags=Nonsense");
		cases.undone(STRUCTURES, CT, "$/results: found no RT Structure Set and no Segmentation; expected one in this folder.",
			"Structure set=$/results", "Also make a mask=true");
		cases.undone(CONVERT, CT, "'Slope (HU per value)' and 'Intercept (HU)' go together; " +
			"'Intercept (HU)' is missing.", "Output=16-bit signed",
			"Slope (HU per value)=2");
		cases.undone(WINDOW, CT, "'Width (HU)' is 0.0 and 'Level (HU)' -600.0: WindowWidth (0028,1051) is 0.0; expected " +
			"1 and more with LINEAR.",
			"Window=Custom", "Width (HU)=0", "Preview=true");
		cases.undone(LUNGS, CT, "'Threshold (HU)' is '-50'; expected a number from -900 to -100.",
			"Threshold (HU)=-50", "Preview=true");
		cases.undone(DENSITY, CT,
			"'Mask (empty: find the lungs)' is 'nothing'; no open image has this title. There are [Chest 5.0 mm].",
			"Mask (empty: find the lungs)=nothing",
			"Rows for thirds of each lung=true");
		cases.undone(HISTOGRAM, CT, NO_FOLDER,
			"Save table as=$/no such folder/table.csv");
		cases.refused(RESAMPLE, PHOTOGRAPH,
			"'astronaut.png' has no geometry: no DICOM header says where it lies in the patient; an " +
			"image that Z Project, Reslice or the like computed has lost it.");
		cases.refused(NORMALIZE, CT, "'Chest 5.0 mm' is not in HU. Run Convert to HU before.");
		cases.undone(EXPORT, CT,
			"'File' is '$/results/chest.tif', whose ending says no format; expected one of .nii, .nii.gz, " +
			".nrrd, .mha, .mhd, .npy.", "File=$/results/chest.tif");
		cases.undone(SAVE, CT,
			"'Folder' is '$/study', which holds other files; expected a new or empty folder, or one with " +
			"nothing but a series that was saved.", "Folder=$/study");
		cases.undone(DETECT, PHOTOGRAPH, "$/astronaut.png: line 1: text outside of the outermost element; is this XML?",
			"Other cascade (XML file)=$/astronaut.png", "Add to ROI Manager=true");
		cases.undone(BLUR, PHOTOGRAPH,
			"'Largest face (pixels, 0: any)' is 40, less than 'Smallest face (pixels, 0: any)' 50.",
			"Smallest face (pixels, 0: any)=50", "Largest face (pixels, 0: any)=40");
	}

	private void several() {
		cases.add(new RecorderCases.Case(new Session("several steps", "",
			List.of(cases.step(OPEN, End.DONE, "0", "Folder or file=$/study"), cases.step(
			CONVERT, End.CANCELED, "", "Also make a mask of the padding=true"), cases.step(CONVERT, End.DONE, "",
			"Padding becomes=Keep"),
				cases.step(CONVERT,
				End.REFUSED, ""), cases.step(WINDOW, End.DONE, "", "Window=Bone (W 2000, L 350)"), cases.step(HISTOGRAM, End.DONE,
					""))),
			List.of(cases.line(OPEN, "path=$/study series=" + LARGE.seriesInstanceUid() +
				" resample=none recursive=true virtual=false untilt=false anonymize=false"), cases.line(CONVERT,
					"output=[32-bit float] padding=Keep mask=false force=false"), cases.line(WINDOW,
						"preset=[Bone (W 2000, L 350)] width=2000 center=350 function=LINEAR mode=[Display range]"), cases.line(HISTOGRAM,
							"all=true roi=false overwrite=false table=false")), List.of(
				"'HU of Chest 5.0 mm' is in HU already; converting it again would subtract the intercept twice."), List.of(
					"PlotWindow")));
	}
}
