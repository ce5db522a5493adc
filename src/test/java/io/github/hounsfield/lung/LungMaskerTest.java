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
package io.github.hounsfield.lung;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lungs of known shape are found to half a percent, on the right side, however they lie; what is no lung is not. Also
 * tests {@code LungMask}, {@code InnerAir}, {@code Cores}, {@code Candidate}, {@code Sides}, {@code Bridge},
 * {@code Patch}, {@code Finish}, {@code Refusal}, {@code HuPlanes} and {@code Text}.
 */
class LungMaskerTest {

	private static final double HALF_PERCENT = 0.005;
	private static final LungMaskOptions OPEN = LungMaskOptions.DEFAULT.withClose(0);

	@Test
	void measuresBothLungsToHalfAPercent() {
		final LungMask mask = Thorax.withLungs().mask(OPEN);
		assertEquals(Thorax.RIGHT_ML, Thorax.ml(mask, 1), HALF_PERCENT * Thorax.RIGHT_ML);
		assertEquals(Thorax.LEFT_ML, Thorax.ml(mask, 2), HALF_PERCENT * Thorax.LEFT_ML);
		assertEquals(Thorax.LUNG_HU, mask.before().meanHu(), 1e-9);
		assertEquals(2, mask.candidates().size());
	}

	@ParameterizedTest
	@CsvSource({ "false, false", "true, false", "false, true", "true, true" })
	void removesTracheaAndTellsTheSidesHoweverThePatientLies(final boolean flipX, final boolean flipZ) {
		final LungMask mask = Thorax.withLungs().withAirways().flipped(flipX, flipZ).mask(OPEN);
		assertEquals(1, mask.candidates().size());
		assertEquals(Thorax.RIGHT_ML, Thorax.ml(mask, 1), HALF_PERCENT * Thorax.RIGHT_ML);
		assertEquals(Thorax.LEFT_ML, Thorax.ml(mask, 2), HALF_PERCENT * Thorax.LEFT_ML);
		assertTrue(mask.airwaysMl() > 15, mask.airwaysMl() + " ml");
		assertTrue(mask.report().contains("Airways removed: "), mask::report);
		final String without = Thorax.withLungs().mask(OPEN).report();
		assertTrue(without.contains("No airways within the lungs, none removed\n"), without);
	}

	@Test
	void keepsTracheaWhereThatIsAsked() {
		final LungMask without = Thorax.withLungs().withAirways().mask(OPEN);
		final LungMask with = Thorax.withLungs().withAirways().mask(OPEN.withAirwaysRemoved(false));
		final double trachea = Math.PI * 9 * 9 * (88 * 2.5 / 2 - 20) / 1000;
		assertTrue(with.after().volumeMl() - without.after().volumeMl() > trachea, with.after() + " and " + without.after());
		assertEquals(0, with.airwaysMl());
	}

	@ParameterizedTest
	@CsvSource({ "false, false", "true, false", "false, true" })
	void cutsLungsThatTouchAtTheBridge(final boolean flipX, final boolean flipZ) {
		final LungMask mask = Thorax.withLungs().withBridge().flipped(flipX, flipZ).mask(OPEN);
		assertEquals(1, mask.candidates().size());
		final double bridge = 120 * 6 * 60 / 1000.0;
		assertEquals(Thorax.RIGHT_ML, Thorax.ml(mask, 1), bridge);
		assertEquals(Thorax.LEFT_ML, Thorax.ml(mask, 2), bridge);
	}

	@Test
	void oneLungIsThatLungWhereverItsOwnMiddleIs() {
		final LungMask mask = new Thorax().add((x, y, z) -> Thorax.left(x, y, z) ? Thorax.LUNG_HU : null).mask(OPEN);
		assertEquals(0, Thorax.ml(mask, 1));
		assertEquals(Thorax.LEFT_ML, Thorax.ml(mask, 2), HALF_PERCENT * Thorax.LEFT_ML);
	}

