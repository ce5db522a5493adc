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

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A command set: the elements of group 0000 in implicit VR little endian (PS3.7 sections 6.3.1 and E.1). The names here
 * are those of table E.1-1.
 */
final class Command {

	static final int AffectedSOPClassUID = 0x0002;
	static final int CommandField = 0x0100;
	static final int MessageID = 0x0110;
	static final int MessageIDBeingRespondedTo = 0x0120;
	static final int MoveDestination = 0x0600;
	static final int Priority = 0x0700;
	static final int CommandDataSetType = 0x0800;
	static final int StatusElement = 0x0900;
	static final int ErrorComment = 0x0902;
	static final int AffectedSOPInstanceUID = 0x1000;
	static final int NumberOfRemainingSuboperations = 0x1020;
	static final int NumberOfCompletedSuboperations = 0x1021;
	static final int NumberOfFailedSuboperations = 0x1022;
	static final int NumberOfWarningSuboperations = 0x1023;
	static final int MoveOriginatorApplicationEntityTitle = 0x1030;
	static final int MoveOriginatorMessageID = 0x1031;

	static final int C_STORE_RQ = 0x0001;
	static final int C_GET_RQ = 0x0010;
	static final int C_FIND_RQ = 0x0020;
	static final int C_MOVE_RQ = 0x0021;
	static final int C_ECHO_RQ = 0x0030;
	static final int C_CANCEL_RQ = 0x0FFF;
	/** Added to a request's field: its response. */
	static final int RESPONSE = 0x8000;

	/** Command Data Set Type where no data set follows. */
	static final int NO_DATA_SET = 0x0101;

	/** Longest command set, bytes. All elements of the table fit many times. */
	static final int LONGEST = 64 * 1024;

	private final Map<Integer, byte[]> elements = new TreeMap<>();

	/** The presentation context by which it came; 0 for a command of this side. */
	private int contextId;

	Command(final int field) {
		set(CommandField, field);
		set(CommandDataSetType, NO_DATA_SET);
	}

	private Command() {}

	/** @throws UpperLayerException where the bytes are no command set */
	static Command parse(final byte[] bytes, final int length, final int contextId) throws UpperLayerException {
		final Command command = new Command();
		command.contextId = contextId;
		for (int at = 0; at < length;) {
			if (length - at < 8) throw new UpperLayerException("a command set ends with " + (length - at) +
				" bytes that are no element");
			final int group = Bytes.little16(bytes, at);
			final int element = Bytes.little16(bytes, at + 2);
			final long claimed = Bytes.little32(bytes, at + 4) & 0xFFFFFFFFL;
			at += 8;
			if (group != 0) throw new UpperLayerException("a command set has an element of group " + Integer.toHexString(
				group) + "; expected 0 (PS3.7 section 6.3.1)");
			if (claimed > length - at) throw new UpperLayerException("element (0000," + Integer.toHexString(element) +
				") of a command set claims " + claimed + " bytes, but " + (length - at) + " are left");
			final byte[] value = new byte[(int) claimed];
			System.arraycopy(bytes, at, value, 0, value.length);
			command.elements.putIfAbsent(element, value);
			at += value.length;
		}
		command.require(CommandField);
		command.require(CommandDataSetType);
		return command;
	}

	/** Sets an unsigned 16-bit number. */
	Command set(final int element, final int value) {
		elements.put(element, new byte[] { (byte) value, (byte) (value >>> 8) });
		return this;
	}

	/** Sets a UID. */
	Command uid(final int element, final String value) {
		return padded(element, value, '\0');
	}

	/** Sets an AE title. */
	Command title(final int element, final String value) {
		return padded(element, value, ' ');
	}

	private Command padded(final int element, final String value, final char padding) {
		elements.put(element, Bytes.ascii(value.length() % 2 == 0 ? value : value + padding));
		return this;
	}

	/** Says that a data set follows. */
	Command withDataSet() {
		return set(CommandDataSetType, 0x0000);
	}

	/** The command set with its Command Group Length in front. */
	byte[] encode() {
		final ByteArrayOutputStream body = new ByteArrayOutputStream();
		elements.forEach((element, value) -> write(body, element, value));
		final ByteArrayOutputStream whole = new ByteArrayOutputStream();
		Bytes.little32(whole, 0x00000000);
		Bytes.little32(whole, 4);
		Bytes.little32(whole, body.size());
		whole.writeBytes(body.toByteArray());
		return whole.toByteArray();
	}

	private static void write(final ByteArrayOutputStream out, final int element, final byte[] value) {
		if (element == 0) return;
		Bytes.little16(out, 0);
		Bytes.little16(out, element);
		Bytes.little32(out, value.length);
		out.writeBytes(value);
	}

	int contextId() {
		return contextId;
	}

	boolean hasDataSet() {
		return number(CommandDataSetType).orElse(NO_DATA_SET) != NO_DATA_SET;
	}

	/** What it asks for or answers. */
	int field() {
		return number(CommandField).orElse(-1);
	}

	/** @throws UpperLayerException where the element is absent or no 16-bit number */
	int require(final int element) throws UpperLayerException {
		return number(element).orElseThrow(() -> new UpperLayerException(
			"a command set lacks the 16-bit element (0000," + String.format("%04X", element) + ")"));
	}

	OptionalInt number(final int element) {
		final byte[] value = elements.get(element);
		return value == null || value.length != 2 ? OptionalInt.empty() : OptionalInt.of(Bytes.little16(value, 0));
	}

	/** The text without padding, empty where the element is absent. */
	String text(final int element) {
		final byte[] value = elements.get(element);
		return value == null ? "" : Bytes.text(value, 0, value.length);
	}
}
