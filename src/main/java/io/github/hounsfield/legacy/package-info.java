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
 * The bridge by which plain ImageJ runs the SciJava commands of this suite. ImageJ alone knows only {@link
 * ij.plugin.PlugIn}, so each line of {@code plugins.config} names {@link CommandBridge} with a command's class as its
 * argument. In Fiji the commands run by themselves; there the lines of macros are read by the same rules ({@link
 * MacroLinePreprocessor}), and {@link Attempt} serves macros that go on after a failure. May import {@code command},
 * {@code imagej.windows}, {@code ij}, {@code org.scijava} and the JDK.
 *
 * <pre>{@code
 * // What a line of plugins.config does when its entry is chosen; the dialog asks for the inputs:
 * IJ.runPlugIn("io.github.hounsfield.legacy.CommandBridge", "io.github.hounsfield.command.ConvertToHu");
 * // The same by its label, as a macro does it, without a dialog:
 * IJ.run(imp, "Convert to HU", "output=[32-bit float] padding=NaN");
 * }</pre>
 */
package io.github.hounsfield.legacy;
