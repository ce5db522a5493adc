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
package io.github.hounsfield.archive;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The named archives in the user's file. It holds where logins are, never a login. Not for several threads at once. */
public final class NamedArchives {

	/** System property that names another file. */
	public static final String PROPERTY = "hounsfield.archives";

	/** Each entry has it. */
	private static final String ADDRESS = ".address";

	private final Path file;

	NamedArchives(final Path file) {
		this.file = file;
	}

	/** The user's file: {@code .hounsfield/archives.properties} in the home folder. */
	public static NamedArchives ofUser() {
		final String other = System.getProperty(PROPERTY, "");
		return new NamedArchives(other.isEmpty() ? Path.of(System.getProperty("user.home"), ".hounsfield",
			"archives.properties") : Path.of(other));
	}

	/**
	 * @return all entries by name; none where there is no file
	 * @throws ArchiveException where the file has an entry that cannot be read; names it
	 */
	public List<ArchiveEntry> all() throws IOException {
		final Properties values = read();
		final List<ArchiveEntry> all = new ArrayList<>();
		for (final String key : new TreeSet<>(values.stringPropertyNames()))
			if (key.endsWith(ADDRESS)) all.add(entry(key.substring(0, key.length() - ADDRESS.length()), values));
		return all;
	}

	/**
	 * @param text a name of an entry, in upper or lower case, or an address
	 * @throws ArchiveException where it is neither
	 */
	public ArchiveEntry find(final String text) throws IOException {
		final String wanted = text.trim();
		if (wanted.isEmpty()) throw new ArchiveException(ArchiveException.Reason.INPUT,
			"archive is missing; expected the name of an entry, https://host/dicom-web or dicom://CALLED_AE@host:port.").helped(
				ArchiveException.Help.ENTRY);
		final List<ArchiveEntry> all = all();
		for (final ArchiveEntry entry : all)
			if (entry.name().equalsIgnoreCase(wanted)) return entry;
		final ArchiveAddress address = ArchiveAddress.parse(wanted);
		for (final ArchiveEntry entry : all)
			if (entry.address().equals(address)) return entry;
		return ArchiveEntry.of(address);
	}

	private static ArchiveEntry entry(final String name, final Properties values) throws IOException {
		final ArchiveAddress address = ArchiveAddress.parse(values.getProperty(name + ADDRESS));
		return new ArchiveEntry(name, address, path(values, name + ".login"), path(values, name + ".ca"), path(values, name +
			".certificate"), path(values, name + ".password"), ArchiveAddress.aeTitle("own AE title of '" + name + "'", values
				.getProperty(name + ".aet", ArchiveEntry.AE_TITLE)), values.getProperty(name + ".listen", ""), port(name, values
					.getProperty(name + ".port", "0")), Boolean.parseBoolean(values.getProperty(name + ".tls")), Boolean
						.parseBoolean(values.getProperty(name + ".plainlogin")));
	}

	private static int port(final String name, final String text) throws ArchiveException {
		if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) return Integer.parseInt(text);
		throw new ArchiveException(ArchiveException.Reason.INPUT, "The own port of '" + name + "' is '" + text +
			"'; expected 0 (none) to 65535.");
	}

	private static Optional<Path> path(final Properties values, final String key) {
		final String text = values.getProperty(key, "").trim();
		return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
	}

	/** Replaces all entries by these. */
	public void save(final List<ArchiveEntry> entries) throws IOException {
		final Properties values = new Properties();
		for (final ArchiveEntry entry : entries) {
			final String name = checkedName(entry.name());
			if (values.setProperty(name + ADDRESS, entry.address().toString()) != null) throw new ArchiveException(
				ArchiveException.Reason.INPUT, "Two archives are called '" + name + "'; expected names that differ.");
			put(values, name + ".login", entry.loginFile());
			put(values, name + ".ca", entry.caFile());
			put(values, name + ".certificate", entry.clientCertificate());
			put(values, name + ".password", entry.clientPasswordFile());
			values.setProperty(name + ".aet", entry.ownAeTitle());
			values.setProperty(name + ".listen", entry.listenHost());
			values.setProperty(name + ".port", Integer.toString(entry.listenPort()));
			values.setProperty(name + ".tls", Boolean.toString(entry.tls()));
			values.setProperty(name + ".plainlogin", Boolean.toString(entry.plainLogin()));
		}
		Files.createDirectories(file.toAbsolutePath().getParent());
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			values.store(out, "DICOM archives");
		}
	}

	/** @throws ArchiveException if a name looks like an address, or is blank */
	public static String checkedName(final String name) throws ArchiveException {
		final String trimmed = name.trim();
		if (!trimmed.isEmpty() && trimmed.length() <= 64 && !trimmed.toLowerCase(Locale.ROOT).contains("://")) return trimmed;
		throw new ArchiveException(ArchiveException.Reason.INPUT, "An archive's name has " + trimmed.length() +
			" characters or is an address; expected 1 to 64 characters without '://'.");
	}

	private static void put(final Properties values, final String key, final Optional<Path> path) {
		path.ifPresent(one -> values.setProperty(key, one.toString()));
	}

	private Properties read() throws IOException {
		final Properties values = new Properties();
		if (!Files.exists(file)) return values;
		try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			values.load(in);
		}
		catch (final IllegalArgumentException e) {
			throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": is no file of archives' names. Rename it, and " +
				"name the archives again.").helped(ArchiveException.Help.ENTRY);
		}
		return values;
	}
}
