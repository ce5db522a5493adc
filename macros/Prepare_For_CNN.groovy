// Prepares every CT series in a folder of studies for a network: the same files as Prepare_For_CNN.ijm writes, by the
// suite's Java classes; neither ImageJ's window nor its active image is used.
//
// Of each series come UID.npy (float32: -1000 to 400 HU as -0.25 to 0.75), UID-lungs.npy (uint8: 255 in the lungs) and for
// each a .json with its place. What cannot be prepared gets a row with its reason in failures.csv, and the work goes on.
// Run again, it goes on where it stopped; delete failures.csv to try those again:
//   Fiji --headless --run Prepare_For_CNN.groovy 'studies="/data/studies",results="/data/results",spacing="1"'

#@ File (label = "Folder of studies", style = "directory") studies
#@ File (label = "Folder for the results", style = "directory") results
#@ String (label = "Spacing (mm)", value = "1") spacing
#@output Integer preparedSeries
#@output Integer failedSeries

import io.github.hounsfield.dicom.Sentence
import io.github.hounsfield.dicom.Wording
import io.github.hounsfield.export.VolumeWriter
import io.github.hounsfield.export.VoxelType
import io.github.hounsfield.imagej.export.HuNormalizing
import io.github.hounsfield.imagej.export.ImageExport
import io.github.hounsfield.imagej.export.ImageResampling
import io.github.hounsfield.imagej.export.ResamplingChoice
import io.github.hounsfield.imagej.hu.HuConversion
import io.github.hounsfield.imagej.lung.LungMasking
import io.github.hounsfield.imagej.open.SeriesOpener
import io.github.hounsfield.imagej.tables.SpreadsheetCell
import io.github.hounsfield.intensity.HuNormalization
import io.github.hounsfield.intensity.PaddingMode
import io.github.hounsfield.legacy.ResultsLock
import io.github.hounsfield.lung.LungMaskOptions
import io.github.hounsfield.work.Workers
import java.nio.file.Files
import java.nio.file.StandardOpenOption

workers = Workers.threads(Runtime.runtime.availableProcessors())
if (!studies.directory) throw new IllegalArgumentException("'$studies' is no folder.")
Files.createDirectories(results.toPath())
prepared = new File(results, "prepared.csv")
failed = new File(results, "failures.csv")

// Two processes on one file would write rows twice.
def taken = ResultsLock.take(prepared.path)
if (taken) throw new IOException(taken)

// Rows that are there already: [study, UID], and of each study how many rows and how many are to come.
done = [] as Set
rows = [:].withDefault { 0 }
of = [:]
remember(prepared, "Study,Series,Of,SeriesInstanceUID,SizeX,SizeY,SizeZ,Spacing_mm,LungVoxels")
remember(failed, "Study,Series,Of,SeriesInstanceUID,Reason")

preparedSeries = 0
failedSeries = 0
def all = studies.listFiles().findAll { it.directory || it.name.toLowerCase().endsWith(".zip") }.sort {
	a, b -> a.name.compareToIgnoreCase(b.name) ?: a.name <=> b.name }
all.each { path ->
	if (!(of.containsKey(path.name) && rows[path.name] >= of[path.name])) prepareStudy(path.name, path)
}
ResultsLock.release(prepared.path)

def prepareStudy(study, path) {
	def opener = SeriesOpener.DEFAULT.withAnonymize(true)
	def listing
	try {
		listing = opener.scan([path.toPath()])
		listing.resolve("all")
	}
	catch (IOException | RuntimeException e) {
		fail(study, 0, 0, "", e)
		return
	}
	listing.series().eachWithIndex { series, i ->
		if ([study, series.key()] in done) return
		def images
		try {
			images = prepare(opener, series)
		}
		catch (IOException | RuntimeException | OutOfMemoryError e) {
			fail(study, i + 1, listing.series().size(), series.key(), e)
			return
		}
		// a full disk ends the script here; the next run does the study again
		write(images.mask, "${series.key()}-lungs.npy", VoxelType.UINT8)
		write(images.normalized, "${series.key()}.npy", VoxelType.FLOAT32)
		def mask = images.mask
		append(prepared, "${quoted(study)},${i + 1},${listing.series().size()},${quoted(series.key())},${mask.width}," +
			"${mask.height},${mask.stackSize},${quoted(spacing)},${count(mask)}")
		preparedSeries++
	}
}

