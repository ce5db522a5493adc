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
package io.github.hounsfield.imagej.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves, in a real ImageJ with its window, that boxes are counted, added and deleted before they are covered, that a
 * rectangle that is no box is not passed over, that Cancel leaves the image as it was, that a search of a part says so,
 * and that the review ends with its image. By the defaults OpenCV finds two boxes in the photograph.
 */
class BoxReviewTest {

	@TempDir
	private Path folder;

	@Test
	void boxesAreAddedAndDeletedBeforeTheyAreCovered() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: the review of boxes is not tested");
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("imagej"))) {
			final ImageJProcess.Result result = imagej.runInWindow(BoxReviewScripts.AddDeleteCover.class);
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("2 boxes.", "2 boxes. There is no rectangle yet.", "3 boxes.", "3 boxes. No box is chosen yet.",
				"2 boxes.", "2 boxes. The rectangle that is drawn is no box yet: press Add, or Cover again to leave it out.",
				"faces 2, boxes 2", "covered true, face true",
				"No face has a box. Only the selection was searched: look for faces outside of it.", "images 0"), result.out()
					.lines().filter(line -> !line.startsWith("[")).map(line -> line.replaceAll("\\s+", " ").trim()).toList(),
				result::toString);
		}
	}
}
