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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.dicom.DicomBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an archive sends, byte by byte as PS3.7 and PS3.8 have it. Shares no constants with what reads it. The series
 * has three small CT instances.
 */
final class ArchiveBytes {

	static final String STUDY = "1.2.826.0.1.3680043.9.1";
	static final String SERIES = "1.2.826.0.1.3680043.9.1.2";
	static final String CT = "1.2.840.10008.5.1.4.1.1.2";
	static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
	static final String GET = "1.2.840.10008.5.1.4.1.2.2.3";
	static final String IMPLICIT = "1.2.840.10008.1.2";
	static final int INSTANCES = 3;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	static String instance(final int number) {
		return SERIES + ".77770" + number;
	}

	/** The data set of one instance, 2 x 2 pixels, implicit VR little endian. */
	static byte[] dataSet(final int number) {
		return DicomBytes.implicitLittle().text(0x0008, 0x0016, "UI", CT).text(0x0008, 0x0018, "UI", instance(number)).text(
			0x0008, 0x0060, "CS", "CT").text(0x0020, 0x000D, "UI", STUDY).text(0x0020, 0x000E, "UI", SERIES).text(0x0020, 0x0013,
				"IS", "" + number).image(2, 2, 16, 12, 11, false).shorts(0x7FE0, 0x0010, "OW", number, 2, 3, 4).dataSet();
	}

	byte[] bytes() {
		return out.toByteArray();
	}

	/** One protocol data unit: type, a reserved byte, 32-bit length, body. */
	ArchiveBytes unit(final int type, final byte[] body) {
		out.write(type);
		out.write(0);
		big(out, body.length, 4);
		out.writeBytes(body);
		return this;
	}

	ArchiveBytes raw(final byte... bytes) {
		out.writeBytes(bytes);
		return this;
	}

	/** A-ASSOCIATE-AC: contexts as pairs of ID and transfer syntax; a role of SCP for CT images. */
	ArchiveBytes accept(final Object... contexts) {
		final ByteArrayOutputStream body = new ByteArrayOutputStream();
		big(body, 1, 2);
		body.writeBytes(new byte[2 + 16 + 16 + 32]);
		item(body, 0x10, text("1.2.840.10008.3.1.1.1"));
		for (int i = 0; i < contexts.length; i += 2) {
			final ByteArrayOutputStream context = new ByteArrayOutputStream();
			context.write((Integer) contexts[i]);
			context.writeBytes(new byte[3]);
			item(context, 0x40, text((String) contexts[i + 1]));
			item(body, 0x21, context.toByteArray());
		}
		final ByteArrayOutputStream user = new ByteArrayOutputStream();
		item(user, 0x51, new byte[] { 0, 0, 0x40, 0 });
		item(user, 0x52, text("1.2.3.4"));
		final ByteArrayOutputStream role = new ByteArrayOutputStream();
		big(role, CT.length(), 2);
		role.writeBytes(text(CT));
		role.write(0);
		role.write(1);
		item(user, 0x54, role.toByteArray());
		item(body, 0x50, user.toByteArray());
		return unit(0x02, body.toByteArray());
	}

	/** A P-DATA-TF unit of one fragment. */
	ArchiveBytes fragment(final int context, final int control, final byte[] data) {
		final ByteArrayOutputStream body = new ByteArrayOutputStream();
		big(body, data.length + 2, 4);
		body.write(context);
		body.write(control);
		body.writeBytes(data);
		return unit(0x04, body.toByteArray());
	}

	/** A command set in one fragment. */
	ArchiveBytes command(final int context, final DicomBytes elements) {
		final byte[] set = elements.dataSet();
		return fragment(context, 3, DicomBytes.implicitLittle().ints(0x0000, 0x0000, "UL", set.length).raw(set).dataSet());
	}

	/** A data set in one fragment, or in two where it is longer than some bytes. */
	ArchiveBytes data(final int context, final byte[] data) {
		if (data.length < 100) return fragment(context, 2, data);
		return fragment(context, 0, Arrays.copyOf(data, 60)).fragment(context, 2, Arrays.copyOfRange(data, 60, data.length));
	}

	/** A response to message 1 (PS3.7 table 9.3-3 and following). */
	ArchiveBytes response(final int context, final int field, final String sopClass, final int status,
		final boolean withData, final String comment)
	{
		final DicomBytes elements = DicomBytes.implicitLittle().text(0x0000, 0x0002, "UI", sopClass).shorts(0x0000, 0x0100,
			"US", field).shorts(0x0000, 0x0120, "US", 1).shorts(0x0000, 0x0800, "US", withData ? 1 : 0x0101).shorts(0x0000,
				0x0900, "US", status);
		if (!comment.isEmpty()) elements.text(0x0000, 0x0902, "LO", comment);
		return command(context, elements);
	}

	/** A pending answer of C-FIND at the level IMAGE. */
	ArchiveBytes found(final int number) {
		return response(1, 0x8020, FIND, 0xFF00, true, "").data(1, DicomBytes.implicitLittle().text(0x0008, 0x0016, "UI", CT)
			.text(0x0008, 0x0018, "UI", instance(number)).text(0x0008, 0x0052, "CS", "IMAGE").text(0x0020, 0x0013, "IS", "" +
				number).dataSet());
	}

	/** C-STORE of one instance by context 5, implicit. */
	ArchiveBytes store(final int number) {
		return command(5, DicomBytes.implicitLittle().text(0x0000, 0x0002, "UI", CT).shorts(0x0000, 0x0100, "US", 0x0001)
			.shorts(0x0000, 0x0110, "US", 100 + number).shorts(0x0000, 0x0700, "US", 0).shorts(0x0000, 0x0800, "US", 1).text(
				0x0000, 0x1000, "UI", instance(number))).data(5, dataSet(number));
	}

	/** Everything that answers a search at the level IMAGE. */
	static byte[] search() {
		final ArchiveBytes bytes = new ArchiveBytes().accept(1, IMPLICIT);
		for (int i = 1; i <= INSTANCES; i++)
			bytes.found(i);
		return bytes.response(1, 0x8020, FIND, 0, false, "").unit(0x06, new byte[4]).bytes();
	}

	/** Everything that answers a C-GET of these instances, ended with a status. */
	static byte[] get(final int status, final int... numbers) {
		final ArchiveBytes bytes = new ArchiveBytes().accept(1, IMPLICIT, 5, IMPLICIT);
		for (final int number : numbers)
			bytes.store(number);
		return bytes.response(1, 0x8010, GET, status, false, "").unit(0x06, new byte[4]).bytes();
	}

	private static byte[] text(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static void item(final ByteArrayOutputStream to, final int type, final byte[] value) {
		to.write(type);
		to.write(0);
		big(to, value.length, 2);
		to.writeBytes(value);
	}

	private static void big(final ByteArrayOutputStream to, final int value, final int bytes) {
		for (int i = bytes - 1; i >= 0; i--)
			to.write(value >>> 8 * i);
	}
}
