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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 section 9.3.2).
 *
 * @param called AE title of the archive
 * @param calling AE title of this side
 * @param contexts 1 to 128 proposals
 * @param scpRoles SOP classes for which the requestor wants to be SCP alone (PS3.7 section D.3.3.4)
 * @param maximumLength longest P-DATA-TF that the requestor takes, bytes; 0: any (PS3.8 section D.1)
 * @param identity the value of a User Identity item (PS3.7 section D.3.3.7), empty where there is none; a secret
 */
record AssociateRequest(String called, String calling, List<PresentationContext> contexts,
	Collection<String> scpRoles, long maximumLength, byte[] identity)
{

	/** The DICOM application context (PS3.7 section A.2.1). */
	static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

	/** Of this software, derived from a UUID (PS3.5 section B.2). */
	static final String IMPLEMENTATION_CLASS = "2.25.273439392477514588002431049914582470768";

	/** At most 16 characters (PS3.7 section D.3.3.2). */
	static final String IMPLEMENTATION_VERSION = "HOUNSFIELD";

	/** Bytes before the first item. */
	static final int FIXED = 68;

	private static final int USER_IDENTITY = 0x58;

	AssociateRequest {
		contexts = List.copyOf(contexts);
		if (contexts.isEmpty() || contexts.size() > 128) throw new IllegalArgumentException(contexts.size() +
			" presentation contexts; expected 1 to 128");
	}

	/** The unit without its header. */
	byte[] encode() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		writeFixed(out, title(called), title(calling));
		Items.write(out, Items.APPLICATION_CONTEXT, APPLICATION_CONTEXT);
		for (final PresentationContext context : contexts)
			Items.write(out, Items.CONTEXT_RQ, encode(context));
		final ByteArrayOutputStream user = new ByteArrayOutputStream();
		writeUser(user, maximumLength);
		for (final String uid : scpRoles) {
			final ByteArrayOutputStream role = new ByteArrayOutputStream();
			Bytes.int16(role, uid.length());
			role.writeBytes(Bytes.ascii(uid));
			role.write(0);
			role.write(1);
			Items.write(user, Items.ROLE_SELECTION, role.toByteArray());
		}
		if (identity.length > 0) Items.write(user, USER_IDENTITY, identity);
		Items.write(out, Items.USER_INFORMATION, user.toByteArray());
		return out.toByteArray();
	}

	/** Protocol version, titles and reserved bytes, as in both kinds of unit. */
	static void writeFixed(final ByteArrayOutputStream out, final byte[] called, final byte[] calling) {
		Bytes.int16(out, 1);
		Bytes.int16(out, 0);
		out.writeBytes(called);
		out.writeBytes(calling);
		out.writeBytes(new byte[32]);
	}

	/** Maximum length and what software this is. */
	static void writeUser(final ByteArrayOutputStream out, final long maximumLength) {
		final ByteArrayOutputStream maximum = new ByteArrayOutputStream();
		Bytes.int32(maximum, (int) maximumLength);
		Items.write(out, Items.MAXIMUM_LENGTH, maximum.toByteArray());
		Items.write(out, Items.IMPLEMENTATION_CLASS, IMPLEMENTATION_CLASS);
		Items.write(out, Items.IMPLEMENTATION_VERSION, IMPLEMENTATION_VERSION);
	}

	private static byte[] encode(final PresentationContext context) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(context.id());
		out.writeBytes(new byte[3]);
		Items.write(out, Items.ABSTRACT_SYNTAX, context.abstractSyntax());
		for (final String syntax : context.transferSyntaxes())
			Items.write(out, Items.TRANSFER_SYNTAX, syntax);
		return out.toByteArray();
	}

	/** 16 bytes, filled up with spaces. */
	static byte[] title(final String title) {
		return Bytes.ascii(String.format("%-16s", title));
	}

	/** Type 2: user and password; type 5: a JSON web token (PS3.7 section D.3.3.7.1). No answer is asked for. */
	static byte[] identity(final String user, final String secret) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final byte[] first = (user == null ? secret : user).getBytes(StandardCharsets.UTF_8);
		final byte[] second = user == null ? new byte[0] : secret.getBytes(StandardCharsets.UTF_8);
		out.write(user == null ? 5 : 2);
		out.write(0);
		Bytes.int16(out, first.length);
		out.writeBytes(first);
		Bytes.int16(out, second.length);
		out.writeBytes(second);
		return out.toByteArray();
	}

	/** Reads the unit without its header, as the listener of a C-MOVE gets it. */
	static AssociateRequest parse(final byte[] bytes, final int length) throws UpperLayerException {
		if (length < FIXED) throw new UpperLayerException("A-ASSOCIATE-RQ has " + length + " bytes; expected at least " +
			FIXED);
		final List<PresentationContext> contexts = new ArrayList<>();
		long maximum = 0;
		final Items items = new Items(bytes, FIXED, length);
		while (items.next()) {
			if (items.type() == Items.CONTEXT_RQ && contexts.size() < 128) contexts.add(context(items));
			if (items.type() != Items.USER_INFORMATION) continue;
			final Items user = items.inside(0);
			while (user.next())
				if (user.type() == Items.MAXIMUM_LENGTH) maximum = user.int32At(0);
		}
		if (contexts.isEmpty()) throw new UpperLayerException("A-ASSOCIATE-RQ proposes no presentation context");
		return new AssociateRequest(Bytes.text(bytes, 4, 16), Bytes.text(bytes, 20, 16), contexts, List.of(), maximum,
			new byte[0]);
	}

	private static PresentationContext context(final Items item) throws UpperLayerException {
		final int id = item.byteAt(0);
		if (id % 2 == 0) throw new UpperLayerException("a presentation context has the ID " + id + "; expected an odd one");
		String abstractSyntax = "";
		final List<String> transferSyntaxes = new ArrayList<>();
		final Items inner = item.inside(4);
		while (inner.next()) {
			if (inner.type() == Items.ABSTRACT_SYNTAX) abstractSyntax = inner.text();
			if (inner.type() == Items.TRANSFER_SYNTAX) transferSyntaxes.add(inner.text());
		}
		if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) throw new UpperLayerException(
			"presentation context " + id + " names no SOP class or no transfer syntax");
		return new PresentationContext(id, abstractSyntax, transferSyntaxes);
	}

	@Override
	public String toString() {
		return "A-ASSOCIATE-RQ of " + contexts.size() + " contexts";
	}
}
