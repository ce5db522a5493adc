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
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Turns inputs into results on the executors. They begin in the order of the inputs, and results are heard as they
 * come. Small inputs share a task, for a task of Spark costs more time than a small series.
 */
final class Jobs {

	/** Least tasks for each core if inputs share tasks, so that no core waits long at the end. */
	private static final int TASKS_A_CORE = 8;
	/** Of the inputs that share a task. */
	private static final long MOST_BYTES = 8 << 20;

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
	 * @param work never throws
	 * @param bytes how large an input is
	 * @param results hears each input's result once, one at a time
	 * @param lost the result of an input whose workers were lost again and again, also with no other task beside it
	 * @throws IOException where a result cannot be kept, or Spark has ended
	 */
	<T, R extends Serializable> void run(final List<T> inputs, final GroupTask.Work<T, R> work,
		final ToLongFunction<T> bytes, final Sink<R> results, final Function<T, R> lost) throws IOException
	{
		final boolean[] done = new boolean[inputs.size()];
		if (run(inputs, groups(inputs, bytes), work, results, done)) return;
		for (int i = 0; i < done.length; i++)
			if (!done[i] && !run(inputs, List.of(List.of(i)), work, results, done)) results.accept(i, lost.apply(inputs.get(
				i)));
	}

	/** Indices of the inputs of each task. */
	private <T> List<List<Integer>> groups(final List<T> inputs, final ToLongFunction<T> bytes) {
		final int most = Math.max(1, inputs.size() / (TASKS_A_CORE * Math.max(1, spark.defaultParallelism())));
		final List<List<Integer>> groups = new ArrayList<>();
		long sum = 0;
		for (int i = 0; i < inputs.size(); i++) {
			final long size = bytes.applyAsLong(inputs.get(i));
			if (groups.isEmpty() || sum + size > MOST_BYTES || groups.get(groups.size() - 1).size() >= most) {
				groups.add(new ArrayList<>());
				sum = 0;
			}
			groups.get(groups.size() - 1).add(i);
			sum += size;
		}
		return groups;
	}

	/** @return whether all have a result; if not, workers were lost too often */
	private <T, R extends Serializable> boolean run(final List<T> inputs, final List<List<Integer>> groups,
		final GroupTask.Work<T, R> work, final Sink<R> results, final boolean[] done) throws IOException
	{
		if (groups.isEmpty()) return true;
		final List<ArrayList<T>> partitions = new ArrayList<>();
		for (final List<Integer> group : groups)
			partitions.add(new ArrayList<>(group.stream().map(inputs::get).toList()));
		final RDD<ArrayList<T>> rdd = spark.parallelize(partitions, partitions.size()).rdd();
		final IOException[] failure = new IOException[1];
		final AbstractFunction2<Object, ArrayList<R>, BoxedUnit> handler = new AbstractFunction2<>() {

			@Override
			public BoxedUnit apply(final Object partition, final ArrayList<R> answers) {
				final List<Integer> group = groups.get((Integer) partition);
				for (int i = 0; i < group.size() && failure[0] == null; i++)
					accept(group.get(i), answers.get(i));
				return BoxedUnit.UNIT;
			}

			private void accept(final int index, final R result) {
				try {
					results.accept(index, result);
					done[index] = true;
				}
				catch (final IOException e) {
					failure[0] = e;
				}
			}
		};
		final Object[] numbers = new Object[groups.size()];
		Arrays.setAll(numbers, i -> i);
		try {
			spark.sc().runJob(rdd, new GroupTask<>(work), CollectionConverters.asScala(Arrays.asList(numbers)).toSeq(), handler,
				ClassTag$.MODULE$.<ArrayList<R>> apply(ArrayList.class));
		}
		catch (final Exception e) {
			// Scala's methods throw what they do not declare
			if (failure[0] != null) throw failure[0];
			if (spark.sc().isStopped()) throw new IOException("Spark has ended (" + e.getClass().getSimpleName() +
				"); start again with the same folder of results, and it goes on where it stopped", e);
			if (!(e instanceof SparkException)) throw e;
			return false;
		}
		if (failure[0] != null) throw failure[0];
		return true;
	}
}
