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
 * JPEG codestreams of ITU-T T.81 (ISO/IEC 10918-1) to samples: the DCT processes (baseline, extended sequential and
 * progressive, 8 and 12 bit) and the lossless process 14 with all seven predictors (2 to 16 bit), Huffman coded.
 * Arithmetic coding and the hierarchical mode are refused by name. One class is public, the others are its parts:
 * {@code Codestream} walks the marker segments, {@code EntropyReader} and {@code HuffmanTable} read the bits,
 * {@code SequentialFrame}, {@code ProgressiveFrame} and {@code LosslessFrame} are the three coding processes, and
 * {@code InverseDct}, {@code Predictor} and {@code Upsampling} the arithmetic.
 * May import the JDK and {@code io.github.hounsfield.codec} only.
 *
 * <pre>{@code
 * FrameDecoder decoder = new JpegDecoder();
 * FrameFormat format = decoder.readFormat(bytes, 0, bytes.length);
 * short[] samples = new short[(int) format.samples()];
 * decoder.decode(bytes, 0, bytes.length, format.width(), format.height(), format.components(), samples, 0);
 * }</pre>
 */
package io.github.hounsfield.codec.jpeg;
