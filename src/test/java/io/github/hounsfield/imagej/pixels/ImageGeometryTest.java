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
package io.github.hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.plugin.Concatenator;
import ij.plugin.Duplicator;
import ij.plugin.FolderOpener;
import ij.plugin.Resizer;
import ij.plugin.Scaler;
import ij.plugin.Slicer;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import ij.plugin.ZProjector;
import ij.plugin.filter.Transformer;
import ij.process.ImageProcessor;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What ImageJ's own commands do to a stack, and whether each pixel is then still found where its header has it, or the
 * image refused. Slices are 4 x 3 pixels of 0.5 x 0.7 mm, from (-10, 20, 0) on 2 mm apart; positions are computed by
 * hand. Also tests {@code PlaceDigest} and {@code HeaderPlane}.
 */
class ImageGeometryTest extends StackPlaces {

	@Test
	void slicesAreFoundWhereverTheyAreMovedTo() throws IOException {
		assertPlace(four(), -10, 20, 0, 2);
		final ImagePlus reversed = four();
		new StackReverser().flipStack(reversed);
		assertPlace(reversed, -10, 20, 6, -2);
		assertTrue(ImageGeometry.of(reversed).grid().determinant() < 0, "left-handed");
		assertPlace(new SubstackMaker().makeSubstack(four(), "4,2"), -10, 20, 6, -4);
		assertPlace(new Duplicator().run(four(), 2, 3), -10, 20, 2, 2);
		final ImagePlus cut = four();
		cut.getStack().deleteSlice(1);
		assertPlace(cut, -10, 20, 2, 2);
		assertPlace(Slices.open(Slices.VIRTUAL, folder, Slices.ct(0), Slices.ct(1)), -10, 20, 0, 2);
		assertPlace(Slices.open(Slices.ANONYMOUS, folder, Slices.ct(0), Slices.ct(1)), -10, 20, 0, 2);
	}

