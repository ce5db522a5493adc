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
package io.github.hounsfield.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.command.ConvertToHu;
import io.github.hounsfield.command.DeidentifyDicom;
import io.github.hounsfield.command.ExportVolume;
import io.github.hounsfield.command.LungMask;
import io.github.hounsfield.command.OpenDicomSeries;
import io.github.hounsfield.command.SendToDicomArchive;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.Command;

/**
 * Proves that a refusal brings the dialog back at the answer that it names, and ends the action where it names none.
 */
class RefusedAnswerTest {

	private static final Map<String, Class<? extends Command>> COMMANDS = Map.of("convert", ConvertToHu.class, "lungs",
		LungMask.class, "export", ExportVolume.class, "open", OpenDicomSeries.class, "send", SendToDicomArchive.class,
		"copy", DeidentifyDicom.class);

	private static String refused(final String command, final String input, final String answer, final String reason,
		final String about)
	{
		final DialogModel model = new DialogModel(new BridgedCommand(COMMANDS.get(command), SharedContext.forCommand(COMMANDS
			.get(command))));
		final Map<String, String> answers = new HashMap<>(model.texts());
		if (input != null) answers.put(input, answer);
		return new RefusedAnswer(model, answers).in(reason, about).map(CommandInput::name).orElse("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		// by the label, which a message has in quotes
		"convert | slope | abc | 'Slope (HU per value)' is 'abc', expected a number | slope",
		"convert | | | 'Slope (HU per value)' and 'Intercept (HU)' go together; 'Intercept (HU)' is missing | slope",
		"export | path | /a/b.nii | /a/b.nii: is there already; 'Replace the file' replaces it | path",
		"lungs | | | no lung: none has 5000 ml; Lung Mask with a smaller 'Smallest part of a lung (ml)' takes it | minimum",
		// by a label and one of its choices, as hints have it
		"convert | | | slice 1 holds 0.5; choose Output: 32-bit float | output",
		"lungs | | | no airway; Lung Mask with Airways: keep leaves them in | airways",
		"convert | | | open it with Output: as it is | ``",
		// by the path or text that was answered
		"open | path | /data/chest | /data/chest: no such file or folder | path",
		"open | path | /data/chest/ | /data/chest: no such file or folder | path",
		"open | path | /data/chest | There is no folder /data/chest. | path",
		"open | path | /data/chest | /data/chest/1.dcm: the file is cut off | ``",
		"open | path | /data/chest | /data/chest-2: no such file or folder | ``",
		"copy | folder | /out | /out/1.dcm: no space is left | folder",
		"copy | patient | /t.csv | /t.csv: line 2: found 1 value | patient",
		// about the image or a file, and no answer
		"convert | | | 'Chest' is in HU already | ``", "lungs | | | no lung: every voxel is under -320 HU | ``",
		"convert | | | the header has another slope | ``" })
	void theAnswerThatTheReasonNames(final String command, final String input, final String answer, final String reason,
		final String due)
	{
		assertEquals(due == null ? "" : due, refused(command, input, answer, reason, ""));
	}

	@Test
	void whatTheProblemIsAboutWhereItsTextNamesNone() {
		assertEquals("archive", refused("send", "archive", "http://127.0.0.1:1/dicom-web", "127.0.0.1:1: no connection.",
			"archive"));
		assertEquals("", refused("convert", null, null, "127.0.0.1:1: no connection.", "archive"));
	}
}
