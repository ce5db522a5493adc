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
package io.github.hounsfield.volume;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The source of a volume's planes. Safe for several threads. */
interface PlaneSource extends AutoCloseable {

	PlaneType type();

	public int size();

	public boolean isVirtual();

	/** @return a plane; an index gives the same array as long as anybody holds it */
	Plane get(int index) throws IOException;

	@Override
	default void close() throws IOException {}

	/** Planes in memory. */
	record Loaded(PlaneType type, Plane[] planes) implements PlaneSource {

		@Override
		public int size() {
			return planes.length;
		}

		@Override
		public boolean isVirtual() {
			return false;
		}

		@Override
		public Plane get(final int index) {
			return planes[index];
		}
	}

	/** Makes a plane. */
	@FunctionalInterface
	interface Maker {

		/** @return a new plane */
		Plane make(int index) throws IOException;
	}

	/** Planes that are read or computed on demand, and kept while memory suffices. */
	final class Virtual implements PlaneSource {

		private final PlaneType type;
		private final Maker maker;
		private final Closeable resource;
		/** Keeps arrays, for a plane may be forgotten while somebody holds its array. */
		private final AtomicReferenceArray<SoftReference<Object>> cache;

		/** @param resource closed with this */
		Virtual(final PlaneType type, final int size, final Maker maker, final Closeable resource) {
			this.type = type;
			this.maker = maker;
			this.resource = resource;
			this.cache = new AtomicReferenceArray<>(size);
		}

		@Override
		public PlaneType type() {
			return type;
		}

		@Override
		public int size() {
			return cache.length();
		}

		@Override
		public boolean isVirtual() {
			return true;
		}

		@Override
		public Plane get(final int index) throws IOException {
			final SoftReference<Object> before = cache.get(index);
			final Object kept = before == null ? null : before.get();
			if (kept != null) return Plane.of(type, kept);
			final Plane plane = maker.make(index);
			cache.set(index, new SoftReference<>(plane.array()));
			return plane;
		}

		@Override
		public void close() throws IOException {
			resource.close();
		}
	}
}
