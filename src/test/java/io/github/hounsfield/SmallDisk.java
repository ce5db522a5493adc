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
package io.github.hounsfield;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program with a small disk of its own, which is gone with it: for full disks and those that cannot be written. Needs
 * Linux, {@code unshare} and the right to mount; without, the test is skipped.
 */
public final class SmallDisk {

	private SmallDisk() {}

	/**
	 * @param disk an empty folder, at which the program sees the disk
	 * @param options of a tmpfs, such as {@code size=1m}
	 * @param before what the shell does first, such as {@code "mount -o remount,ro tmpfs \"$0\" && "}; the disk is $0
	 * @param command of the program
	 * @return its lines, and at the end {@code left: } with all files that are left on the disk
	 */
	public static List<String> run(final Path disk, final String options, final String before,
		final List<String> command) throws IOException, InterruptedException
	{
		Assumptions.assumeTrue(canMount(disk), "no disk of its own here (unshare -rm, mount): this is not tested");
		final List<String> all = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o " + options +
			" tmpfs \"$0\" && " + before + "\"$@\"; echo left: $(cd \"$0\" && find . -mindepth 1)", disk.toString()));
		all.addAll(command);
		final Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
		final List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.map(String::stripTrailing).map(line -> line.equals("left:") ? "left: " : line).toList();
		assertTrue(process.waitFor(300, TimeUnit.SECONDS));
		return lines;
	}

	private static boolean canMount(final Path disk) throws InterruptedException {
		try {
			final Process process = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString())
				.redirectErrorStream(true).start();
			process.getInputStream().readAllBytes();
			return process.waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}
}
