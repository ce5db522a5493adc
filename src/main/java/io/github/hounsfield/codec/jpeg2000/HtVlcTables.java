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
package io.github.hounsfield.codec.jpeg2000;

/**
 * The context-dependent code of a quad of samples (T.814 annex C, tables of CxtVLC).
 * <p>
 * For each of eight contexts the code words stand in the order of their bits, the first read bit foremost; since each
 * code is complete, their lengths alone give the words. Four hexadecimal digits to a word: its length, plus 8 where
 * an exponent offset follows (u_off); which samples are significant (rho); which of these have a known most
 * significant bit (the EMB pattern e_k); and the value of these bits (e_1). Samples are counted down the first column,
 * then down the second, from the lowest bit.
 */
final class HtVlcTables {

	private static final int WORD_BITS = 7;

	private static final String[] FIRST_ROW_WORDS = {
		"320038003400410055005c005a005300eb10eff4efe2eff8eea8ecc8ecc4ea88e720e9006900e8886600e544e444fff1ffe6fff5" +
			"fe22fffcffbaff997f00fee47e00fdd8fd54fd117d00fcccfb117b00faa2f551f7227700f600f331f322f111f222",
		"200048004400420041005c00eb10efe4efa2efb8eea8ed54ecc4ec88ea886a00e9006900e888e300e720e6006600e5446500e444" +
			"6300e2227f00fff1ff88fee4fd11fe227e00fdd87d00fb117b00faa2f111f7227700f551",
		"200048004400420041005500e731ef74ef11eff1ee20edc4ed88ec446c00eb20ea006a00e90069006600e554e551e311e4446300" +
			"e111fff8fe22ff327f007e00fdd17d00fcc8f774fb227b00f888f555f7227700f600f222f332",
		"300041005200dff1dff4dff85800d55555005400efaaeff2eff5eec8edd4edd1ec446c00eb32ea886a006900e311e771e764e554" +
			"e551e4446300e111fffcfff3ffe6ffb9fe447f00fee2fee47e00fdd8fdd5fddcfd997d00fcc8fbb8f888fb11fbb17b00faa2f998" +
			"f911f773f772f222f7667700f662f6447600f332",
		"200048004400420041005a006900efb8ef72ef91eec8ee44ed10ec886c00eb00eaa8eaa2e888e322e740e6006600e50065006300" +
			"e222fff4ff76fd11ff997f00fee27e007d00fcc4f900fbb27b00faaaf7447700f444f111f331",
		"3000dff2dff8dff45a005800540052005100eff16900ef76eee8eee2edd4ed98ec886c00ebb2eb98eaa8eaa2eaaae888e332e764" +
			"e6226600e54465006300e222fffafff3ffd9ff77fffcff757f00fee4feeafeecfe667e00fdd1fd99fdd57d00fcc4fbb1fb99fbb3" +
			"7b00f991f988f766f771f772f7737700f664f551f444f333f331f111",
		"300041005200dff1dff2580054005300eff8eff4effce771eff3efeaef66eee8ed54ecc86c00ebb2eb91ea226a006900e7646600" +
			"e5116500e222e332e331e333e111fff5ffb97f00fee4fd55feecfe22fee27e00fdd1fdc87d00fcc4fbb8fcccfb99fbba7b00faa8" +
			"f998f911f772f888f766f7737700f664f622f444f554",
		"cff1cff4cff8cff2dffa5000dff3dff5dfffeffceff6eee8eff9eee2edd4edd1ebb2ea22e900e771e600e51162006100fffbfffe" +
			"7f00fff7fffdfee4feeafeecfe667e00fdd8fdd5fddcfd997d00fcc4fc887c00fbb87a00fbbafbb1fbb3fb997b00faa8f7757900" +
			"f8887800f774f772f773f766770075007600f554f4447400f331f332f3337300f222f111" };
	
	private static final String[] OTHER_ROW_WORDS = {
		"310038003400320056005c005a005900d88855005300ef10ee40ed00ec88e900eb00ea88e500e700e300e444e111e222ff117f00" +
			"7d00fe447e00fcc477007b00faa2f600",
		"1000480042004100540053006500ef406c006a006900fb00ff447f00fe007e00fd007d00fc007b00fa00f888f900f444f7007700" +
			"f6007600f500f222f332f311f111",
		"100042004100580054006c00eaa26a0063006500e222fff8ff72ff51ff447f00fe40fe447e00fd007d00fc00faaafb00fbb27b00" +
			"faa8f700f9007900f8887700f6007600f500f331f444f322f111",
		"200042004100580054005300e751eff1eff8eff26f00ed40ec006c00ebb2eb886b00ea226a00e900690067006600e5116500e222" +
			"e331e332e111fff4fee2fff5ffa8fffaff73ff66fec8fe447e00fbb3fd447d00fbb1faa8f888f744f772f554f600f444f333",
		"1000480044005c00520051006a00ef30ee20e44466006500ff32ff117f00fb00fe227e00fd007d00fcc4fcc8fccc7b00fa00f700" +
			"f9007900f8887700f600f300f5007300f222f111",
		"2000440052005f005c00580055005100eea8eff2eff8eff4effceff16e00ed546d00ec44e720eb106b00ea006a006900e8886700" +
			"6600e544e300e4446300e111fff3fffaff76ffd5ff99fe22fee4fd11fdd8fb11fcc8f600f900f722f222f551",
		"300044004200410055005c005a0058006b00eff4eff8eff26f00eee86e006d00eaa2e722e9006900e88867006600e544e322e444" +
			"6300e222e111fff1fffcfff5ffb9fee2fffaff76ff33fdd1feeafe44fee4fdc8fd44fdd4fbb1fcc4fcc8fcccfba8fb22fbb2faaa" +
			"faa8f551f774f731f664f622f331",
		"3f0040005d00dff4dff1dff8dff25b0057005500effceff5efb9eea8effaef76eff36e00ed54ea00ec006c00eb326a0069006800" +
			"e77164006600e51163006200e1116100fee4fffbfff7fffffdd8fe22fee2fbb8fd11fdd1f900fb11fbb1f772f888f600f773f744" +
			"f774f332f554f444f311f222" };

	/**
	 * For the first row of quads: an entry by context (bits 7 to 9) and the next seven bits, the first of them lowest.
	 * Bits 0 to 2 of an entry are the length, 3 is u_off, 4 to 7 rho, 8 to 11 e_k, 12 to 15 e_1.
	 */
	static final char[] FIRST_ROW = expand(FIRST_ROW_WORDS);

	/** The same for all further rows. */
	static final char[] OTHER_ROWS = expand(OTHER_ROW_WORDS);

	private HtVlcTables() {}

	private static char[] expand(final String[] words) {
		final char[] table = new char[words.length << WORD_BITS];
		for (int context = 0; context < words.length; context++) {
			int next = 0;
			for (int i = 0; i < words[context].length(); i += 4) {
				final int word = Integer.parseInt(words[context], i, i + 4, 16);
				final int entry = word >> 12 | word >> 4 & 0xF0 | word << 4 & 0xF00 | word << 12 & 0xF000;
				for (int count = 1 << WORD_BITS - (entry & 7); count > 0; count--) {
					final int index = Integer.reverse(next++) >>> Integer.SIZE - WORD_BITS;
					table[context << WORD_BITS | index] = (char) entry;
				}
			}
		}
		return table;
	}
}
