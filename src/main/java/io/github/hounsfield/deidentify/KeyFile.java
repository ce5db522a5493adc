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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.Cleanup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The file that holds the key: 64 hexadecimal digits on one line, readable by its owner alone. With the key one can
 * find out which new identifier belongs to which old one. Without it nobody can.
 */
public final class KeyFile {

	private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
	private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
		PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
		PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

	private static final int LONGEST = 200;

	private KeyFile() {}

	/**
	 * Reads the key, or makes one where the file does not exist.
	 *
	 * @throws KeyException where the file may be read by others, or holds no key; the message never holds its content
	 * @throws OutputFailedException where it cannot be made
	 * @throws IOException where it cannot be read
	 */
	public static Secret open(final Path file) throws IOException {
		if (!Files.exists(file)) try {
			make(file);
		}
		catch (final IOException e) {
			throw new OutputFailedException(file.toString(), "the key file cannot be made:", e);
		}
		check(file);
		final byte[] bytes = Files.size(file) > LONGEST ? new byte[0] : Files.readAllBytes(file);
		final String text = new String(bytes, StandardCharsets.US_ASCII).strip();
		if (!text.matches("[0-9a-fA-F]{64}")) throw new KeyException(file + " holds no key: found " + Files.size(file) +
			" bytes; expected 64 hexadecimal digits");
		return new Secret(HexFormat.of().parseHex(text));
	}

	/** Writes the key under another name first. So a part of a key is never taken for a key. */
	private static void make(final Path file) throws IOException {
		final byte[] key = new byte[Secret.LENGTH];
		new SecureRandom().nextBytes(key);
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		Files.deleteIfExists(part);
		final FileAttribute<?>[] attributes = isPosix(part) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(
			OWNER) } : new FileAttribute<?>[0];
		try (FileChannel out = FileChannel.open(part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
			attributes))
		{
			final ByteBuffer text = ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes(
				StandardCharsets.US_ASCII));
			while (text.hasRemaining())
				out.write(text);
			out.force(true);
		}
		catch (final IOException e) {
			Cleanup.after(e, () -> Files.deleteIfExists(part));
			throw e;
		}
		try {
			Files.createLink(file, part);
			Files.delete(part);
		}
		catch (final FileAlreadyExistsException e) {
			Files.delete(part);
		}
		catch (final UnsupportedOperationException | IOException e) {
			rename(part, file);
		}
	}

	/** Where the disk knows no links. */
	private static void rename(final Path part, final Path file) throws IOException {
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			Cleanup.after(e, () -> Files.deleteIfExists(part));
			throw e;
		}
	}

	private static void check(final Path file) throws IOException {
		if (!isPosix(file)) return;
		final Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
		final Set<PosixFilePermission> others = EnumSet.copyOf(OTHERS);
		others.retainAll(permissions);
		if (!others.isEmpty()) throw new KeyException(file + " may be read or changed by others: found " +
			PosixFilePermissions.toString(permissions) + "; expected rw------- (chmod 600)");
	}

	private static boolean isPosix(final Path file) {
		final Path folder = file.toAbsolutePath().getParent();
		return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
	}

	/** A key file that is not used as it is. */
	public static final class KeyException extends IOException {

		KeyException(final String message) {
			super(message);
		}
	}
}
