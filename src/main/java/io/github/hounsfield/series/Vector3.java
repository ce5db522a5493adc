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
package io.github.hounsfield.series;

/**
 * Three numbers along the patient's axes of PS3.3 section C.7.6.2.1.1: x to the left hand side, y to the back, z to the
 * head (LPS). In mm for a position or a displacement, without unit for direction cosines.
 */
public record Vector3(double x, double y, double z) {

	public static final Vector3 ZERO = new Vector3(0, 0, 0);

	public Vector3 plus(final Vector3 other) {
		return new Vector3(x + other.x, y + other.y, z + other.z);
	}

	public Vector3 minus(final Vector3 other) {
		return new Vector3(x - other.x, y - other.y, z - other.z);
	}

	public Vector3 times(final double factor) {
		return new Vector3(x * factor, y * factor, z * factor);
	}

	public double dot(final Vector3 other) {
		return x * other.x + y * other.y + z * other.z;
	}

	public Vector3 cross(final Vector3 other) {
		return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	public double length() {
		return Math.sqrt(dot(this));
	}

	/** @return the vector with a length of 1; NaN if the length is 0 */
	public Vector3 normalized() {
		return times(1 / length());
	}

	/** Angle to another vector in radians, 0 to pi; exact also where it is small. */
	public double angleTo(final Vector3 other) {
		return Math.atan2(cross(other).length(), dot(other));
	}

	/** As a record's own, without what a JVM sets up for that. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof Vector3 v && Double.compare(x, v.x) == 0 && Double.compare(y, v.y) == 0 && Double.compare(z,
			v.z) == 0;
	}

	@Override
	public int hashCode() {
		return (Double.hashCode(x) * 31 + Double.hashCode(y)) * 31 + Double.hashCode(z);
	}

	/** As an array x, y, z of its own. */
	public double[] toArray() {
		return new double[] { x, y, z };
	}
}
