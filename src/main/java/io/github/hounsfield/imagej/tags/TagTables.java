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

import ij.measure.ResultsTable;
import io.github.hounsfield.deidentify.ShownAttributes;
import io.github.hounsfield.tags.ElementNode;
import io.github.hounsfield.tags.TagFilter;
import io.github.hounsfield.tags.TagTable;
import java.util.List;

/** Tables of tags as ImageJ shows them. Cells are texts, so that no digit of a number is lost. */
public final class TagTables {

	private TagTables() {}

	/** @param anonymize whether what identifies a patient (PS3.15 table E.1-1), and names of files, stay hidden */
	public static TagFilter filter(final boolean anonymize) {
		return anonymize ? new TagFilter(ShownAttributes.shown(), false) : TagFilter.ALL;
	}

	/** A row for each of the table's, a column for each of its columns. */
	public static ResultsTable table(final TagTable tags) {
		final ResultsTable table = new ResultsTable();
		for (final List<String> row : tags.rows()) {
			table.incrementCounter();
			// by index: by name ImageJ would look each cell's column up
			for (int i = 0; i < row.size(); i++)
				if (table.size() == 1) table.addValue(tags.columns().get(i), row.get(i));
				else table.setValue(i, table.size() - 1, row.get(i));
		}
		return table;
	}

	/** A row for each element of one header, with the columns Tag, VR, Path, Name, Value. */
	public static ResultsTable table(final List<ElementNode> nodes) {
		final ResultsTable table = new ResultsTable();
		for (final ElementNode node : ElementNode.flat(nodes)) {
			table.incrementCounter();
			table.addValue("Tag", node.tag());
			table.addValue("VR", node.vr());
			table.addValue("Path", node.path());
			table.addValue("Name", node.name());
			table.addValue("Value", node.value());
		}
		return table;
	}
}
