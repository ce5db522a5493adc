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
package io.github.hounsfield.host;

import java.io.File;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** File names as people write them in macros and dialogs. */
public final class FileNames {

	private FileNames() {}

	/** The file of a text: without the spaces around it, unless a file of just this name, spaces included, is there. */
	public static File of(final String text) {
		final File exact = new File(text);
		return !text.isBlank() && exact.exists() ? exact : new File(text.trim());
	}

	/**
	 * Why an existing file may not be found, and what to write instead.
	 *
	 * @return what to append to a message, beginning with a semicolon; empty where there is nothing to say
	 */
	public static String hint(final File file) {
		return hint(file.getPath(), Charset.forName(System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name())));
	}

	/** @param names the character set that the virtual machine has for file names, by its locale */
	static String hint(final String path, final Charset names) {
		if (path.indexOf('\uFFFD') >= 0 || !names.newEncoder().canEncode(path)) return "; the locale of this Java has " +
			names + " for file names, which cannot spell this one: start ImageJ with LC_ALL=C.UTF-8, or give a folder above " +
			"it, and search its subfolders";
		final String meant = asUtf8(path);
		if (!meant.equals(path) && new File(meant).exists()) return "; there is '" + meant +
			"': ImageJ reads the file of a macro as ISO-8859-1, and this one is UTF-8; save it as ISO-8859-1, or give " +
			"the path as the macro's argument";
		final String name = new File(path).getName();
		if (name.isEmpty()) return "";
		final List<String> alike = new ArrayList<>();
		final String[] siblings = new File(path).getAbsoluteFile().getParentFile().list();
		for (final String sibling : siblings == null ? new String[0] : siblings)
			if (!sibling.equals(name) && sibling.trim().equals(name.trim())) alike.add("'" + sibling +
				"'");
		return alike.isEmpty() ? "" : "; there is " + String.join(", ", alike) + ", with spaces around its name; write " +
			"the whole path within brackets or quotes, as in [/folder/name ]";
	}

	/** The text of which these are the bytes, each taken for a letter; the text itself where they are no UTF-8. */
	private static String asUtf8(final String latin1) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(
				latin1))).toString();
		}
		catch (final CharacterCodingException e) {
			return latin1;
		}
	}
}