	@Test
	void closingFillsVesselsAndANoduleAtThePleuraButNothingBetweenTheLungs() {
		final double[] vessel = { -75, 10 };
		final Thorax thorax = Thorax.withLungs().add((x, y, z) -> Math.hypot(x - vessel[0], y - vessel[1]) <= 4 && Math.abs(
			z) < 40 ? Double.valueOf(40) : null).ball(-75 - 47, 0, 0, 3, 30);
		final LungMask open = thorax.mask(OPEN);
		final LungMask closed = thorax.mask(LungMaskOptions.DEFAULT);
		final double tube = Math.PI * 4 * 4 * 80 / 1000;
		final double nodule = 4.0 / 3 * Math.PI * 27 / 1000;
		assertEquals(Thorax.RIGHT_ML - tube - nodule, Thorax.ml(open, 1), HALF_PERCENT * Thorax.RIGHT_ML);
		assertEquals(Thorax.RIGHT_ML, Thorax.ml(closed, 1), HALF_PERCENT * Thorax.RIGHT_ML);
		assertTrue(Thorax.ml(closed, 1) - Thorax.ml(open, 1) >= tube, "the vessel is filled");
		assertEquals(closed.before(), open.after());
		final byte[] labels = Thorax.labels(closed);
		final int middle = 43 * 260 * 180;
		assertEquals(1, labels[middle + 90 * 260 + (int) Math.round(-121.5 / 1.5 + 129.5)], "inside of the nodule");
		assertEquals(0, labels[middle + 90 * 260 + 130], "between the lungs");
	}

