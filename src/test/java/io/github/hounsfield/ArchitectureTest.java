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
package io.github.hounsfield;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data flows one way: a package imports only what is named here, and no circle. */
class ArchitectureTest {

	private static final String ROOT = "io.github.hounsfield";

	/** Libraries by the names used in the table below. */
	private static final Map<String, String[]> LIBRARIES = Map.of(
		"imglib2", new String[] { "net.imglib2.." },
		"scijava", new String[] { "org.scijava.." },
		"ij", new String[] { "ij.." },
		"gson", new String[] { "com.google.gson.." },
		"tls", new String[] { "javax.net.ssl..", "javax.security.auth.x500.." },
		"imageio", new String[] { "javax.imageio.." },
		"crypto", new String[] { "javax.crypto.." },
		"org.dcm4che3", new String[] { "org.dcm4che3.." });

	/** Packages of the table, gathered as its rows are tested. */
	private static final Set<String> NAMED = new HashSet<>();

	/** Without those of tests, in the folder of any profile. */
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(location -> !location.contains("/test-classes/"))
		.importPackages(ROOT);

	/** Each package and what it may import; {@code codec} stands for its packages of one codec each. */
	@ParameterizedTest(name = "{0} may import {1}")
	@CsvSource(delimiter = '|', value = {
		"work          | ",
		"sample        | imageio",
		"dicom         | ",
		"codec..       | work",
		"deidentify    | dicom work crypto",
		"dcm4che       | dicom org.dcm4che3",
		"series        | dicom",
		"series.scan   | series dicom work",
		"tags          | dicom series",
		"archive       | dicom tls",
		"archive.web   | archive dicom work gson tls",
		"archive.dimse | archive dicom tls",
		"attributes    | dicom intensity",
		"plane         | imglib2",
		"pixel         | plane dicom codec.. work",
		"intensity     | plane work imglib2",
		"haar          | work imglib2",
		"lung          | plane intensity work imglib2",
		"structures    | plane pixel series dicom",
		"volume        | plane attributes pixel series intensity dicom work imglib2",
		"export        | plane volume series intensity dicom work imglib2",
		"derived       | series dicom work",
		"imagej.windows | ij",
		"imagej.tables | imagej.windows ij",
		"imagej.pixels | plane volume attributes pixel series intensity dicom work imglib2 ij",
		"imagej.open   | plane imagej.pixels imagej.tables imagej.windows volume attributes pixel series series.scan " +
			"deidentify intensity dicom work imglib2 ij",
		"imagej.archive | plane archive archive.web archive.dimse imagej.open imagej.tables imagej.windows imagej.pixels " +
			"volume series series.scan dicom work ij",
		"imagej.hu     | plane imagej.pixels imagej.tables volume attributes intensity dicom work imglib2 ij",
		"imagej.export | plane imagej.pixels export volume series intensity dicom work imglib2 ij",
		"imagej.save   | plane imagej.pixels derived deidentify attributes volume series intensity dicom work imglib2 ij",
		"imagej.lung   | plane imagej.pixels imagej.tables lung volume series intensity dicom work imglib2 ij",
		"imagej.structures | imagej.pixels structures series dicom ij",
		"imagej.tags   | imagej.pixels imagej.windows tags deidentify series dicom ij",
		"imagej.faces  | plane imagej.pixels imagej.tables imagej.windows haar work imglib2 ij",
		"host          | imagej.pixels imagej.windows attributes dicom intensity work imglib2 ij scijava",
		"command       | host imagej.. sample tags structures archive lung export volume series series.scan deidentify " +
			"intensity haar derived dicom work imglib2 ij scijava",
		"legacy        | command host imagej.windows ij scijava" })
	void importsOnlyWhatStandsBelow(final String name, final String allowed) {
		NAMED.add(own(name));
		final List<String> packages = new ArrayList<>(List.of("java..", own(name)));
		if (allowed != null) for (final String word : allowed.split(" "))
			packages.addAll(List.of(LIBRARIES.getOrDefault(word, new String[] { own(word) })));
		if (name.startsWith("imagej.") || List.of("command", "legacy").contains(name)) packages.add("javax.swing..");
		final DescribedPredicate<JavaClass> inside = resideInAnyPackage(packages.toArray(String[]::new));
		ArchRuleDefinition.classes().that().resideInAPackage(own(name))
			.should().onlyDependOnClassesThat(inside).allowEmptyShould(true).check(CLASSES);
	}

	@Test
	void hasNoCircles() {
		slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@AfterAll
	static void everyPackageStandsInTheTable() {
		ArchRuleDefinition.classes().should().resideInAnyPackage(NAMED.toArray(String[]::new)).check(CLASSES);
	}

	/** Decoded pixels are patient data: nothing of them may lie where nobody looks and no one deletes it. */
	@Test
	void makesNoTemporaryFiles() {
		ArchRuleDefinition.noClasses().should().callMethodWhere(target(nameStartingWith("createTemp")))
			.orShould().callMethodWhere(target(nameStartingWith("deleteOnExit")))
			.check(CLASSES);
	}

	private static String own(final String name) {
		return ROOT + "." + name;
	}
}
