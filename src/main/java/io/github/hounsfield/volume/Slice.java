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

import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.series.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What the values of one plane mean.
 *
 * @param frame where it comes from
 * @param transform from stored values to {@link #unit()}: Rescale Slope and Intercept or the Modality LUT of this
 *          frame; empty if the file has none that can be used (reported)
 * @param unit of the transformed values: "HU" for CT, otherwise Rescale Type, Units, Modality LUT Type or Dose Units as
 *          the file has them; empty where it does not say
 * @param padding which stored values are padding, as the file says
 * @param windows all suggestions of the file in its order, windows before lookup tables
 */
public record Slice(Frame frame, Optional<ModalityTransform> transform, String unit, Padding padding,
	List<NamedVoi> windows)
{

	public Slice {
		windows = List.copyOf(windows);
	}
}
