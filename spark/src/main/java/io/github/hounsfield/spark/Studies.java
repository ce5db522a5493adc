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
package io.github.hounsfield.spark;

import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program for spark-submit: arguments to a plan, a plan to a table. */
@Command(name = "Studies", sortOptions = false, mixinStandardHelpOptions = true,
	description = "Measures every CT series of many studies: one row for each, measured or failed.")
public final class Studies implements Callable<Integer> {

	@Option(names = "--studies", required = true, paramLabel = "DIR|LIST",
		description = "a folder whose folders and zips are studies, or a text file with a path on each line")
	private Path studies;

	@Option(names = "--results", required = true, paramLabel = "DIR",
		description = "where the table goes; with the same plan again, only what has no row is measured")
	private Path results;

	@Option(names = "--measure", split = ",", paramLabel = "NAME",
		description = "hu, lung-density, histogram; several with commas between. Without any other work: hu")
	private List<String> measures = List.of();

	@Option(names = "--export", paramLabel = "FORMAT",
		description = "also each series as a file: nii, nii.gz, nrrd, mha, mhd or npy")
	private String export = "";

	@Option(names = "--deidentify", description = "also copies of the files that do not name their patients")
	private boolean deidentify;

	@Option(names = "--csv", paramLabel = "FILE", description = "also the table as one CSV")
	private Path csv;

	@Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "3600",
		description = "for one series, above 0; ${DEFAULT-VALUE} where not given")
	private int timeoutSeconds;

	/** @param arguments see {@code --help} */
	public static void main(final String[] arguments) {
		System.exit(run(arguments));
	}

	/** @return 0, or 1 where the run failed, or 2 where the arguments cannot be used; failed series are rows */
	static int run(final String... arguments) {
		return new CommandLine(new Studies()).setExecutionExceptionHandler((e, line, parsed) -> {
			line.getErr().println(Sentence.of(e instanceof PlanException || e instanceof IOException ? Wording.NAMED.text(e)
				: "A fault of the program: " + e, List.of(Wording.source(e))));
			return e instanceof PlanException ? 2 : 1;
		}).execute(arguments);
	}

	@Override
	public Integer call() throws IOException {
		final List<String> wanted = measures.isEmpty() && export.isEmpty() && !deidentify ? List.of("hu") : measures;
		final Plan plan = Plan.of(studies.toAbsolutePath().normalize().toString(), wanted, export, deidentify);
		final Run run = new Run(plan, results, timeoutSeconds);
		final List<SeriesRow> rows = run.alone(new SparkConf());
		if (csv != null) CsvTable.write(csv, plan, rows);
		final long measured = rows.stream().filter(SeriesRow::isMeasured).count();
		System.out.println(rows.size() + " series: " + measured + " measured, " + (rows.size() - measured) + " failed; " +
			run.times());
		return 0;
	}
}
