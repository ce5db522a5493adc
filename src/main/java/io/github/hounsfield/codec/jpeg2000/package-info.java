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
 * JPEG 2000 Part 1 (ITU-T T.800, ISO/IEC 15444-1) and High-Throughput JPEG 2000 (T.814, 15444-15): one codestream to
 * samples. The way of the bytes: {@code Codestream} reads markers and finds the tile-parts,
 * {@code PacketReader} hands each code-block its bytes, {@code BlockDecoder} or {@code HtBlockDecoder} turns them into
 * wavelet coefficients, {@code InverseWavelet53} or {@code InverseWavelet97} turns those into samples, and
 * {@code SampleWriter} undoes the colour transform. May import {@code codec} and
 * {@code work}.
 * <p>
 * Why it is our own: no kept Java library decodes HTJ2K. The one that decodes Part 1, jai-imageio-jpeg2000 1.4.0,
 * refuses HTJ2K ("not JPEG 2000 - Part I compliant") and took 1.6 times as long as OpenJPEG 2.5.0 for a reversible
 * 512 x 512 CT slice of 16 bits and 1.7 times for an irreversible one, where this package took 1.2 times in the same
 * run on one core; an HTJ2K slice takes 1.3 times as long as with OpenJPEG. Nearly all of the time for Part 1 goes into
 * the three coding passes, two thirds of it into significance and refinement; for HTJ2K a third goes into magnitudes, a
 * fifth into VLC codes, a fifth into the wavelet.
 *
 * <pre>{@code
 * FrameDecoder decoder = new Jpeg2000Decoder();
 * FrameFormat format = decoder.readFormat(bytes, 0, bytes.length);
 * short[] samples = new short[(int) format.samples()];
 * decoder.decode(bytes, 0, bytes.length, format.width(), format.height(), format.components(), samples, 0);
 * }</pre>
 */
package io.github.hounsfield.codec.jpeg2000;
