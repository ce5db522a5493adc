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

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Tasks of one input each, begun in the order of the inputs, whose results are heard as they come. */
final class Jobs {

	private final JavaSparkContext spark;

	Jobs(final SparkContext spark) {
		this.spark = new JavaSparkContext(spark);
	}

	/** Hears what became of the input with this index. */
	@FunctionalInterface
	interface Sink<R> {

		void accept(int index, R result) throws IOException;
	}

	/**
	 * @param task never throws
	 * @param results hears each input's result once, one at a time
	 * @param lost what an input's result is when its workers were lost again and again, also with no other task beside it
	 * @throws IOException where a result cannot be kept, or Spark has ended
	 */
	<T, R extends Serializable> void run(final List<T> inputs, final AbstractFunction2<TaskContext, Iterator<T>, R> task,
		final Sink<R> results, final java.util.function.Function<T, R> lost) throws IOException
	{
		if (inputs.isEmpty()) return;
		final boolean[] done = new boolean[inputs.size()];
		final List<Integer> all = new ArrayList<>();
		for (int i = 0; i < done.length; i++)
			all.add(i);
		if (run(inputs, all, task, results, done)) return;
		for (int i = 0; i < done.length; i++)
			if (!done[i] && !run(inputs, List.of(i), task, results, done)) results.accept(i, lost.apply(inputs.get(i)));
	}

	/** @return whether all have a result; otherwise workers were lost too often */
	private <T, R extends Serializable> boolean run(final List<T> inputs, final List<Integer> indices,
		final AbstractFunction2<TaskContext, Iterator<T>, R> task, final Sink<R> results, final boolean[] done)
		throws IOException
	{
		final RDD<T> rdd = spark.parallelize(indices.stream().map(inputs::get).toList(), indices.size()).rdd();
		final IOException[] failure = new IOException[1];
		final AbstractFunction2<Object, R, BoxedUnit> handler = new AbstractFunction2<>() {

			@Override
			public BoxedUnit apply(final Object partition, final R result) {
				final int index = indices.get((Integer) partition);
				try {
					if (failure[0] == null) results.accept(index, result);
					done[index] = true;
				}
				catch (final IOException e) {
					failure[0] = e;
				}
				return BoxedUnit.UNIT;
			}
		};
		final Object[] partitions = new Object[indices.size()];
		Arrays.setAll(partitions, i -> i);
		try {
			spark.sc().runJob(rdd, task, CollectionConverters.asScala(Arrays.asList(partitions)).toSeq(), handler,
				ClassTag$.MODULE$
				.<R> apply(Serializable.class));
		}
		catch (final Exception e) {
			// Scala's methods throw what they do not declare
			if (failure[0] != null) throw failure[0];
			if (spark.sc().isStopped()) throw new IOException("Spark has ended (" + e.getClass().getSimpleName() +
				"); start again with the same folder of results, and it goes on where it stopped", e);
			if (!(e instanceof org.apache.spark.SparkException)) throw e;
			return false;
		}
		if (failure[0] != null) throw failure[0];
		return true;
	}
}
