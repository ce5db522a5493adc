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
/**
 * Volumes, HU, windows and faces as ImageJ knows them: ImagePlus and back, calibration, headers as text, ROIs, plots, the
 * series chooser. All that knows both ImageJ and the domain is here; nothing here knows menus or macros.
 * May import {@code volume}, {@code series}, {@code intensity}, {@code haar}, {@code pixel}, {@code dicom}, {@code ij},
 * {@code net.imglib2} and the JDK.
 *
 * <pre>{@code
 * SeriesListing listing = SeriesOpener.DEFAULT.scan(List.of(folder));
 * ImagePlus ct = SeriesOpener.DEFAULT.open(listing.series().get(0)).image();
 * ImagePlus hu = new HuConversion(HuConversion.Output.FLOAT, PaddingMode.AIR, Optional.empty(), false).convert(ct,
 * 	workers);
 * ImagePlus lung = new ImageWindowing(hu).toBytes(slice -> WindowPreset.LUNG.window(), workers);
 * HuPlot.of(hu, workers).plot().show();
 * }</pre>
 */
package io.github.hounsfield.imagej;
