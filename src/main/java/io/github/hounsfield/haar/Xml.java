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

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads the subset of XML that cascade files are written in: elements, attributes, text, comments, processing
 * instructions. A document type declaration and an entity other than XML's own five are errors. So nothing can name a
 * file or an address, and nothing can grow.
 * <p>
 * The JDK's parser does not serve. It refuses, as XML 1.0 demands (section 2.5), a comment with two hyphens inside, and
 * such a comment opens the cascades of eyes, noses and mouths that came with OpenCV 2.4. OpenCV reads them.
 */
final class Xml {

	/** The deepest cascade has nine levels of elements. */
	private static final int MAX_DEPTH = 32;

	/**
	 * An element.
	 *
	 * @param document that it stands in
	 * @param start where in the document its tag starts
	 * @param name as written
	 * @param attributes as written, between the name and the end of the start tag
	 * @param children elements directly below
	 * @param text characters directly below, without runs that are blank
	 */
	record Element(Xml document, int start, String name, String attributes, List<Element> children, StringBuilder text) {

		/** Where it starts, from 1. */
		int line() {
			return document.lineAt(start);
		}

		/** The first child of that name, or null. */
		Element child(final String childName) {
			for (final Element e : children)
				if (e.name.equals(childName)) return e;
			return null;
		}

		/** The words of the text. */
		String[] words() {
			final StringTokenizer tokens = new StringTokenizer(text.toString().trim(), " \t\n\u000b\f\r");
			final String[] words = new String[tokens.countTokens()];
			for (int k = 0; k < words.length; k++) words[k] = tokens.nextToken();
			return words;
		}
	}

	private final String in;
	private int at;

	private Xml(final String in) {
		this.in = in;
	}

	/**
	 * @param bytes the file, in an encoding that contains ASCII
	 * @return the outermost element
	 * @throws CascadeException with the line, where this is not well-formed
	 */
	static Element parse(final byte[] bytes) throws CascadeException {
		return new Xml(new String(bytes, StandardCharsets.ISO_8859_1)).document();
	}

	private Element document() throws CascadeException {
		final Element top = new Element(this, 0, "", "", new ArrayList<>(), new StringBuilder());
		final Deque<Element> open = new ArrayDeque<>(List.of(top));
		if (in.startsWith("\u00ef\u00bb\u00bf")) at = 3;
		while (at < in.length()) {
			if (in.charAt(at) != '<') addText(open);
			else if (in.startsWith("<!--", at)) skipPast("-->", "comment");
			else if (in.startsWith("<?", at)) skipPast("?>", "processing instruction");
			else if (in.startsWith("<!", at)) throw error("a document type declaration or CDATA; a cascade has none");
			else if (in.startsWith("</", at)) close(open);
			else open(open);
		}
		if (open.size() > 1) throw error("the file ends inside <" + open.peek().name + "> of line " + open.peek().line());
		if (top.children.size() != 1) throw error("found " + top.children.size() + " outermost elements; expected 1");
		return top.children.get(0);
	}

	private void addText(final Deque<Element> open) throws CascadeException {
		final int start = at;
		final String text = text();
		if (text.isBlank()) return;
		if (open.size() == 1) throw new CascadeException("line " + lineAt(start) +
			": text outside of the outermost element; is this XML?");
		open.peek().text.append(text);
	}

	private String text() throws CascadeException {
		final int end = in.indexOf('<', at);
		final String raw = advance(end < 0 ? in.length() : end);
		if (raw.indexOf('&') < 0) return raw;
		final String plain = raw.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
			.replace("&amp;", "");
		if (plain.indexOf('&') >= 0) throw error("a reference to an entity; a cascade has none");
		return raw.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
			.replace("&amp;", "&");
	}

	private void open(final Deque<Element> open) throws CascadeException {
		final int start = at;
		final int end = in.indexOf('>', at);
		if (end < 0) throw error("the file ends inside a tag");
		final String tag = advance(end + 1);
		final boolean empty = tag.endsWith("/>");
		final String inner = tag.substring(1, tag.length() - (empty ? 2 : 1)).trim();
		int nameEnd = 0;
		while (nameEnd < inner.length() && isNameCharacter(inner.charAt(nameEnd))) nameEnd++;
		if (nameEnd == 0 || inner.indexOf('<') >= 0) throw error("'" + shorten(tag) + "' is no tag");
		final Element element = new Element(this, start, inner.substring(0, nameEnd), inner.substring(nameEnd).trim(),
			new ArrayList<>(), new StringBuilder());
		open.peek().children.add(element);
		if (empty) return;
		if (open.size() > MAX_DEPTH) throw error("elements more than " + MAX_DEPTH + " deep; no cascade is");
		open.push(element);
	}

	private void close(final Deque<Element> open) throws CascadeException {
		final int end = in.indexOf('>', at);
		if (end < 0) throw error("the file ends inside a tag");
		final String tag = advance(end + 1);
		final String name = tag.substring(2, tag.length() - 1).trim();
		if (open.size() == 1 || !name.equals(open.peek().name)) throw error("'" + shorten(tag) + "' closes " +
			(open.size() == 1 ? "nothing" : "<" + open.peek().name + "> of line " + open.peek().line()));
		open.pop();
	}

	private void skipPast(final String mark, final String what) throws CascadeException {
		final int end = in.indexOf(mark, at + 2);
		if (end < 0) throw error("the file ends inside a " + what);
		advance(end + mark.length());
	}

	private String advance(final int end) {
		final String passed = in.substring(at, end);
		at = end;
		return passed;
	}

	/** The line of a place, from 1; counted when it is asked for, that is for an error. */
	private int lineAt(final int place) {
		int line = 1;
		for (int k = 0; k < place; k++)
			if (in.charAt(k) == '\n') line++;
		return line;
	}

	private static boolean isNameCharacter(final char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.:".indexOf(c) >= 0 || c >= 0x80;
	}

	/** For a message: the beginning, without what cannot be shown. */
	private static String shorten(final String s) {
		return (s.length() <= 40 ? s : s.substring(0, 40) + "...").replaceAll("[^ -~]", "?");
	}

	private CascadeException error(final String what) {
		return new CascadeException("line " + lineAt(at) + ": " + what);
	}
}