	@Test
	void aHoleOfOneLungIsNotFilledWithWhatLiesBetweenBoth() {
		final LungMask mask = Thorax.withLungs().withBridge().add((x, y, z) -> Math.abs(x) < 60 && Math.abs(y - 20) < 3 &&
			Math.abs(z) < 30 ? Thorax.LUNG_HU : null).mask(LungMaskOptions.DEFAULT);
		final byte[] labels = Thorax.labels(mask);
		assertEquals(0, labels[43 * 260 * 180 + 90 * 260 + 130], "the heart, with lung before and behind it");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"-970 | gas, such as that of bowel",
		"-950 | severe emphysema or gas",
		"-390 | denser than aerated lung" })
	void refusesOtherDensitiesByTheirCores(final double hu, final String reason) {
		final Thorax thorax = new Thorax().add((x, y, z) -> Thorax.right(x, y, z) ? hu : null);
		final String message = assertThrows(LungException.class, () -> thorax.mask(OPEN)).getMessage();
		assertTrue(message.contains(reason) && message.contains("core " + (int) hu + " HU"), message);
		assertTrue(message.startsWith("no lung: 1 component of 50 ml or more under -320 HU"), message);
	}

	@Test
	void forceTakesWhatIsDoubtfulAndSaysSo() {
		final Thorax thorax = new Thorax().add((x, y, z) -> Thorax.right(x, y, z) ? Double.valueOf(-950) : null);
		final LungMask mask = thorax.mask(OPEN.withForce(true));
		assertEquals(Thorax.RIGHT_ML, mask.after().volumeMl(), HALF_PERCENT * Thorax.RIGHT_ML);
		assertTrue(mask.notes().get(mask.notes().size() - 1).startsWith("Taken for lung: "), mask.notes().toString());
		final Thorax gas = new Thorax().add((x, y, z) -> Thorax.right(x, y, z) ? Double.valueOf(-961) : null);
		assertThrows(LungException.class, () -> gas.mask(OPEN.withForce(true)));
	}

	@Test
	void leavesBowelGasBesideLungOutAndNamesWhatIsDoubtful() {
		final LungMask mask = Thorax.withLungs().ball(0, 60, -70, 25, -975).ball(0, -70, -70, 25, -945).mask(OPEN);
		assertEquals(Thorax.RIGHT_ML + Thorax.LEFT_ML, mask.after().volumeMl(), HALF_PERCENT * 2000);
		assertEquals(4, mask.candidates().size());
		assertTrue(mask.notes().stream().anyMatch(note -> note.startsWith("Left out: component of 65")), mask.notes()
			.toString());
	}

	@Test
	void saysWhatAVolumeWithoutLungsHolds() {
		assertMessage(new Thorax().add((x, y, z) -> 0.0), "no voxel is under -320 HU; the volume goes from 0 to 0 HU");
		assertMessage(new Thorax().add((x, y, z) -> -1000.0), "every voxel is under -320 HU, so there is no body around");
		assertMessage(new Thorax(), "all that is under -320 HU is connected with the border of its slice");
		assertMessage(new Thorax().ball(0, 0, 0, 20, -800), "none has 50 ml; the biggest: 33");
		assertMessage(Thorax.withLungs().size(260, 180, 1), "the volume has 1 slice");
		assertMessage(new Thorax().add((x, y, z) -> Math.abs(x) < 100 && Math.abs(y) < 1.6 ? Double.valueOf(-800) : null),
			"nowhere thicker than 6 mm");
	}

	private static void assertMessage(final Thorax thorax, final String part) {
		final String message = assertThrows(LungException.class, () -> thorax.mask(OPEN)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void aShortSeriesNeedsTenSquareCentimetresASlice() {
		final Thorax thin = Thorax.withLungs().size(260, 180, 3);
		assertEquals(2, thin.mask(OPEN).candidates().size());
		final Thorax small = new Thorax().size(260, 180, 3).add((x, y, z) -> Math.hypot(x, y) < 17 ? Double.valueOf(-800)
			: null);
		assertMessage(small, "none has 7.5 ml; the biggest: 6.6 ml in slices 1 to 3");
	}

	@Test
	void saysThatMicroCtIsNotMeantAndThatSidesAreUnknown() {
		final LungMask mask = LungMasker.mask(ArrayImgs.floats(Thorax.withLungs().voxels(), 260, 180, 88),
			SliceTransforms.IDENTITY, new PatientGrid(260, 180, 88, 0.15, 0.15, 2.5, 0, 0),
				LungMaskOptions.DEFAULT.withClose(0).withMinimumMl(1), Workers.serial());
		assertTrue(mask.notes().get(0).startsWith("Pixels are 0.15 mm apart, as in micro-CT"), mask.notes().toString());
		assertTrue(mask.notes().stream().anyMatch(note -> note.contains("right and left are unknown")), mask.notes()
			.toString());
	}

	@Test
	void isTheSameForThreadsTypesPaddingAndACropOfTheAirAround() {
		final Thorax thorax = Thorax.withLungs().withAirways().withBridge();
		final float[] hu = thorax.voxels();
		final Random random = new Random(5);
		for (int i = 0; i < hu.length; i++)
			hu[i] += Math.round(25 * random.nextGaussian());
		final PatientGrid grid = thorax.grid();
		final byte[] expected = labels(hu, grid, Workers.serial());
		assertArrayEquals(expected, labels(hu, grid, Workers.threads(5)));
		final short[] stored = new short[hu.length];
		for (int i = 0; i < hu.length; i++)
			stored[i] = (short) (hu[i] + 1024);
		assertArrayEquals(expected, Thorax.labels(LungMasker.mask(ArrayImgs.shorts(stored, 260, 180, 88), SliceTransforms.of(
			new Rescale(1, -1024)), grid, LungMaskOptions.DEFAULT, Workers.threads(2))));
		for (int i = 0; i < stored.length; i++)
			if (Math.hypot(i % 260 - 129.5, i / 260 % 180 - 89.5) > 129) stored[i] = -2000;
		assertArrayEquals(expected, Thorax.labels(LungMasker.mask(ArrayImgs.shorts(stored, 260, 180, 88), SliceTransforms.of(
			new Rescale(1, -1024), Padding.ofValue(-2000)), grid, LungMaskOptions.DEFAULT, Workers
				.threads(2))));
		final int cut = 5;
		final float[] cropped = new float[(260 - 2 * cut) * (180 - 2 * cut) * 88];
		final byte[] croppedLabels = new byte[cropped.length];
		for (int z = 0, i = 0; z < 88; z++)
			for (int y = cut; y < 180 - cut; y++)
				for (int x = cut; x < 260 - cut; x++, i++) {
					cropped[i] = hu[(z * 180 + y) * 260 + x];
					croppedLabels[i] = expected[(z * 180 + y) * 260 + x];
				}
		assertArrayEquals(croppedLabels, labels(cropped, new PatientGrid(250, 170, 88, 1.5, 1.5, 2.5, 1, 1), Workers
			.serial()));
	}

	@Test
	void isTheSameHoweverTheImageIsTurned() {
		final Thorax thorax = Thorax.withLungs().withAirways().withBridge();
		final float[] hu = thorax.voxels();
		final Random random = new Random(6);
		for (int i = 0; i < hu.length; i++)
			hu[i] += Math.round(25 * random.nextGaussian());
		final byte[] expected = labels(hu, thorax.grid(), Workers.threads(2));
		final float[] turned = new float[hu.length];
		for (int turn = 1; turn < 8; turn++) {
			for (int i = 0; i < hu.length; i++)
				turned[turned(i, turn)] = hu[i];
			final byte[] labels = labels(turned, new PatientGrid(260, 180, 88, 1.5, 1.5, 2.5, (turn & 1) != 0 ? -1 : 1, (turn &
				4) != 0 ? -1 : 1), Workers.threads(2));
			final byte[] back = new byte[labels.length];
			for (int i = 0; i < hu.length; i++)
				back[i] = labels[turned(i, turn)];
			assertArrayEquals(expected, back, "turn " + turn);
		}
	}

	private static int turned(final int i, final int turn) {
		final int x = i % 260;
		final int y = i / 260 % 180;
		final int z = i / 260 / 180;
		return (((turn & 4) != 0 ? 87 - z : z) * 180 + ((turn & 2) != 0 ? 179 - y : y)) * 260 + ((turn & 1) != 0 ? 259 - x
			: x);
	}

	private static byte[] labels(final float[] hu, final PatientGrid grid, final Workers workers) {
		return Thorax.labels(LungMasker.mask(ArrayImgs.floats(hu, grid.width(), grid.height(), grid.depth()),
			SliceTransforms.IDENTITY, grid, LungMaskOptions.DEFAULT, workers));
	}

	@Test
	void reportsRisingProgressAndEndsWhenItIsCanceled() {
		final Thorax thorax = Thorax.withLungs().withAirways();
		final double[] last = { 0 };
		LungMasker.mask(thorax.image(), SliceTransforms.IDENTITY, thorax.grid(), OPEN, Workers.threads(2).withProgress(
			fraction -> {
				assertTrue(fraction >= last[0], fraction + " after " + last[0]);
				last[0] = fraction;
			}));
		assertEquals(1, last[0], 1e-12);
		assertThrows(CancellationException.class, () -> LungMasker.mask(thorax.image(), SliceTransforms.IDENTITY, thorax
			.grid(), OPEN, Workers.threads(2).withCancel(() -> true)));
	}

	@Test
	void refusesNumbersOutsideTheirRange() {
		assertEquals("close is 31; expected 0 to 30 mm", assertThrows(LungException.class,
			() -> LungMaskOptions.DEFAULT.withClose(31)).getMessage());
		assertThrows(LungException.class, () -> LungMaskOptions.DEFAULT.withThreshold(-1000));
		assertThrows(LungException.class, () -> LungMaskOptions.DEFAULT.withThreshold(Double.NaN));
		assertThrows(LungException.class, () -> LungMaskOptions.DEFAULT.withMinimumMl(-1));
		assertThrows(LungException.class, () -> new PatientGrid(10, 10, 10, 1, Double.NaN, 1, 1, 1));
	}
}
