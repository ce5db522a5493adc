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
package io.github.hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.codec.FrameFormat;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

/** Codestreams of the JDK's JPEG writer, decoded to the very samples that the JDK's reader makes of them. */
class JpegImageIoTest {

	private static final String NATIVE = "javax_imageio_jpeg_image_1.0";

	@ParameterizedTest(name = "{0} x {1}, {2} bands, progressive {3}, luminance {4}x{5}, quality {6}")
	@CsvSource({
		"64, 48, 1, false, 1, 1, 0.9",
		"61, 45, 1, false, 1, 1, 0.2",
		"1, 1, 1, false, 1, 1, 0.9",
		"61, 45, 1, true, 1, 1, 0.9",
		"61, 45, 3, false, 1, 1, 0.9",
		"61, 45, 3, false, 2, 1, 0.9",
		"61, 45, 3, false, 2, 2, 0.9",
		"64, 64, 3, false, 2, 2, 0.5",
		"61, 45, 3, false, 4, 1, 0.9",
		"5, 5, 3, false, 2, 2, 0.9",
		"4, 4, 3, false, 2, 2, 0.9",
		"3, 3, 3, false, 2, 2, 0.9",
		"3, 3, 3, false, 2, 1, 0.9",
		"1, 1, 3, false, 2, 2, 0.9",
		"17, 1, 3, false, 2, 2, 0.9",
		"1, 17, 3, false, 2, 2, 0.9",
		"33, 49, 3, false, 2, 2, 1.0",
		"61, 45, 3, true, 1, 1, 0.9",
		"61, 45, 3, true, 2, 1, 0.3",
		"61, 45, 3, true, 2, 2, 0.95",
		"200, 150, 3, true, 2, 2, 1.0" })
	void decodesTheSameSamples(final int width, final int height, final int bands, final boolean progressive,
		final int horizontal, final int vertical, final float quality) throws IOException
	{
		final byte[] data = encode(width, height, bands, progressive, horizontal, vertical, quality);
		final Raster raster = readRaster(data);
		final int[] expected = raster.getPixels(0, 0, width, height, (int[]) null);

		final short[] out = new short[width * height * bands];
		final FrameFormat format = new JpegDecoder().decode(data, 0, data.length, width, height, bands, out, 0);
		assertEquals(new FrameFormat(width, height, bands, 8, false, bands == 3 ? Colour.YCBCR : Colour.UNSPECIFIED),
			format);
		final int[] samples = new int[out.length];
		for (int i = 0; i < out.length; i++)
			samples[i] = out[i];
		assertArrayEquals(expected, samples);
	}

	private static Raster readRaster(final byte[] data) throws IOException {
		final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
		try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(data))) {
			reader.setInput(input);
			return reader.readRaster(0, null);
		}
		finally {
			reader.dispose();
		}
	}

	/** Lines, a gradient and noise. */
	private static BufferedImage picture(final int width, final int height, final int bands) {
		final BufferedImage image = new BufferedImage(width, height, bands == 1 ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(width * 31L + height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int b = 0; b < bands; b++)
					image.getRaster().setSample(x, y, b, (x * 3 + y * (b + 1) + random.nextInt(40) + ((x / 7 + y / 5) % 2 == 0
						? 90 : 0)) % 256);
		return image;
	}

	static byte[] encode(final int width, final int height, final int bands, final boolean progressive,
		final int horizontal, final int vertical, final float quality) throws IOException
	{
		final BufferedImage image = picture(width, height, bands);
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (var output = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(output);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			final IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
			final IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(NATIVE);
			final NodeList components = tree.getElementsByTagName("componentSpec");
			if (bands == 3) {
				((IIOMetadataNode) components.item(0)).setAttribute("HsamplingFactor", Integer.toString(horizontal));
				((IIOMetadataNode) components.item(0)).setAttribute("VsamplingFactor", Integer.toString(vertical));
			}
			metadata.setFromTree(NATIVE, tree);
			writer.write(null, new IIOImage(image, null, metadata), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
