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

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.lang.reflect.Type;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;

/**
 * Lets scripts hand an {@code Img} to a command: a copy with the same values, without calibration or header. Takes x, y
 * and at most slices, for an {@code Img} does not say what further dimensions mean. Takes only types that an image of
 * ImageJ can hold exactly: 8 and 16 bits, and float. Signed ones become float. ImageJ2's own converters, for images
 * with axes, come first.
 */
@Plugin(type = Converter.class, priority = Priority.VERY_LOW)
@SuppressWarnings("rawtypes")
public class ImgToImagePlus extends AbstractConverter<RandomAccessibleInterval, ImagePlus> {

	@Override
	public boolean canConvert(final Object source, final Class<?> target) {
		return super.canConvert(source, target) && isExact((RandomAccessibleInterval<?>) source);
	}

	@Override
	public boolean canConvert(final Object source, final Type target) {
		return super.canConvert(source, target) && isExact((RandomAccessibleInterval<?>) source);
	}

	private static boolean isExact(final RandomAccessibleInterval<?> img) {
		final int dimensions = img.numDimensions();
		if (dimensions < 2 || dimensions > 3) return false;
		for (int d = 0; d < dimensions; d++)
			if (img.dimension(d) < 1 || img.dimension(d) > Integer.MAX_VALUE) return false;
		if (img.dimension(0) * img.dimension(1) > Integer.MAX_VALUE) return false;
		final Object type = img.getType();
		return type instanceof UnsignedByteType || type instanceof UnsignedShortType || type instanceof ByteType ||
			type instanceof ShortType || type instanceof FloatType;
	}

	@Override
	public <T> T convert(final Object source, final Class<T> target) {
		if (!canConvert(source, target)) throw new IllegalArgumentException("an Img of 2 or 3 dimensions with 8 or 16 bits " +
			"or float is needed, found " + source);
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<? extends RealType<?>> img = (RandomAccessibleInterval<? extends RealType<?>>) source;
		return target.cast(copy(img));
	}

	private static ImagePlus copy(final RandomAccessibleInterval<? extends RealType<?>> img) {
		final ImageStack stack = new ImageStack((int) img.dimension(0), (int) img.dimension(1));
		if (img.numDimensions() == 2) stack.addSlice("", plane(img));
		else for (long z = img.min(2); z <= img.max(2); z++)
			stack.addSlice("", plane(Views.hyperSlice(img, 2, z)));
		return new ImagePlus("Img", stack);
	}

	private static ImageProcessor plane(final RandomAccessibleInterval<? extends RealType<?>> plane) {
		final int width = (int) plane.dimension(0);
		final int height = (int) plane.dimension(1);
		final Object type = plane.getType();
		final ImageProcessor processor = type instanceof UnsignedByteType ? new ByteProcessor(width, height)
			: type instanceof UnsignedShortType ? new ShortProcessor(width, height) : new FloatProcessor(width, height);
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; cursor.hasNext(); i++)
			processor.setf(i, cursor.next().getRealFloat());
		return processor;
	}

	@Override
	public Class<RandomAccessibleInterval> getInputType() {
		return RandomAccessibleInterval.class;
	}

	@Override
	public Class<ImagePlus> getOutputType() {
		return ImagePlus.class;
	}
}
