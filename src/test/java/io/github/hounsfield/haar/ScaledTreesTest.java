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
package io.github.hounsfield.haar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.haar.Cascade.Node;
import io.github.hounsfield.haar.Cascade.Stage;
import io.github.hounsfield.haar.Cascade.Tree;
import io.github.hounsfield.haar.HaarFeature.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that trees of one to three nodes, mixed and tilted, have the same sums whether every node is evaluated in
 * whole numbers or the way from the root to the leaf in single precision, as OpenCV does it. Also tests
 * {@code TreeStages}, {@code RoundedTrees}, {@code CornerTable} and {@code WindowClassifier}. Proves, too, that a
 * {@code DenseStage} decides as they do on each window of a band where it is sure, and is sure of nearly all.
 */
class ScaledTreesTest {

	private static final int SIZE = 12;
	private static final int SIDE = 40;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void sumsAsTheWayToTheLeafDoes(final int step) {
		final Random random = new Random(step);
		final Cascade cascade = cascade(random);
		final IntegralImage integral = new IntegralImage();
		final IntegralLayout layout = IntegralLayout.of(SIDE, SIDE, step, true);
		final byte[] image = new byte[SIDE * SIDE];
		random.nextBytes(image);
		integral.compute(layout, new BilinearResize(SIDE, SIDE, SIDE, SIDE, step), Grey.rows(image, SIDE, SIDE), 0, SIDE);
		final WindowClassifier exact = new ScaledTrees.Plan(cascade, TreeStages.of(cascade)).laidOut(layout);
		final WindowClassifier rounded = new RoundedTrees(cascade, layout);
		final int[] windows = new int[(SIDE - SIZE) / step];
		final int[] same = new int[windows.length];
		final float[] reciprocals = new float[windows.length];
		for (int y = 0; y + SIZE <= SIDE; y += step)
			for (int stage = 0; stage < cascade.stages().size(); stage++) {
				final int row = layout.at(0, y);
				for (int k = 0; k < windows.length; k++) {
					windows[k] = same[k] = k;
					reciprocals[k] = 1f / (1000 + random.nextInt(9000));
					assertEquals(rounded.sum(integral.sums(), row + k, reciprocals[k], stage), exact.sum(integral.sums(), row + k,
						reciprocals[k], stage));
				}
				final int kept = rounded.keepPassing(stage, integral.sums(), row, reciprocals, same, same.length);
				assertEquals(kept, exact.keepPassing(stage, integral.sums(), row, reciprocals, windows, windows.length));
				for (int k = 0; k < kept; k++) assertEquals(same[k], windows[k]);
			}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void aBandAtOnceDecidesAsTheWayToTheLeafDoes(final int step) {
		final Random random = new Random(10 + step);
		final Cascade cascade = cascade(random);
		final IntegralImage integral = new IntegralImage();
		final IntegralLayout layout = IntegralLayout.of(SIDE, SIDE, step, true);
		final byte[] image = new byte[SIDE * SIDE];
		random.nextBytes(image);
		integral.compute(layout, new BilinearResize(SIDE, SIDE, SIDE, SIDE, step), Grey.rows(image, SIDE, SIDE), 0, SIDE);
		final WindowClassifier rounded = new RoundedTrees(cascade, layout);
		final int perRow = (SIDE - SIZE) / step + 1;
		final int count = (perRow - 1) * layout.pitch() + perRow;
		final DenseBand band = new DenseBand(count);
		final float[] reciprocals = new float[count];
		for (int k = 0; k < count; k++) {
			final double contrast = 1000 + 9000 * random.nextDouble();
			reciprocals[k] = (float) (1 / contrast);
			band.contrasts[k] = (int) (contrast + 0.5);
		}
		int sure = 0;
		for (int stage = 0; stage < cascade.stages().size(); stage++) {
			DenseStage.of(TreeStages.of(cascade).get(stage), -TreeStages.THRESHOLD_ALLOWANCE, 10_000, layout).evaluate(
				integral.sums(), 0, band, count);
			for (int k = 0; k < count; k++) {
				if (k % layout.pitch() >= perRow || !band.isSure(k)) continue;
				sure++;
				assertEquals(rounded.passes(stage, integral.sums(), k, reciprocals[k]) ? 0 : 1, band.rejects(k));
			}
		}
		assertTrue(sure > 0.8 * cascade.stages().size() * perRow * perRow, sure + " sure");
	}

	private static Cascade cascade(final Random random) {
		final List<Stage> stages = new ArrayList<>();
		for (int s = 0; s < 6; s++) {
			final List<Tree> trees = new ArrayList<>();
			for (int t = 0; t < 12; t++) trees.add(tree(random));
			stages.add(new Stage(0, trees));
		}
		return new Cascade(SIZE, SIZE, stages);
	}

	private static Tree tree(final Random random) {
		final List<Float> leaves = new ArrayList<>();
		final int count = 1 + random.nextInt(3);
		for (int k = 0; k <= count; k++) leaves.add((random.nextInt(2001) - 1000) / 1024f);
		final int[][][] shapes = { { { 0, -1 } }, { { 1, 0 }, { -1, -2 } }, { { 1, 2 }, { 0, -1 }, { -2, -3 } } };
		final List<Node> nodes = new ArrayList<>();
		for (final int[] sides : shapes[count - 1]) {
			final boolean turned = random.nextBoolean();
			final float threshold = (float) (random.nextGaussian() * 0.1);
			nodes.add(new Node(feature(random), threshold, sides[turned ? 1 : 0], sides[turned ? 0 : 1]));
		}
		return new Tree(nodes, leaves);
	}

	private static HaarFeature feature(final Random random) {
		final boolean tilted = random.nextBoolean();
		final int w = 1 + random.nextInt(2);
		final int h = 1 + random.nextInt(2);
		final int x = 4 + random.nextInt(2);
		final int y = random.nextInt(3);
		final Rectangle whole = new Rectangle(x, y, 2 * w, 2 * h, -1);
		final Rectangle half = new Rectangle(x, y, w, 2 * h, 2 + random.nextInt(2));
		final Rectangle middle = new Rectangle(x, y + 1, 1, 1, 3);
		return new HaarFeature(switch (random.nextInt(3)) {
			case 0 -> List.of(whole, half);
			case 1 -> List.of(whole, middle);
			default -> List.of(whole, half, middle);
		}, tilted);
	}
}
