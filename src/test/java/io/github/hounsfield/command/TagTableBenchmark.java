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
package io.github.hounsfield.command;

import com.sun.management.OperatingSystemMXBean;
import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;

/**
 * Processor seconds of DICOM Tag Table beside List DICOM Series for 5,000 files in 50 series, by turns in one JVM:
 * prints the median of each and its ratio to the list's.
 */
public final class TagTableBenchmark {

	private static final int ROUNDS = 9;

	private TagTableBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		try (ScratchFolder scratch = new ScratchFolder("tag-table"); Context context = new Context()) {
			for (int series = 0; series < 50; series++)
				new CtSeriesWriter(16, 100, 25, 2, 5, 100 + series).write(scratch.path().resolve("s" + series));
			final CommandService commands = context.service(CommandService.class);
			final Path csv = scratch.path().resolveSibling(scratch.path().getFileName() + ".csv");
			final Map<String, List<Double>> seconds = new LinkedHashMap<>();
			for (int round = 0; round < ROUNDS; round++) {
				add(seconds, "list", commands, ListDicomSeries.class, "path", scratch.path().toFile(), "overwrite", true,
					"save", csv.toFile());
				add(seconds, "list, anonymize", commands, ListDicomSeries.class, "path", scratch.path().toFile(),
					"overwrite", true, "save", csv.toFile(), "anonymize", true);
				for (final String level : List.of("series", "file"))
					for (final boolean anonymize : new boolean[] { false, true })
						add(seconds, "tags, level=" + level + (anonymize ? ", anonymize" : ""), commands, DicomTagTable.class, "path",
							scratch.path().toFile(), "overwrite", true, "save", csv.toFile(), "level", level, "anonymize", anonymize);
			}
			Files.deleteIfExists(csv);
			final double list = median(seconds.get("list"));
			seconds.forEach((what, all) -> System.out.printf("%s: %.2f s, %.2f of list%n", what, median(all),
				median(all) / list));
		}
	}

	private static void add(final Map<String, List<Double>> seconds, final String what, final CommandService commands,
		final Class<? extends Command> command, final Object... inputs) throws Exception
	{
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		final long start = system.getProcessCpuTime();
		final String reason = commands.run(command, true, inputs).get().getCancelReason();
		if (reason != null) throw new IllegalStateException(reason);
		seconds.computeIfAbsent(what, w -> new ArrayList<>()).add((system.getProcessCpuTime() - start) / 1e9);
	}

	private static double median(final List<Double> values) {
		final List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get(sorted.size() / 2);
	}
}
