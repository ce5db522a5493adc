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
package io.github.hounsfield.dicom;

import java.io.IOException;
import java.util.List;

/** One data element. Its value is bytes, the items of a sequence, or bulk data in the file. */
public final class Element {

	private static final byte[] NONE = {};

	private final int tag;
	private final Vr vr;
	private final long position;
	private final byte[] value;
	private final boolean bigEndian;
	private final List<DataSet> items;
	private final BulkData bulk;

	private Element(final int tag, final Vr vr, final long position, final byte[] value, final boolean bigEndian,
		final List<DataSet> items, final BulkData bulk)
	{
		this.tag = tag;
		this.vr = vr;
		this.position = position;
		this.value = value;
		this.bigEndian = bigEndian;
		this.items = items;
		this.bulk = bulk;
	}

	/**
	 * @param position of the element in the file, -1 where not known
	 * @param value not copied, must not change
	 */
	public static Element of(final int tag, final Vr vr, final long position, final byte[] value,
		final boolean bigEndian)
	{
		return new Element(tag, vr, position, value, bigEndian, List.of(), null);
	}

	public static Element ofItems(final int tag, final long position, final List<DataSet> items) {
		return new Element(tag, Vr.SQ, position, NONE, false, List.copyOf(items), null);
	}

	public static Element ofBulk(final int tag, final Vr vr, final long position, final BulkData bulk,
		final boolean bigEndian)
	{
		return new Element(tag, vr, position, NONE, bigEndian, List.of(), bulk);
	}

	public int tag() {
		return tag;
	}

	public Vr vr() {
		return vr;
	}

	/** Byte position of the element in the file, -1 where not known. */
	public long position() {
		return position;
	}

	public boolean isBigEndian() {
		return bigEndian;
	}

	/** The items of a sequence; empty for any other VR. */
	public List<DataSet> items() {
		return items;
	}

	/** The value if it stays in the file, otherwise null. */
	public BulkData bulk() {
		return bulk;
	}

	public boolean isEmpty() {
		return bulk == null && value.length == 0 && items.isEmpty();
	}

	/** Bytes of the value; 0 for a sequence. */
	public long length() {
		return bulk != null ? bulk.length() : value.length;
	}

	/**
	 * The bytes of the value as they stand in the file. A value that stays in the file is read. Callers must not change
	 * the array.
	 */
	public byte[] bytes() throws IOException {
		return bulk != null ? bulk.read() : value;
	}

	/** The bytes of a value that does not stay in the file. */
	byte[] inMemory() {
		return value;
	}

	@Override
	public String toString() {
		return Dictionary.describe(tag) + " " + vr + " #" + length();
	}
}
