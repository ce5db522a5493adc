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
package io.github.hounsfield.haar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves that cascades of both formats are read as OpenCV reads them, and that anything else is refused with its place.
 * Also tests {@code Cascade}, {@code HaarFeature}, {@code Xml}, {@code FormatReader}, {@code NewFormat} and
 * {@code OldFormat}.
 */
class CascadeReaderTest {

	private static final String NEW = """
		<?xml version="1.0"?>
		<!-- a comment -->
		<opencv_storage>
		<cascade type_id="opencv-cascade-classifier"><stageType>BOOST</stageType>
		  <featureType>HAAR</featureType><height>6</height><width>8</width>
		  <stageParams><maxWeakCount>2</maxWeakCount></stageParams><featureParams><maxCatCount>0</maxCatCount></featureParams>
		  <stageNum>1</stageNum>
		  <stages><_><maxWeakCount>1</maxWeakCount><stageThreshold>-1.5e+00</stageThreshold>
		    <weakClassifiers><_>
		      <internalNodes> 1 0 0 2.5e-1 -1 -2 1 -0.125</internalNodes>
		      <leafValues> 0.5 -0.25 3.</leafValues></_></weakClassifiers></_></stages>
		  <features><_><rects><_> 0 0 8 6 -1.</_><_> 0 0 4 6 2.</_></rects><tilted>0</tilted></_>
		    <_><rects><_> 3 0 3 2 -1.</_><_> 3 0 1 2 3.</_></rects><tilted>1</tilted></_></features>
		</cascade></opencv_storage>
		""";

	private static final String OLD = """
		<opencv_storage><face type_id="opencv-haar-classifier"><size> 8 6</size>
		<stages><_><trees><_>
		<_><feature><rects><_> 0 0 8 6 -1.</_><_> 0 0 4 6 2.</_><_>0 0 0 0 0.</_></rects><tilted>0</tilted></feature>
		<threshold>0.25</threshold><left_node>1</left_node><right_val>0.5</right_val></_>
		<_><feature><rects><_> 3 0 3 2 -1.</_><_> 3 0 1 2 3.</_></rects><tilted>1</tilted></feature>
		<threshold>-0.125</threshold><left_val>-0.25</left_val><right_val>3</right_val></_>
		</_></trees><stage_threshold>-1.5</stage_threshold><parent>-1</parent><next>-1</next></_></stages>
		</face></opencv_storage>
		""";

	private static Cascade read(final String xml) throws IOException {
		return CascadeReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test.xml");
	}

	private static void assertFails(final String xml, final String... parts) {
		final String message = assertThrows(CascadeException.class, () -> read(xml)).getMessage();
		assertTrue(message.startsWith("test.xml: "), message);
		for (final String part : parts) assertTrue(message.contains(part), "'" + part + "' in: " + message);
	}

	private static Cascade expected() {
		final HaarFeature upright = new HaarFeature(List.of(new HaarFeature.Rectangle(0, 0, 8, 6, -1),
			new HaarFeature.Rectangle(0, 0, 4, 6, 2)), false);
		final HaarFeature tilted = new HaarFeature(List.of(new HaarFeature.Rectangle(3, 0, 3, 2, -1),
			new HaarFeature.Rectangle(3, 0, 1, 2, 3)), true);
		return new Cascade(8, 6, List.of(new Cascade.Stage(-1.5f, List.of(new Cascade.Tree(List.of(new Cascade.Node(upright,
			0.25f, 1, 0), new Cascade.Node(tilted, -0.125f, -1, -2)), List.of(0.5f, -0.25f, 3f))))));
	}

	@Test
	void readsTheNewFormat() throws IOException {
		assertEquals(expected(), read(NEW));
	}

	@Test
	void readsTheOldFormat() throws IOException {
		assertEquals(expected(), read(OLD));
	}

