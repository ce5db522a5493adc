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
package io.github.hounsfield.host;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import io.github.hounsfield.imagej.windows.Beside;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * How a new image becomes the active one.
 *
 * @param context of the command that made it, null where it has none
 */
public record Outputs(Context context) {

	/** A title and the ending of a file's name, such as .png; 5.0 mm has none. */
	private static final Pattern NAME = Pattern.compile("(?s)(.*?)(\\.[A-Za-z]\\w{1,3})?");

	/**
	 * With a window a single output parameter is shown once. Headless and in batch mode it would only be logged, and a
	 * macro's next step would have no image. So it is shown here.
	 */
	public ImagePlus registered(final ImagePlus image) {
		image.setTitle(unique(image.getTitle()));
		if (DomainCommand.isHeadless() || Interpreter.isBatchMode() || isBeforeWindow()) show(image);
		return image;
	}

	/** A macro that ImageJ2 is started with runs before ImageJ2's window is there, and no output is shown until then. */
	private static boolean isBeforeWindow() {
		return DomainCommand.isMacro() && (IJ.getInstance() == null || !IJ.getInstance().isVisible());
	}

	/**
	 * The same of an image that was made of another. A person who answered a dialog sees it beside its source, at the same
	 * slice and as large; a macro finds it at its first slice.
	 */
	public ImagePlus registered(final ImagePlus image, final ImagePlus source) {
		if (DomainCommand.isDialog()) SameView.of(image, source);
		return registered(image);
	}

	/** Gives an image that is shown already the place, window and size of the image from which it was made again. */
	public static void alike(final ImagePlus made, final ImagePlus source) {
		SameView.now(made, source);
	}

	/** Shows a picture of numbers, beside which the image that was measured stays the active one. */
	public ImagePlus beside(final ImagePlus picture, final ImagePlus source) {
		show(picture);
		if (DomainCommand.isDialog()) Beside.place(picture.getWindow(), source.getWindow());
		activate(source);
		return picture;
	}

	/** Shows a picture of numbers, which becomes the active one, beside the image that was measured. */
	public ImagePlus inFront(final ImagePlus picture, final ImagePlus source) {
		if (DomainCommand.isDialog()) Beside.whenOpened(picture, source.getWindow());
		return registered(picture);
	}

	private void activate(final ImagePlus image) {
		if (WindowManager.getImage(image.getID()) == image) IJ.selectWindow(image.getID());
		else WindowManager.setTempCurrentImage(image);
		if (image.getWindow() == null && context != null) ActiveImage.giveToCaller(image, context.getService(
			ThreadService.class));
	}

	/** Numbered as ImageJ numbers a file that is opened again, where another window has the title. */
	static String unique(final String title) {
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return title;
		final Set<String> taken = Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(image -> image != null &&
			image.getWindow() != null).map(ImagePlus::getTitle).collect(Collectors.toSet());
		final Matcher parts = NAME.matcher(title);
		String unique = title;
		for (int i = 1; taken.contains(unique) && parts.matches(); i++)
			unique = parts.group(1) + "-" + i + (parts.group(2) == null ? "" : parts.group(2));
		return unique;
	}

	/** Shows one of several images beside the one of which it was made. */
	public void show(final ImagePlus image, final ImagePlus source) {
		if (DomainCommand.isDialog()) Beside.whenOpened(image, source.getWindow());
		show(image);
	}

	/** ImageJ shows without a window only where Fiji's patches let it; elsewhere the image is this thread's active one. */
	public void show(final ImagePlus image) {
		if (image.getWindow() == null) image.setTitle(unique(image.getTitle()));
		try {
			image.show();
		}
		catch (final HeadlessException e) {
			WindowManager.setTempCurrentImage(image);
		}
		if (image.getWindow() == null && context != null) ActiveImage.giveToCaller(image, context.getService(
			ThreadService.class));
	}
}
