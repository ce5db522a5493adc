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

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** Spark as this program needs it. */
final class Contexts {

	/** Spark's messages of lower levels name files, folders and arguments. */
	private static final String LEVEL = "ERROR";

	/** Names of settings that Spark hides in its page of the environment and its log of events. */
	private static final String REDACTION = "spark.redaction.regex";
	private static final String SECRETS = "(?i)secret|password|token|access[.]?key";
	/** Settings whose values hold the arguments, or paths. */
	private static final String PATHS = "sun[.]java[.]command|spark[.]local[.]dir|spark[.]eventlog[.]dir";

	private Contexts() {}

	/**
	 * A context on the master that spark-submit names, or on all processors of this machine. The caller stops it.
	 *
	 * @param conf whose master, memory and ports are kept
	 */
	static SparkContext open(final SparkConf conf) {
		Configurator.setRootLevel(Level.ERROR);
		conf.setIfMissing("spark.master", "local[*]");
		// A study has one writer of its files.
		conf.set("spark.speculation", "false");
		conf.set("spark.log.level", LEVEL);
		conf.set("spark.executor.syncLogLevel.enabled", "true");
		conf.setIfMissing("spark.ui.enabled", "false");
		conf.set(REDACTION, conf.get(REDACTION, SECRETS) + "|" + PATHS);
		// Without a native library, which Java unpacks into a temporary file that stays where a process is killed.
		conf.setIfMissing("spark.io.compression.codec", "lzf");
		// A task that ends with an error is one whose worker was lost; the item is not to blame for the first of them.
		conf.setIfMissing("spark.task.maxFailures", "8");
		conf.setIfMissing("spark.app.name", "Hounsfield");
		return SparkContext.getOrCreate(conf);
	}
}
