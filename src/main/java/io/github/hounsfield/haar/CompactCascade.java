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

import io.github.hounsfield.haar.Cascade.Node;
import io.github.hounsfield.haar.Cascade.Stage;
import io.github.hounsfield.haar.Cascade.Tree;
import io.github.hounsfield.haar.HaarFeature.Rectangle;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A cascade as whole numbers of 32 bits, most significant byte first, which one pass reads. The build makes it of the
 * XML, for reading the XML is most of the time of a first search. Floats stand as their bits.
 * <p>
 * Head: {@value #MAGIC}, {@value #VERSION}, length and CRC-32 of the XML. Body: width, height, number of stages. A
 * stage: threshold, number of trees. A tree: number of nodes, nodes, leaves. A node: threshold, left, right, tilted (0
 * or 1), number of rectangles, for each x, y, width, height, weight.
 */
final class CompactCascade {

	/** "Haar" in ASCII. */
	private static final int MAGIC = 0x48616172;
	/** Rises with each change of the form, or of what the reader makes of the same XML. */
	private static final int VERSION = 1;

	private final int[] in;
	private int at;

	private CompactCascade(final int[] in) {
		this.in = in;
	}

	/**
	 * @param cascade as read from the XML
	 * @param xml the bytes that it was read from
	 */
	static byte[] write(final Cascade cascade, final byte[] xml) {
		final List<Integer> out = new ArrayList<>(List.of(MAGIC, VERSION, xml.length, digest(xml), cascade.width(), cascade
			.height(), cascade.stages().size()));
		for (final Stage stage : cascade.stages()) {
			out.add(bits(stage.threshold()));
			out.add(stage.trees().size());
			for (final Tree tree : stage.trees()) {
				out.add(tree.nodes().size());
				for (final Node node : tree.nodes()) addNode(node, out);
				for (final float leaf : tree.leaves()) out.add(bits(leaf));
			}
		}
		final ByteBuffer bytes = ByteBuffer.allocate(out.size() * Integer.BYTES);
		for (final int word : out) bytes.putInt(word);
		return bytes.array();
	}

	private static void addNode(final Node node, final List<Integer> out) {
		final List<Rectangle> rectangles = node.feature().rectangles();
		out.addAll(List.of(bits(node.threshold()), node.left(), node.right(), node.feature().tilted() ? 1 : 0, rectangles
			.size()));
		for (final Rectangle r : rectangles) out.addAll(List.of(r.x(), r.y(), r.width(), r.height(), bits(r.weight())));
	}

	private static int bits(final float value) {
		return Float.floatToRawIntBits(value);
	}

	private static int digest(final byte[] xml) {
		final CRC32 crc = new CRC32();
		crc.update(xml);
		return (int) crc.getValue();
	}

	/**
	 * @param compact what {@link #write} gave
	 * @param xml the bytes that it should have been made of
	 * @return null where it is of another version, or was made of another XML
	 * @throws CascadeException where it is damaged
	 */
	static Cascade read(final byte[] compact, final byte[] xml) throws CascadeException {
		final IntBuffer words = ByteBuffer.wrap(compact).asIntBuffer();
		final int[] in = new int[words.remaining()];
		words.get(in);
		if (in.length < 4 || in[0] != MAGIC || in[1] != VERSION || in[2] != xml.length || in[3] != digest(xml)) return null;
		try {
			final CompactCascade reader = new CompactCascade(in);
			reader.at = 4;
			final Cascade cascade = reader.cascade();
			if (reader.at < in.length) throw new CascadeException("compact form: " + in.length + " numbers; expected " +
				reader.at);
			return cascade;
		}
		catch (final IndexOutOfBoundsException | IllegalArgumentException e) {
			throw new CascadeException("compact form of " + in.length + " numbers is damaged: " + e.getMessage(), e);
		}
	}

	private Cascade cascade() {
		final int width = in[at++];
		final int height = in[at++];
		final List<Stage> stages = list();
		for (int left = in[at++]; left > 0; left--) {
			final float threshold = real();
			final List<Tree> trees = list();
			for (int more = in[at++]; more > 0; more--) trees.add(tree());
			stages.add(new Stage(threshold, trees));
		}
		return new Cascade(width, height, stages);
	}

	private Tree tree() {
		final int count = in[at++];
		final List<Node> nodes = list();
		for (int k = 0; k < count; k++) nodes.add(node());
		final List<Float> leaves = list();
		for (int k = 0; k <= count; k++) leaves.add(real());
		return new Tree(nodes, leaves);
	}

	private Node node() {
		final float threshold = real();
		final int left = in[at++];
		final int right = in[at++];
		final boolean tilted = in[at++] != 0;
		final List<Rectangle> rectangles = list();
		for (int more = in[at++]; more > 0; more--)
			rectangles.add(new Rectangle(in[at++], in[at++], in[at++], in[at++], real()));
		return new Node(new HaarFeature(rectangles, tilted), threshold, left, right);
	}

	/** Grows as it is filled: no number of the file alone takes memory. */
	private static <T> List<T> list() {
		return new ArrayList<>(4);
	}

	private float real() {
		return Float.intBitsToFloat(in[at++]);
	}
}
