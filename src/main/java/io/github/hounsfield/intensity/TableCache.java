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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.PlaneType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps tables that kernels have filled. So slices of one kind share one table. Safe for any number of threads. */
final class TableCache {

	private static final int MOST = 8;

	private record Key(PlaneKernel<?, ?> kernel, PlaneType type) {}

	private final Map<Key, Object> tables = new ConcurrentHashMap<>();

	/**
	 * @param fill whether to fill a table that is not there
	 * @return the kernel's table; null where there is none
	 */
	@SuppressWarnings("unchecked") // a key's table was made by the key's kernel
	<C> C table(final PlaneKernel<C, ?> kernel, final PlaneType type, final boolean fill) {
		final Key key = new Key(kernel, type);
		final Object known = tables.get(key);
		if (known != null || !fill) return (C) known;
		final C table = kernel.newTable(type);
		if (tables.size() >= MOST) tables.clear();
		tables.put(key, table);
		return table;
	}
}
