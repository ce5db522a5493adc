// Measures every CT series in a folder of studies: one row of a CSV for each, in Hounsfield units. The same files as
// Batch_HU_Measurements.ijm writes, by the suite's Java classes; neither ImageJ's window nor its active image is used.
//
// What cannot be measured gets a row with its reason in a second CSV, and the work goes on. Run again, it goes on where it
// stopped; delete the CSV of failures to try those again. Shard 2/8 is the second of eight parts, with its own two files:
//   Fiji --headless --run Batch_HU_Measurements.groovy 'studies="/data/studies",results="/data/results",shard="2/8"'
// With lungs=true each row also has what Measure Lung Density says of the lungs.

#@ File (label = "Studies folder", style = "directory") studies
#@ File (label = "Results folder", style = "directory") results
#@ String (label = "Shard", value = "1/1") shard
#@ Boolean (label = "Lungs", value = false, required = false, persist = false) lungs
#@output Integer measuredSeries
#@output Integer failedSeries

import ij.ImagePlus
import ij.process.StackStatistics
import io.github.hounsfield.command.Hints
import io.github.hounsfield.dicom.Sentence
import io.github.hounsfield.dicom.Wording
import io.github.hounsfield.imagej.hu.HuConversion
import io.github.hounsfield.imagej.lung.DensityMeasurement
import io.github.hounsfield.imagej.open.SeriesOpener
import io.github.hounsfield.imagej.open.SeriesTable
import io.github.hounsfield.imagej.pixels.ImageException
import io.github.hounsfield.imagej.tables.SpreadsheetCell
import io.github.hounsfield.intensity.PaddingMode
import io.github.hounsfield.legacy.ResultsLock
import io.github.hounsfield.lung.DensityOptions
import io.github.hounsfield.lung.LungException
import io.github.hounsfield.work.Workers
import java.nio.file.Files
import java.nio.file.StandardOpenOption

lungColumns = ["Volume_ml", "MLD_HU", "SD_HU", "Median_HU", "Mass_g", "Air_ml", "LAA950_percent", "LAA910_percent",
	"HAA_percent", "Perc15_HU"]
withLungs = binding.hasVariable("lungs") && lungs
def lungHeadings = withLungs ? lungColumns.collect { "Lungs$it," }.join() + "RightVolume_ml,LeftVolume_ml,LungNote," : ""
workers = Workers.threads(Runtime.runtime.availableProcessors())

def numbers = shard =~ /(\d{1,6})\/(\d{1,6})/
int part = numbers.matches() ? numbers[0][1] as int : 0
int parts = numbers.matches() ? numbers[0][2] as int : 0
if (part < 1 || part > parts) throw new IllegalArgumentException("shard is '$shard'; expected such as 2/8.")
if (!studies.directory) throw new IllegalArgumentException("'$studies' is no folder.")
Files.createDirectories(results.toPath())
def suffix = parts > 1 ? "-${part}of${parts}" : ""
measured = new File(results, "measurements${suffix}.csv")
failed = new File(results, "failures${suffix}.csv")

// Two processes on one file would write rows twice.
def taken = ResultsLock.take(measured.path)
if (taken) throw new IOException(taken)

// Rows that are there already: [study, UID], and of each study how many rows and how many are to come.
done = [] as Set
rows = [:].withDefault { 0 }
of = [:]
remember(measured, "Study,Series,Of,SeriesInstanceUID,Columns,Rows,Slices,SpacingX_mm,SpacingY_mm,SpacingZ_mm," +
	"VoxelsInField,MinHU,MaxHU,MeanHU,LungRangeFraction,LungRangeVolume_ml," + lungHeadings + "Warnings")
remember(failed, "Study,Series,Of,SeriesInstanceUID,Reason")

measuredSeries = 0
failedSeries = 0
def all = studies.listFiles().findAll { it.directory || it.name.toLowerCase().endsWith(".zip") }.sort {
	a, b -> a.name.compareToIgnoreCase(b.name) ?: a.name <=> b.name }
all.eachWithIndex { path, i ->
	def study = path.name
	if (i % parts == part - 1 && !(of.containsKey(study) && rows[study] >= of[study])) measureStudy(study, path)
}
ResultsLock.release(measured.path)

