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
package io.github.hounsfield.imagej.tags;

import ij.WindowManager;
import io.github.hounsfield.imagej.windows.Beside;
import io.github.hounsfield.tags.ElementNode;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;

/** One header as a tree with a search field. Lives on the event thread. */
public final class TagTreeWindow {

	/** Longer values are cut in the tree. */
	private static final int LONGEST = 200;

	private final List<ElementNode> nodes;
	private final JFrame frame;
	private final JTree tree = new JTree();
	private final JTextField search = new JTextField(30);
	private final JLabel count = new JLabel();

	private TagTreeWindow(final String title, final List<ElementNode> nodes) {
		this.nodes = nodes;
		frame = new JFrame(title);
	}

	/**
	 * Shows a window and returns at once.
	 *
	 * @param title of the window; names what the header is of
	 */
	public static void show(final String title, final List<ElementNode> nodes) {
		EventQueue.invokeLater(() -> new TagTreeWindow(title, nodes).show());
	}

	private void show() {
		tree.setName("elements");
		tree.setRootVisible(false);
		tree.setShowsRootHandles(true);
		search.setName("search");
		search.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				fill();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				fill();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				fill();
			}
		});
		final JPanel top = new JPanel(new BorderLayout(6, 6));
		top.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
		top.add(new JLabel("Search"), BorderLayout.WEST);
		top.add(search, BorderLayout.CENTER);
		top.add(count, BorderLayout.EAST);
		frame.add(top, BorderLayout.NORTH);
		frame.add(new JScrollPane(tree), BorderLayout.CENTER);
		frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		fill();
		frame.setSize(760, 640);
		frame.setLocationRelativeTo(null);
		Beside.place(frame, Beside.ofActiveImage());
		WindowManager.addWindow(frame);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				WindowManager.removeWindow(frame);
			}
		});
		frame.setVisible(true);
	}

	private void fill() {
		final List<ElementNode> left = ElementNode.search(nodes, search.getText());
		final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
		add(root, left);
		tree.setModel(new DefaultTreeModel(root));
		final int elements = ElementNode.flat(left).size();
		count.setText(elements == 1 ? "1 element" : elements + " elements");
		if (search.getText().isBlank()) return;
		for (int row = 0; row < tree.getRowCount(); row++)
			tree.expandRow(row);
	}

	private static void add(final DefaultMutableTreeNode to, final List<ElementNode> nodes) {
		for (final ElementNode node : nodes) {
			final DefaultMutableTreeNode child = new DefaultMutableTreeNode(line(node));
			add(child, node.children());
			to.add(child);
		}
	}

	/** For example {@code (0018,0060) DS KVP = 120}. */
	private static String line(final ElementNode node) {
		if (node.tag().isEmpty()) return node.name();
		final String value = node.value().length() <= LONGEST ? node.value() : node.value().substring(0, LONGEST) + "...";
		final String line = node.tag() + " " + node.vr() + "  " + (node.name().isEmpty() ? "Unknown" : node.name());
		return (value.isEmpty() ? line : line + " = " + value).replace('\n', ' ');
	}
}