	/** The first lines of OpenCV 2.4's haarcascade_mcs_nose.xml are of this kind; a parser that obeys XML refuses them. */
	@Test
	void readsCommentsWithHyphensAndLettersOfAnyEncoding() throws IOException {
		final String comment = "<?xml version=\"1.0\"?>\n<!-------------\n Castrill\u00f3n -- 7000 samples\n------------->\n";
		for (final var encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8))
			assertEquals(expected(), CascadeReader.read(new ByteArrayInputStream((comment + OLD).getBytes(encoding)),
				"test.xml"));
	}

	@ParameterizedTest
	@EnumSource
	void readsWhatIsShippedWithItsLicence(final ShippedCascade shipped) throws IOException {
		assertTrue(shipped.load().stages().size() > 10);
		try (var in = ShippedCascade.class.getResourceAsStream(shipped.fileName())) {
			final String head = new String(in.readNBytes(4000), StandardCharsets.ISO_8859_1);
			assertTrue(head.contains("Redistribution and use") || head.contains("License Agreement"), shipped.fileName());
		}
	}

	@ParameterizedTest(name = "{0} -> {1}: {2}")
	@CsvSource(delimiter = '|', value = {
		"<featureType>HAAR  | <featureType>LBP | a cascade of LBP features",
		"<featureType>HAAR  | <featureType>HOG | a cascade of HOG features",
		"<stageType>BOOST   | <stageType>OTHER | stageType OTHER",
		"0 0 8 6 -1.        | 0 0 9 6 -1.      | feature 0: the rectangle 0 0 9 6 leaves the window of 8 x 6",
		"0 0 8 6 -1.        | -1 0 8 6 -1.     | feature 0: the rectangle -1 0 8 6 leaves the window",
		"3 0 3 2 -1.        | 1 0 3 2 -1.      | feature 1: the tilted rectangle 1 0 3 2 leaves the window",
		"3 0 3 2 -1.        | 3 0 3 4 -1.      | feature 1: the tilted rectangle 3 0 3 4 leaves the window",
		"3 0 3 2 -1.        | 3 0 2147483647 2 -1. | feature 1: the tilted rectangle 3 0 2147483647 2 leaves",
		"0 0 8 6 -1.        | 0 0 8 0 -1.      | feature 0: a rectangle of 8 x 0 pixels",
		"0 0 8 6 -1.        | 0 0 8 6          | feature 0: a rectangle of 4 numbers",
		"0 0 8 6 -1.        | 0 0 8 6 1e99     | feature 0: '1e99' is no number",
		"0 0 8 6 -1.        | 0 0 8 6 NaN      | feature 0: 'NaN' is no number",
		"0 0 8 6 -1.        | 0 0.5 8 6 1      | feature 0: '0.5' is no whole number",
		"<_> 0 0 4 6 2.</_> | ''               | feature 0: a feature of 1 rectangles",
		"1 0 0 2.5e-1       | 1 0 2 2.5e-1     | stage 0, tree 0, node 0: feature 2 is missing; the file has 2",
		"1 0 0 2.5e-1       | 2 0 0 2.5e-1     | stage 0, tree 0: node 0 leads to 2",
		"-1 -2 1 -0.125     | -1 -3 1 -0.125   | stage 0, tree 0: node 1 leads to -3",
		"-1 -2 1 -0.125     | 1 -2 1 -0.125    | stage 0, tree 0: node 1 is reached on two ways",
		"-1 -2 1 -0.125     | -1 -2 1          | stage 0, tree 0: internalNodes of 7 numbers",
		"0.5 -0.25 3.       | 0.5 -0.25        | stage 0, tree 0: a tree of 2 nodes with 2 leaves",
		"0.5 -0.25 3.       | 0.5 -0.25 x      | stage 0, tree 0, leaf 2: 'x' is no number",
		"<stageThreshold>-1.5e+00</stageThreshold> | '' | stage 0: no <stageThreshold>",
		"<height>6          | <height>2        | a search window of 8 x 2 pixels",
		"<height>6          | <height>2000000000 | a search window of 8 x 2000000000 pixels",
		"<?xml              | <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><?xml | a document type declaration",
		"<stageNum>1        | <stageNum>&b;    | a reference to an entity",
		"</opencv_storage>  | ''               | the file ends inside <opencv_storage> of line 3",
		"</stages>          | </stage>         | '</stage>' closes <stages> of line 8",
		"opencv_storage>    | storage>         | not a cascade: found <storage>",
		"<featureType>HAAR</featureType> | ''  | no <featureType>" })
	void saysWhatIsWrongWithTheNewFormat(final String from, final String to, final String message) {
		assertTrue(NEW.contains(from));
		assertFails(NEW.replace(from, to == null ? "" : to), message);
	}

	@ParameterizedTest(name = "{0} -> {1}: {2}")
	@CsvSource(delimiter = '|', value = {
		"<size> 8 6</size>  | ''               | neither a featureType (new format) nor a size",
		"8 6</size>         | 8</size>         | a size of 1 numbers",
		"0 0 8 6 -1.        | 0 0 8 7 -1.      | stage 0, tree 0, node 0: the rectangle 0 0 8 7 leaves the window",
		"<left_node>1       | <left_node>0     | stage 0, tree 0, node 0: left_node 0",
		"<left_node>1       | <left_node>7     | stage 0, tree 0: node 0 leads to 7",
		"<right_val>3</right_val> | ''         | stage 0, tree 0, node 1: no <right_node>",
		"<threshold>-0.125  | <threshold>      | stage 0, tree 0, node 1: <threshold> holds 0 words",
		"<parent>-1         | <parent>a        | stage 0: 'a' is no whole number" })
	void saysWhatIsWrongWithTheOldFormat(final String from, final String to, final String message) {
		assertTrue(OLD.contains(from));
		assertFails(OLD.replace(from, to == null ? "" : to), message);
	}

	@Test
	void refusesAnEmptyStage() {
		final int start = NEW.indexOf("<weakClassifiers>") + "<weakClassifiers>".length();
		assertFails(NEW.substring(0, start) + NEW.substring(NEW.indexOf("</weakClassifiers>")), "stage 0",
			"<weakClassifiers> is empty");
		final int trees = OLD.indexOf("<trees>") + "<trees>".length();
		assertFails(OLD.substring(0, trees) + OLD.substring(OLD.indexOf("</trees>")), "stage 0", "<trees> is empty");
	}

	@Test
	void refusesRealLbpCascades() throws IOException {
		OpenCvOracle.assumeAvailable();
		final var file = OpenCvOracle.copy("lbpcascades", "lbpcascade_frontalface.xml");
		final String message = assertThrows(CascadeException.class, () -> CascadeReader.read(file)).getMessage();
		assertTrue(message.contains(file.toString()) && message.contains("LBP"), message);
		Files.delete(file);
	}

	@Test
	void saysThatAPictureIsNoXmlWithoutItsBytes() {
		final String picture = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0<\0\b|gTRC\0>";
		assertEquals("picture.png: line 1: text outside of the outermost element; is this XML?",
			assertThrows(CascadeException.class, () -> CascadeReader.read(new ByteArrayInputStream(picture.getBytes(
				StandardCharsets.ISO_8859_1)), "picture.png")).getMessage());
		assertFails(NEW + "<\0\u0007>", "line 15: '<??>' is no tag");
	}

	@Test
	void refusesEveryCutFile() {
		for (final String xml : List.of(NEW, OLD))
			for (int length = 0; length < xml.stripTrailing().length(); length++) assertFails(xml.substring(0, length));
	}

	/** Whatever is in a file, the answer is a cascade or a CascadeException. */
	@Test
	void survivesMutations() throws IOException {
		final Random random = new Random(8);
		final String words = "<>/!-?& 0123456789.e_\u0000\u00ff";
		final int count = Integer.getInteger("hounsfield.fuzz", 20_000);
		int read = 0;
		for (int k = 0; k < count; k++) {
			final StringBuilder xml = new StringBuilder(k % 2 == 0 ? NEW : OLD);
			for (int m = random.nextInt(4); m >= 0; m--) {
				final int at = random.nextInt(xml.length());
				final char c = words.charAt(random.nextInt(words.length()));
				switch (random.nextInt(3)) {
					case 0 -> xml.setCharAt(at, c);
					case 1 -> xml.insert(at, c);
					default -> xml.delete(at, Math.min(xml.length(), at + 1 + random.nextInt(30)));
				}
			}
			try {
				read(xml.toString());
				read++;
			}
			catch (final CascadeException e) {
				assertTrue(e.getMessage().startsWith("test.xml: "));
			}
		}
		assertTrue(read > 0 && read < count, read + " of " + count + " were read");
	}
}