	/** What a script does to the pixels leaves no trace in headers or history. */
	@ParameterizedTest
	@CsvSource({ "flip horizontally, flipped horizontally", "flip vertically, flipped vertically",
		"half a turn, turned by 180 degrees" })
	void flipsByScriptsAreNoticed(final String what, final String words) throws IOException {
		final ImagePlus stored = four();
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			stored, Workers.all());
		for (final ImagePlus image : new ImagePlus[] { stored, hu }) {
			assertPlace(image, -10, 20, 0, 2);
			for (int slice = 1; slice <= image.getStackSize(); slice++) {
				final ImageProcessor pixels = image.getStack().getProcessor(slice);
				if (!what.contains("vertically")) pixels.flipHorizontal();
				if (!what.contains("horizontally")) pixels.flipVertical();
			}
			final String refusal = refusal(image);
			assertTrue(refusal.contains("was " + words + " since it was made"), refusal);
			for (int slice = 1; slice <= image.getStackSize(); slice++) {
				final ImageProcessor pixels = image.getStack().getProcessor(slice);
				if (!what.contains("vertically")) pixels.flipHorizontal();
				if (!what.contains("horizontally")) pixels.flipVertical();
			}
			assertPlace(image, -10, 20, 0, 2);
		}
	}

	@Test
	void quarterTurnsOfSquareSlicesAreNoticed() {
		final short[] pixels = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		final Plane plane = Plane.ofPixels(pixels);
		final String header = PlaceDigest.mark("0028,0010  Rows: 3\n", plane, 3, 3);
		for (final Object[] turned : new Object[][] { { PlaceDigest.Move.NONE, pixels }, { PlaceDigest.Move.TURNED_RIGHT,
			new short[] { 7, 4, 1, 8, 5, 2, 9, 6, 3 } }, { PlaceDigest.Move.TURNED_LEFT, new short[] { 3, 6, 9, 2, 5, 8, 1, 4,
				7 } }, { PlaceDigest.Move.TRANSPOSED, new short[] { 1, 4, 7, 2, 5, 8, 3, 6, 9 } }, { null, new short[] { 1, 2, 3,
					4, 5, 6, 7, 9, 8 } } })
			assertEquals(turned[0], PlaceDigest.move(header, Plane.ofPixels(turned[1]), 3, 3));
		assertEquals(header, PlaceDigest.mark(header, plane, 3, 3), "a second mark takes the place of the first");
	}

	@Test
	void cropsAreFollowedWhereImageJNotesThem() throws IOException {
		assertPlace(cropped(four(), 1, 0, 3, 2), -9.5, 20, 0, 2);
		assertPlace(cropped(cropped(four(), 1, 0, 3, 3), 0, 1, 3, 2), -9.5, 20.7, 0, 2);
		assertTrue(refusal(cropped(four(), 0, 0, 3, 2)).contains("has 3 x 2 pixels, and its header says 4 x 3"));
		final ImagePlus byScript = four();
		byScript.setRoi(1, 1, 3, 2);
		assertTrue(refusal(new Duplicator().run(byScript)).contains("did not note where"));
	}

	@Test
	void cropsOfObliqueImagesAreFollowedToo() throws IOException {
		final List<DicomFixture> slices = new ArrayList<>();
		for (int z = 0; z < 3; z++) // x to the back, y down: normal (0,1,0) x (0,0,-1) = (-1,0,0)
			slices.add(Slices.ct(z).orientation("0\\1\\0\\0\\0\\-1").position(-2 * z + "\\7\\9"));
		final VoxelGrid grid = ImageGeometry.of(cropped(open(slices.toArray(DicomFixture[]::new)), 1, 1, 2, 2)).grid();
		assertAt(0, 7.5, 9 - 0.7, grid.origin());
		assertAt(0, 0.5, 0, grid.stepX());
		assertAt(0, 0, -0.7, grid.stepY());
		assertAt(-2, 0, 0, grid.stepZ());
	}

	@Test
	void aTiffFileKeepsThePlace() throws IOException {
		final String stack = folder.resolve("stack.tif").toString();
		assertTrue(new FileSaver(cropped(four(), 1, 1, 3, 2)).saveAsTiffStack(stack));
		assertPlace(IJ.openImage(stack), -9.5, 20.7, 0, 2);
		final String slice = folder.resolve("slice.tif").toString();
		assertTrue(new FileSaver(open(Slices.ct(1).text(0x00180050, "DS", "3"))).saveAsTiff(slice));
		final VoxelGrid grid = ImageGeometry.of(IJ.openImage(slice)).grid();
		assertAt(-10, 20, 2, grid.origin());
		assertAt(0, 0, 3, grid.stepZ());
	}

	@Test
	void oneSliceIsAsThickAsItsHeaderSays() throws IOException {
		assertTrue(refusal(open(Slices.ct(0))).contains("no Slice Thickness (0018,0050)"));
		assertAt(0, 0, 5, ImageGeometry.of(open(Slices.ct(0).text(0x00180050, "DS", "5"))).grid().stepZ());
		assertAt(0, 0, 4, ImageGeometry.of(open(Slices.ct(0).text(0x00180050, "DS", "5").text(0x00180088, "DS", "4")))
			.grid().stepZ());
	}

	@Test
	void whatMovesPixelsIsRefused() throws IOException {
		final List<ImagePlus> lost = new ArrayList<>();
		lost.add(ZProjector.run(four(), "max"));
		lost.add(new Resizer().zScale(four(), 8, ImageProcessor.BILINEAR));
		lost.add(Scaler.resize(four(), 8, 6, 4, "bilinear"));
		lost.add(Scaler.resize(four(), 8, 6, 8, "bilinear"));
		lost.add(new Slicer().reslice(four()));
		lost.add(new Concatenator().concatenate(four(), open(Slices.ct(1).text(0x00280030, "DS", "1\\1")), true));
		lost.add(new SubstackMaker().makeSubstack(four(), "1,2,4"));
		lost.add(new SubstackMaker().makeSubstack(four(), "1,2,2"));
		for (final String how : List.of("fliph", "flipv", "right", "left")) {
			final ImagePlus moved = open(Slices.ct(1).text(0x00180050, "DS", "5"));
			final Transformer transformer = new Transformer();
			transformer.setup(how, moved);
			transformer.run(moved.getProcessor());
			lost.add(moved);
		}
		final ImagePlus unit = four();
		unit.getCalibration().setUnit("cm");
		lost.add(unit);
		lost.add(new ImagePlus("photograph", four().getProcessor()));
		for (int i = 0; i < lost.size(); i++) {
			final ImagePlus image = lost.get(i);
			final int which = i;
			assertThrows(ImageException.class, () -> ImageGeometry.of(image).grid(), () -> which + ": " + image.getTitle());
		}
	}

	/** Where values were changed too, pixels no longer tell; what ImageJ announced does. */
	@Test
	void flipsThatImageJAnnouncesAreNoted() throws IOException {
		GeometrySteps.watch();
		final ImagePlus image = four();
		for (int slice = 1; slice <= image.getStackSize(); slice++) {
			image.getStack().getProcessor(slice).add(1);
			image.getStack().getProcessor(slice).flipHorizontal();
		}
		assertPlace(image, -10, 20, 0, 2);
		WindowManager.setTempCurrentImage(image);
		final ij.CommandListener listener = GeometrySteps.listener();
		assertEquals("Flip Horizontally", listener.commandExecuting("Flip Horizontally"));
		assertTrue(refusal(image).contains("went through Flip Horizontally"));
		assertTrue(refusal(image.duplicate()).contains("went through Flip Horizontally"));
	}

	@Test
	void imagesOfImageJsOwnReaderHaveAPlaceUntilTheyAreCropped() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("files"));
		for (int z = 0; z < 3; z++)
			Files.write(files.resolve(z + ".dcm"), Slices.ct(z).file());
		final ImagePlus whole = FolderOpener.open(files.toString());
		assertPlace(whole, -10, 20, 0, 2);
		assertThrows(ImageException.class, () -> ImageGeometry.of(cropped(whole, 1, 1, 2, 2)));
	}
}
