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
package io.github.hounsfield.tags;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An element of a header, or an item of a sequence, with what is in it. Immutable.
 *
 * @param tag {@code (0018,0060)}; empty for an item
 * @param vr two letters; empty for an item
 * @param path what {@link TagPath} reads, from the header's root on: {@code KVP}, {@code Sequence[0].CodeValue}
 * @param name as PS3.6 has it, or the private creator; for an item its number from 0
 * @param value as {@link ElementText} has it; empty for an item
 * @param children the items of a sequence, the elements of an item
 */
public record ElementNode(String tag, String vr, String path, String name, String value, List<ElementNode> children) {

	/** All elements of some data sets, one after the other, that may be shown. */
	public static List<ElementNode> of(final List<DataSet> dataSets, final TagFilter filter) {
		final List<ElementNode> nodes = new ArrayList<>();
		for (final DataSet dataSet : dataSets)
			nodes.addAll(of(dataSet, "", filter));
		return nodes;
	}

	private static List<ElementNode> of(final DataSet dataSet, final String before, final TagFilter filter) {
		final List<ElementNode> nodes = new ArrayList<>();
		for (final Element element : dataSet.elements()) {
			if (!filter.shown().test(dataSet, element)) continue;
			final String path = before + TagNames.of(dataSet, element.tag());
			final Dictionary.Entry entry = Dictionary.find(element.tag());
			final String name = entry != null ? entry.name() : TagNames.creator(dataSet, element.tag());
			final List<ElementNode> items = new ArrayList<>();
			for (int i = 0; i < element.items().size(); i++)
				items.add(new ElementNode("", "", path + "[" + i + "]", "Item " + i, "", of(element.items().get(i), path + "[" + i +
					"].", filter)));
			nodes.add(new ElementNode(Tag.toString(element.tag()), element.vr().name(), path, name, ElementText.of(dataSet,
				element), List.copyOf(items)));
		}
		return List.copyOf(nodes);
	}

	/**
	 * The nodes that a search leaves. They have the text in tag, path, name or value, in upper or lower case. Nodes
	 * around and in them stay too.
	 *
	 * @param text blank for all
	 */
	public static List<ElementNode> search(final List<ElementNode> nodes, final String text) {
		final String wanted = text.trim().toLowerCase(Locale.ROOT);
		if (wanted.isEmpty()) return nodes;
		final List<ElementNode> left = new ArrayList<>();
		for (final ElementNode node : nodes) {
			final List<ElementNode> children = node.has(wanted) ? node.children : search(node.children, wanted);
			if (node.has(wanted) || !children.isEmpty()) left.add(new ElementNode(node.tag, node.vr, node.path, node.name,
				node.value, children));
		}
		return left;
	}

	private boolean has(final String wanted) {
		final int dot = path.lastIndexOf('.');
		return (tag + " " + tag.replaceAll("[(),]", "") + " " + path.substring(dot + 1) + " " + name + " " +
			value).toLowerCase(
			Locale.ROOT).contains(wanted);
	}

	/** The nodes and all that is in them, one after the other, without the items themselves. */
	public static List<ElementNode> flat(final List<ElementNode> nodes) {
		final List<ElementNode> flat = new ArrayList<>();
		for (final ElementNode node : nodes) {
			if (!node.tag.isEmpty()) flat.add(node);
			flat.addAll(flat(node.children));
		}
		return flat;
	}
}
