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
package io.github.hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.plugin.Concatenator;
import ij.plugin.Duplicator;
import ij.plugin.FolderOpener;
import ij.plugin.Resizer;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import ij.plugin.ZProjector;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.StackConverter;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.HuPlot;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What ImageJ's own commands do to a stack before it is converted: each slice is still converted by its own header, or
 * the image is refused. Slices are 4 x 3 ramps; their rescales, and so their HU, differ.
 */
class StackOperationsTest extends DifferingSlices {

	private static DicomFixture signed(final int z) {
		return Slices.ct(z).shorts(0x00280103, 1);
	}

	@Test
	void slicesKeepTheirOwnRescaleWhereverTheyAreMovedTo() throws IOException {
		assertSlices(differing(), 0, 1, 2, 3);
		final ImagePlus reversed = differing();
		new StackReverser().flipStack(reversed);
		assertSlices(reversed, 3, 2, 1, 0);
		assertSlices(new SubstackMaker().makeSubstack(differing(), "4,2"), 3, 1);
		assertSlices(new Duplicator().run(differing(), 3, 3), 2);
		final ImagePlus cut = differing();
		cut.getStack().deleteSlice(1);
		cut.getStack().deleteSlice(1);
		assertSlices(cut, 2, 3);
		assertSlices(new Concatenator().concatenate(differing(), cut, true), 0, 1, 2, 3, 2, 3);
	}

	@Test
	void slicesThatLostTheirLabelsAreRefusedWhereAnotherHeaderWouldBeWrong() throws IOException {
		final ImagePlus unlabelled = differing();
		unlabelled.getStack().setSliceLabel(null, 2);
		assertTrue(refusal(unlabelled).startsWith("slice 2 of 'CT series' has no header"), refusal(unlabelled));
		final ImagePlus scaled = new Resizer().zScale(differing(), 8, ImageProcessor.NONE);
		assertTrue(refusal(scaled).contains("differ in rescale or padding"), refusal(scaled));
		assertThrows(ImageException.class, () -> new ImageWindowing(scaled).toBytes(slice -> WindowPreset.LUNG.window(),
			WORKERS));
		assertThrows(ImageException.class, () -> HuPlot.of(scaled, WORKERS));

		final ImagePlus same = new Resizer().zScale(equal(Slices.ct(0), Slices.ct(1)), 4, ImageProcessor.NONE);
		assertEquals(-24, KEEP.convert(same, WORKERS).getStack().getProcessor(4).getf(0), "one rescale serves all slices");

		final DicomFixture padded = Slices.ct(1).shorts(0x00280120, 1000);
		final ImagePlus paddings = new Resizer().zScale(equal(Slices.ct(0), padded), 4, ImageProcessor.NONE);
		assertTrue(refusal(paddings).contains("differ in rescale or padding"), "padding differs");
	}

	@Test
	void projectionsAreInHuWhereTheyWereMadeOfHuAndNowhereElse() throws IOException {
		final ImagePlus stored = equal(signed(0), signed(1));
		for (final String method : List.of("max", "median", "sum")) {
			final ImagePlus projected = ZProjector.run(stored, method);
			assertThrows(ImageException.class, () -> new ImageWindowing(projected), method);
			assertThrows(ImageException.class, () -> KEEP.convert(projected, WORKERS), method);
		}
		for (final HuConversion.Output output : HuConversion.Output.values()) {
			final ImagePlus hu = HuConversion.to(output, PaddingMode.KEEP).convert(stored, WORKERS);
			final ImagePlus max = ZProjector.run(hu, "max");
			assertTrue(ImageValues.of(max).isInHu(), output.label());
			assertEquals(226, new ImageWindowing(max).toBytes(slice -> WindowPreset.LUNG.window(), WORKERS).getProcessor().get(
				0), "(-24 + 600.5) / 1499 + 0.5, times 255, is 225.57");
		}
	}

