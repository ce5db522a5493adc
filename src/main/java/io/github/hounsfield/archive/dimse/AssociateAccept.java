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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A-ASSOCIATE-AC (PS3.8 section 9.3.3).
 *
 * @param contexts those that were accepted, each with its one transfer syntax
 * @param scpRoles SOP classes for which the requestor may be SCP (PS3.7 section D.3.3.4)
 * @param maximumLength longest P-DATA-TF that the acceptor takes, bytes; 0: any
 */
record AssociateAccept(List<PresentationContext> contexts, Set<String> scpRoles, long maximumLength) {

	private static final int ACCEPTED = 0;

	/**
	 * Reads the unit without its header.
	 *
	 * @throws UpperLayerException where it accepts what was not proposed, or breaks PS3.8 section 9.3.3
	 */
	static AssociateAccept parse(final byte[] bytes, final int length, final AssociateRequest request)
		throws UpperLayerException
	{
		if (length < AssociateRequest.FIXED) throw new UpperLayerException("A-ASSOCIATE-AC has " + length +
			" bytes; expected at least " + AssociateRequest.FIXED);
		final Map<Integer, PresentationContext> proposed = new HashMap<>();
		for (final PresentationContext context : request.contexts())
			proposed.put(context.id(), context);
		final List<PresentationContext> accepted = new ArrayList<>();
		final Set<String> roles = new HashSet<>();
		long maximum = 0;
		final Items items = new Items(bytes, AssociateRequest.FIXED, length);
		while (items.next()) {
			if (items.type() == Items.CONTEXT_AC && items.byteAt(2) == ACCEPTED) {
				// A second answer to one proposal would let the archive choose between two.
				final PresentationContext mine = proposed.remove(items.byteAt(0));
				if (mine == null) throw new UpperLayerException("A-ASSOCIATE-AC accepts presentation context " + items.byteAt(
					0) + ", which was not proposed, or is accepted twice");
				accepted.add(new PresentationContext(mine.id(), mine.abstractSyntax(), List.of(syntax(items, mine))));
			}
			if (items.type() != Items.USER_INFORMATION) continue;
			final Items user = items.inside(0);
			while (user.next()) {
				if (user.type() == Items.MAXIMUM_LENGTH) maximum = user.int32At(0);
				if (user.type() == Items.ROLE_SELECTION) {
					final int uidLength = user.int16At(0);
					if (user.byteAt(2 + uidLength + 1) == 1) roles.add(user.text(2, uidLength));
				}
			}
		}
		return new AssociateAccept(accepted, roles, maximum);
	}

	private static String syntax(final Items item, final PresentationContext mine) throws UpperLayerException {
		final Items inner = item.inside(4);
		while (inner.next())
			if (inner.type() == Items.TRANSFER_SYNTAX) {
				if (mine.transferSyntaxes().contains(inner.text())) return inner.text();
				throw new UpperLayerException("presentation context " + mine.id() +
					" was accepted with a transfer syntax that was not proposed");
			}
		throw new UpperLayerException("presentation context " + mine.id() + " was accepted without a transfer syntax");
	}

	/** The unit without its header: what the listener of a C-MOVE answers. */
	byte[] encode(final AssociateRequest request) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		AssociateRequest.writeFixed(out, AssociateRequest.title(request.called()), AssociateRequest.title(request
			.calling()));
		Items.write(out, Items.APPLICATION_CONTEXT, AssociateRequest.APPLICATION_CONTEXT);
		final Map<Integer, PresentationContext> byId = new HashMap<>();
		for (final PresentationContext context : contexts)
			byId.put(context.id(), context);
		for (final PresentationContext asked : request.contexts()) {
			final PresentationContext mine = byId.get(asked.id());
			final ByteArrayOutputStream item = new ByteArrayOutputStream();
			item.write(asked.id());
			item.write(0);
			// 3: abstract syntax not supported (PS3.8 table 9-18).
			item.write(mine == null ? 3 : ACCEPTED);
			item.write(0);
			Items.write(item, Items.TRANSFER_SYNTAX, mine == null ? asked.transferSyntaxes().get(0) : mine.transferSyntax());
			Items.write(out, Items.CONTEXT_AC, item.toByteArray());
		}
		final ByteArrayOutputStream user = new ByteArrayOutputStream();
		AssociateRequest.writeUser(user, maximumLength);
		Items.write(out, Items.USER_INFORMATION, user.toByteArray());
		return out.toByteArray();
	}
}