/** Lung mask and normalized values of one series. */
def prepare(opener, series) {
	if (!(series.key() ==~ /[0-9.]+/)) throw new IOException("The SeriesInstanceUID is no UID.")
	def ct = opener.open(series, EnumSet.allOf(SeriesOpener.Resampling)).image()
	def report = ct.getProp("Hounsfield.Report") ?: ""
	// if slices are missing or double, the volume is not the patient's
	if (report =~ /Warning (SKIPPED|UNDECODABLE|GAP|DUPLICATE|SAME_PLANE|INCOMPLETE|OTHER_PIXELS|MIXED_PATIENTS|MIXED_FRAMES_OF_REFERENCE|INTERLEAVED)/)
		throw new IOException("Slices are missing or double: " + report)
	def hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.AIR).convert(ct, workers)
	def even = new ImageResampling(hu, ResamplingChoice.of(spacing, "linear", "centre", -1000d, false)).resample(workers)
	return [mask: new LungMasking(even, LungMaskOptions.DEFAULT, workers).image(false),
		normalized: HuNormalizing.normalize(even, HuNormalization.LUNG, workers)]
}

def write(image, name, type) {
	ImageExport.write(image, new File(results, name.toString()).toPath(), VolumeWriter.with(workers).withType(Optional.of(type)).withOverwrite(true))
}

@groovy.transform.CompileStatic
long count(ij.ImagePlus mask) {
	long count = 0
	for (int n = 1; n <= mask.stackSize; n++)
		for (byte value : (byte[]) mask.getStack().getPixels(n)) if (value != 0) count++
	return count
}

def fail(study, series, count, uid, Throwable e) {
	def known = e instanceof IOException || e.class.name.startsWith("io.github.hounsfield.")
	def reason = (known && e.message ? sentence(e) : "A fault of the program: $e.").replaceAll(/\s*\R\s*/, " ").trim()
	append(failed, "${quoted(study)},$series,$count,${quoted(uid)},${quoted(reason)}")
	failedSeries++
}

/** As a macro hears it. A file's name at its beginning stays as it is. */
def sentence(Exception e) {
	return Sentence.of(e.message, [Wording.source(e)])
}

def append(File file, line) {
	Files.writeString(file.toPath(), line + "\n", StandardOpenOption.APPEND)
}

/** A cell of a CSV (RFC 4180); quotation marks in it are doubled. What a spreadsheet would take for a formula is text. */
def quoted(text) {
	return '"' + SpreadsheetCell.of(text).replace('"', '""') + '"'
}

/** Reads the rows of a CSV, without a last one that was cut off, or starts the file. */
def remember(File file, String header) {
	def text = file.exists() ? Files.readString(file.toPath()) : ""
	def whole = text.substring(0, text.lastIndexOf("\n") + 1)
	if (whole.empty) whole = header + "\n"
	if (whole != text) Files.writeString(file.toPath(), whole)
	def lines = whole.readLines()
	if (lines[0] != header) throw new IllegalStateException("'$file' was not written by this script.")
	lines.drop(1).each { line ->
		def row = line =~ /"((?:[^"]|"")*)",(.*)/
		if (!row.matches()) throw new IllegalStateException("'$line' was not written by this script.")
		def study = row.group(1).replace('""', '"').replaceFirst(/^'(?=\s*[=+\-@])/, "")
		def cells = row.group(2).split(",", -1)
		done << [study, cells[2].replace('"', '')]
		rows[study] = rows[study] + 1
		of[study] = cells[1] as int
	}
}