def measureStudy(study, path) {
	def opener = SeriesOpener.DEFAULT.withAnonymize(true)
	def listing, table
	try {
		listing = opener.scan([path.toPath()])
		listing.resolve("all")
		table = SeriesTable.rows(listing, true)
	}
	catch (IOException | RuntimeException e) {
		fail(study, 0, 0, "", e)
		return
	}
	listing.series().eachWithIndex { series, i ->
		if ([study, series.key()] in done) return
		def numbers
		try {
			numbers = measure(opener.open(series).image())
		}
		catch (IOException | RuntimeException | OutOfMemoryError e) {
			fail(study, i + 1, table.size(), series.key(), e)
			return
		}
		// a full disk ends the script here; the next run does the study again
		append(measured, "${quoted(study)},${i + 1},${table.size()},${quoted(series.key())},$numbers,${quoted(table[i].warnings())}")
		measuredSeries++
	}
}

/** The numbers of one series, as they stand in the CSV. */
def measure(ImagePlus ct) {
	def report = ct.getProp("Hounsfield.Report") ?: ""
	// if slices are missing or double, their mean is not the mean of the series
	if (report =~ /Warning (SKIPPED|UNDECODABLE|GAP|DUPLICATE|SAME_PLANE|INCOMPLETE|OTHER_PIXELS|MIXED_PATIENTS|MIXED_FRAMES_OF_REFERENCE|INTERLEAVED)/)
		throw new IOException("Slices are missing or double: " + report)
	// NaN lies outside the scanner's field of view; it is not counted below
	def hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.NAN).convert(ct, workers)
	def statistics = new StackStatistics(hu)
	long voxels = statistics.longPixelCount
	if (voxels == 0) throw new IOException("No voxel lies in the field of view.")
	long lung = 0
	for (int slice = 1; slice <= hu.stackSize; slice++) lung += countLung((float[]) hu.getStack().getPixels(slice))
	def cal = hu.calibration
	def spacing = ",,"
	def volume = ""
	if (cal.unit == "mm") {
		spacing = String.format(Locale.ROOT, "%.6f,%.6f,%.6f", cal.pixelWidth, cal.pixelHeight, cal.pixelDepth)
		volume = String.format(Locale.ROOT, "%.3f", lung * cal.pixelWidth * cal.pixelHeight * cal.pixelDepth / 1000)
	}
	return "${hu.width},${hu.height},${hu.stackSize},$spacing,$voxels," + String.format(Locale.ROOT,
		"%.3f,%.3f,%.4f,%.6f,%s", statistics.min, statistics.max, statistics.mean, (double) lung / voxels, volume) +
		(withLungs ? "," + measureLungs(hu) : "")
}

/** The cells of both lungs; empty where there is no lung, and the last one says why. */
def measureLungs(ImagePlus hu) {
	try {
		def density = DensityMeasurement.of(hu, DensityOptions.DEFAULT, workers)
		def volume = { region -> density.rows().findAll { it.region() == region }.collect {
			number(it.value("Volume_ml")) }.join() }
		def cells = lungColumns.collect { number(density.rows()[0].value(it)) } + [volume("right"), volume("left")]
		return cells.join(",") + "," + quoted(density.warnings().join(" "))
	}
	catch (LungException | ImageException e) {
		return "," * (lungColumns.size() + 2) + quoted(sentence(e))
	}
}

def number(double value) {
	return String.format(Locale.ROOT, "%.6f", value)
}

/** Voxels of -950 to -500 HU. */
@groovy.transform.CompileStatic
long countLung(float[] hu) {
	long count = 0
	for (int i = 0; i < hu.length; i++) if (hu[i] >= -950f && hu[i] <= -500f) count++
	return count
}

def fail(study, series, count, uid, Throwable e) {
	def known = e instanceof IOException || e.class.name.startsWith("io.github.hounsfield.")
	def reason = (known && e.message ? sentence(e) : "A fault of the program: $e.").replaceAll(/\s*\R\s*/, " ").trim()
	append(failed, "${quoted(study)},$series,$count,${quoted(uid)},${quoted(reason)}")
	failedSeries++
}

/** As a macro hears it, with what helps. A file's name at its beginning stays as it is. */
def sentence(Exception e) {
	return (Sentence.of(e.message, [Wording.source(e)]) + " " + Sentence.of(Hints.of(e, false))).trim()
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
