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
package io.github.hounsfield.lung;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Runs scipy.ndimage and numpy on a volume: the other tool that this package is compared with. */
final class Scipy {

	/** The one of the system before another: Debian's has scipy. */
	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

	/** What each script begins with: the volume as hu[z, y, x], the spacing as s, and the steps of a mask. */
	static final String STEPS = """
		import sys, time
		import numpy as np
		import scipy.ndimage as nd
		folder, depth, height, width = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
		s = [float(v) for v in sys.argv[5:8]]
		def load(name, kind):
		    return np.fromfile(folder + '/' + name, kind).reshape(depth, height, width)
		def disc(r):
		    ny, nx = int(r / s[1]), int(r / s[2])
		    y, x = np.mgrid[-ny:ny + 1, -nx:nx + 1]
		    return (y * s[1]) ** 2 + (x * s[2]) ** 2 <= r * r * (1 + 1e-9)
		def inner(hu, threshold=-320):
		    out = np.zeros(hu.shape, bool)
		    for k in range(len(hu)):
		        air = hu[k] < threshold
		        lab, n = nd.label(air)
		        edge = np.zeros(n + 1, bool)
		        for e in (lab[0], lab[-1], lab[:, 0], lab[:, -1]):
		            edge[e] = True
		        out[k] = air & ~edge[lab]
		    return out
		def lungs(hu, minimum=50):
		    lab, n = nd.label(inner(hu))
		    ml = np.bincount(lab.ravel()) * s[0] * s[1] * s[2] / 1000
		    ml[0] = 0
		    least = minimum * min(1, depth * s[0] / 50)
		    keep = np.zeros(n + 1, bool)
		    for i in np.nonzero(ml >= least)[0]:
		        z0, z1 = (lambda q: (q[0].start, q[0].stop))(nd.find_objects(lab == i)[0])
		        core = np.stack([nd.binary_erosion(lab[k] == i, disc(3)) for k in range(z0, z1)])
		        if core.any():
		            m = np.median(np.round(hu[z0:z1][core]))
		            keep[i] = -940 < m <= -400
		    return keep[lab]
		def close(m, r):
		    p = int(r / min(s[1], s[2])) + 2
		    m = np.pad(m, p)
		    far = r * (1 + 1e-9) ** 0.5
		    dilated = nd.distance_transform_edt(~m, sampling=s[1:]) <= far
		    eroded = nd.distance_transform_edt(dilated, sampling=s[1:]) > far
		    return nd.binary_fill_holes(eroded)[p:-p, p:-p]
		def closed(labels, r):
		    out = labels.copy()
		    for k in range(len(labels)):
		        c = [close(labels[k] == i, r) if (labels[k] == i).any() else np.zeros((height, width), bool) for i in (1, 2)]
		        free = labels[k] == 0
		        out[k][free & c[0] & ~c[1]] = 1
		        out[k][free & c[1] & ~c[0]] = 2
		    return out
		""";

	private Scipy() {}

	/** Writes HU as 8-byte numbers and labels as bytes. */
	static void write(final Path folder, final String name, final double[] hu) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
		try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
			for (final double value : hu) {
				bytes.putDouble(value);
				if (bytes.hasRemaining()) continue;
				out.write(bytes.array());
				bytes.clear();
			}
			out.write(bytes.array(), 0, bytes.position());
		}
	}

	/**
	 * Runs a script behind {@link #STEPS}. Skips the test, with a message, where no Python has scipy.
	 *
	 * @return what it printed as "name value", by name
	 */
	static Map<String, Double> run(final Path folder, final PatientGrid grid, final String script) throws IOException,
		InterruptedException
	{
		final List<String> line = new ArrayList<>(List.of(python(), "-c", STEPS + script, folder.toString(), "" + grid
			.depth(), "" + grid.height(), "" + grid.width(), "" + grid.spacingZMm(), "" + grid.spacingYMm(), "" + grid
				.spacingXMm()));
		final Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
		final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IOException("Python failed: " + printed);
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String each : printed.strip().split("\n"))
			values.put(each.split(" ")[0], Double.valueOf(each.split(" ")[1]));
		return values;
	}

	private static String python() throws InterruptedException {
		for (final String python : PYTHONS)
			try {
				final Process process = new ProcessBuilder(python, "-c", "import numpy, scipy.ndimage").redirectErrorStream(true)
					.start();
				process.getInputStream().readAllBytes();
				if (process.waitFor() == 0) return python;
			}
			catch (final IOException e) {
				continue;
			}
		Assumptions.abort("no Python with numpy and scipy: install python3-scipy");
		return null;
	}
}