	@Test
	void stacksPutTogetherFromValuesOfTwoKindsAreRefused() throws IOException {
		final ImagePlus mixed = new Concatenator().concatenate(equal(Slices.ct(0)), equal(signed(1)), true);
		assertTrue(refusal(mixed).contains("slice 2 of 'Untitled' holds stored values + 32768, slice 1 stored values"),
			refusal(
			mixed));
		final HuConversion byHand = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(1,
			0)));
		assertThrows(ImageException.class, () -> byHand.convert(mixed, WORKERS));
		final ImagePlus stored = equal(signed(0));
		final HuConversion toSigned = HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.KEEP);
		final ImagePlus both = new Concatenator().concatenate(toSigned.convert(stored, WORKERS), equal(signed(1)), true);
		assertThrows(ImageException.class, () -> HuPlot.of(both, WORKERS));
		final ImageException reason = assertThrows(ImageException.class, () -> new ImageWindowing(both).toBytes(
			slice -> WindowPreset.LUNG.window(), WORKERS));
		assertTrue(reason.getMessage().contains("slice 1 HU"), reason.getMessage());
		final ImagePlus modalities = new Concatenator().concatenate(equal(Slices.ct(0)), equal(Slices.ct(1).text(0x00080060,
			"CS", "PT")), true);
		assertTrue(refusal(modalities).contains("slice 2 of 'Untitled' is PT, not CT"), refusal(modalities));
	}

	@Test
	void valuesThatWereScaledOrLostTheirFunctionOnTheWayToAnotherTypeAreRefused() throws IOException {
		final ImagePlus back = equal(Slices.ct(0), Slices.ct(1));
		new StackConverter(back).convertToGray32();
		new StackConverter(back).convertToGray16();
		assertTrue(refusal(back).contains("which scales them"), refusal(back));
		final DicomFixture bytes = Slices.ct(0).shorts(0x00280100, 8).shorts(0x00280101, 8).shorts(0x00280102, 7).pixels(
			new byte[] { 0, 50, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
		final ImagePlus eight = equal(bytes);
		assertEquals(-924, KEEP.convert(eight, WORKERS).getProcessor().getf(2));
		new ImageConverter(eight).convertToGray32();
		new ImageConverter(eight).convertToGray8();
		assertTrue(refusal(eight).contains("which scales them"), refusal(eight));
		final ImagePlus hu = KEEP.convert(equal(bytes), WORKERS);
		new ImageConverter(hu).convertToGray8();
		assertTrue(refusal(hu).contains("was in HU, and is not any more"), refusal(hu));
		final ImagePlus uncalibrated = equal(Slices.ct(0), Slices.ct(1));
		uncalibrated.getCalibration().setFunction(Calibration.NONE, null, "Gray Value");
		new StackConverter(uncalibrated).convertToGray32();
		assertTrue(refusal(uncalibrated).contains("without the calibration function"), refusal(uncalibrated));
	}

	@Test
	void aVirtualSequenceOfImageJsOwnReaderHasTheRescaleOfEachFile() throws IOException {
		final Path files = files(Slices.ct(0), Slices.ct(1).text(0x00281052, "DS", "-1000"), Slices.ct(2).text(0x00281052,
			"DS", "-500"));
		final ImagePlus sequence = FolderOpener.open(files.toString(), "virtual");
		assertTrue(sequence.getStack().isVirtual());
		final ImagePlus hu = KEEP.convert(sequence, WORKERS);
		assertTrue(hu.getStack().isVirtual());
		assertEquals(-1024, hu.getStack().getProcessor(1).getf(0));
		assertEquals(0, hu.getStack().getProcessor(2).getf(0));
		assertEquals(1500, hu.getStack().getProcessor(3).getf(0));
	}

	private static VirtualStack virtual(final ImagePlus image) {
		return (VirtualStack) image.getStack();
	}

	@Test
	void slicesOfVirtualStacksKeepTheirRescaleWhenOthersAreDeletedOrTheirOrderIsChanged() throws IOException {
		final int[] order = { 0, 2, 1, 3 };
		final DicomFixture[] slices = new DicomFixture[5];
		for (int z = 0; z < 5; z++)
			slices[z] = Slices.ct(z).text(0x00281052, "DS", "" + -100 * z);
		final ImagePlus ours = Slices.open(Slices.VIRTUAL, folder, slices);
		final ImagePlus theirs = FolderOpener.open(files(slices).toString(), "virtual");
		for (final ImagePlus image : List.of(ours, theirs)) {
			KEEP.convert(image, WORKERS);
			virtual(image).deleteSlice(2);
			virtual(image).setIndexes(order);
			final ImageStack hu = KEEP.convert(image, WORKERS).getStack();
			assertEquals(4, hu.size());
			final int[] acquired = { 0, 3, 2, 4 };
			for (int z = 0; z < 4; z++)
				assertEquals(900 * acquired[z], hu.getProcessor(z + 1).getf(0), image.getTitle());
		}
	}

	@Test
	void huOfAVirtualStackDoNotMoveWithWhatIsDeletedFromIt() throws IOException {
		final ImagePlus ours = Slices.open(Slices.VIRTUAL, folder, slice(0), slice(1), slice(2));
		final ImageStack hu = KEEP.convert(ours, WORKERS).getStack();
		virtual(ours).deleteSlice(1);
		assertEquals(2, ours.getStackSize());
		assertEquals(hu(1, 3), hu.getProcessor(2).getf(3));
		final ImagePlus theirs = FolderOpener.open(files(Slices.ct(0), Slices.ct(1), Slices.ct(2)).toString(), "virtual");
		final ImageStack other = KEEP.convert(theirs, WORKERS).getStack();
		virtual(theirs).deleteSlice(1);
		assertTrue(assertThrows(ImageException.class, () -> other.getProcessor(1)).getMessage().contains(
			"had 3 slices and has 2 now"));
	}

	@Test
	void changesOfAVirtualStacksPixelsAreNotKept() throws IOException {
		final ImagePlus virtual = Slices.open(Slices.VIRTUAL, folder, slice(0), slice(1), slice(2), slice(3));
		for (int z = 1; z <= 4; z++)
			virtual.getStack().getProcessor(z).add(500);
		assertSlices(virtual, 0, 1, 2, 3);
	}

	@Test
	void whatImageJsOwnReaderReadsWrongIsRefused() throws IOException {
		final short[] overlay = new short[12];
		overlay[5] = 0x5123;
		final ImagePlus bits = IJ.openImage(files(Slices.ct(0).shorts(0x00280101, 12).shorts(0x00280102, 11).pixels(overlay))
			.resolve("1.dcm").toString());
		assertTrue(refusal(bits).contains("holds the stored value 20771.0, which the BitsStored"), refusal(bits));

		final ImagePlus signs = FolderOpener.open(files(Slices.ct(0), signed(1)).toString());
		assertTrue(refusal(signs).contains("holds values with a sign, slice 1 values without"), refusal(signs));
		new StackConverter(signs).convertToGray32();
		assertTrue(refusal(signs).contains("holds values with a sign"), refusal(signs));

		final ImagePlus intercepts = FolderOpener.open(files(Slices.ct(0), Slices.ct(1).text(0x00281052, "DS", "0"))
			.toString());
		new StackConverter(intercepts).convertToGray32();
		assertTrue(refusal(intercepts).contains("which ImageJ applies to some of them only"), refusal(intercepts));

		final ImagePlus bytes = IJ.openImage(files(signed(0).shorts(0x00280100, 8).shorts(0x00280101, 8).shorts(0x00280102, 7)
			.pixels(new byte[12])).resolve("1.dcm").toString());
		assertTrue(refusal(bytes).contains("read from 8-bit values with a sign"), refusal(bytes));
	}
}
