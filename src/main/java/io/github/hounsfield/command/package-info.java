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
 * The menu actions, as SciJava commands: each checks its inputs, calls one method of the packages below, and sets its
 * output. An input that is not allowed, or an error of the domain, cancels the command with its reason and stops the
 * macro that called it; what is a bug propagates. Preprocessors put right what ImageJ2 hands to a command: which image
 * is the active one, and files that need not be given. May import all packages below, {@code ij}, {@code org.scijava}
 * and the JDK; only {@code legacy} may import this.
 *
 * <pre>{@code
 * // In a SciJava context such as Fiji's:
 * commandService.run(OpenDicomSeries.class, true, "path", folder, "series", "largest").get();
 * commandService.run(ConvertToHu.class, true, "output", "32-bit float").get();
 * // In a macro of Fiji or ImageJ:
 * // run("Open DICOM Series", "path=[/data/study] series=largest");
 * }</pre>
 */
package io.github.hounsfield.command;
