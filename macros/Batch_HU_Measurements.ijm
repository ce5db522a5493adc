// Measures every CT series in a folder of studies: one row of a CSV for each, in Hounsfield units.
//
// A study is a folder or a zip in the folder of studies. What cannot be measured gets a row with its reason in a second
// CSV, and the work goes on. Run again with the same folders, it goes on where it stopped; delete the CSV of failures to
// try those again. A part of the studies is done as shard 2/8, the second of eight, with its own two files: give each
// process of a cluster another shard, and put the files together.
//
// Argument: folder of studies|folder for the results|shard|lungs=true     (without it, the folders are asked for)
//   Fiji --headless -macro Batch_HU_Measurements.ijm "/data/studies|/data/results|2/8"
//   Fiji --headless -macro Batch_HU_Measurements.ijm "/data/studies|/data/results|1/1|lungs=true"
// LungRangeFraction and LungRangeVolume_ml count all voxels from -950 to -500 HU: lung, and couch and clothing too.
// With lungs=true each row also has what Measure Lung Density says of the lungs; where there are none, these cells are
// empty and LungNote says why. Results with and without lungs are kept in different folders.

var LUNG_MIN = -950;  // HU of lung, and of other things that hold air
var LUNG_MAX = -500;
var LUNG_COLUMNS = newArray("Volume_ml", "MLD_HU", "SD_HU", "Median_HU", "Mass_g", "Air_ml", "LAA950_percent",
	"LAA910_percent", "HAA_percent", "Perc15_HU");
var measured, failed, listing, leftOut, lungs;

requires("1.54p");
parts = split(getArgument(), "(\\|)");
if (parts.length >= 2) {
	studies = parts[0];
	results = parts[1];
} else {
	studies = getDir("Studies folder");
	results = getDir("Results folder");
}
shard = 1;
shards = 1;
if (parts.length > 2) {
	whole = matches(parts[2], "[0-9]{1,6}/[0-9]{1,6}");
	if (whole) {
		fraction = split(parts[2], "/");
		shard = parseInt(fraction[0]);
		shards = parseInt(fraction[1]);
	}
	if (!whole || !(shard >= 1 && shard <= shards))
		exit("shard is '" + parts[2] + "'; expected such as 2/8.");
}
lungs = false;
if (parts.length > 3) {
	if (parts[3] != "lungs=true" && parts[3] != "lungs=false")
		exit("The fourth part is '" + parts[3] + "'; expected lungs=true or lungs=false.");
	if (parts[3] == "lungs=true") lungs = true;
}
if (!File.isDirectory(studies)) exit("'" + studies + "' is no folder.");
File.makeDirectory(results);
if (!File.isDirectory(results)) exit("'" + results + "' is no folder and cannot be made.");
// getDir ends in a separator, an argument may not.
if (!endsWith(studies, "/") && !endsWith(studies, File.separator)) studies = studies + File.separator;
if (!endsWith(results, "/") && !endsWith(results, File.separator)) results = results + File.separator;
suffix = "";
if (shards > 1) suffix = "-" + shard + "of" + shards;
measured = results + "measurements" + suffix + ".csv";
failed = results + "failures" + suffix + ".csv";
listing = results + "series" + suffix + ".tmp";
leftOut = results + "series" + suffix + "-left-out.tmp";

// ImageJ's -batch knows no plugins folder, and so no class to call, before a first command: this one has nothing to do there.
if (getDirectory("plugins") == "") run("Clear Results");

// Two processes on one file would write rows twice.
reason = call("io.github.hounsfield.legacy.ResultsLock.take", measured);
if (reason != "") exit(reason);

// Rows that are there already: "study|UID", and of each study how many rows and how many are to come.
List.clear();
remember(measured, "Study,Series,Of,SeriesInstanceUID,Columns,Rows,Slices,SpacingX_mm,SpacingY_mm,SpacingZ_mm," +
	"VoxelsInField,MinHU,MaxHU,MeanHU,LungRangeFraction,LungRangeVolume_ml," + lungHeadings() + "Warnings");
remember(failed, "Study,Series,Of,SeriesInstanceUID,Reason");

setBatchMode(true);
names = getFileList(studies);
Array.sort(names);
number = 0;
for (i = 0; i < names.length; i++) {
	study = names[i];
	if (!endsWith(study, "/") && !endsWith(toLowerCase(study), ".zip")) continue;
	number++;
	if ((number - 1) % shards != shard - 1) continue;
	study = replace(study, "/", "");
	if (isDone(study) == true) continue;
	measureStudy(study, studies + names[i]);
}
if (File.exists(listing)) ok = File.delete(listing);
if (File.exists(leftOut)) ok = File.delete(leftOut);
ok = call("io.github.hounsfield.legacy.ResultsLock.release", measured);
print("Done: " + measured);
return "ok";

function measureStudy(study, path) {
	if (isValue(path) == false) {
		fail(study, 0, 0, "", "The name has a bracket without its other half, which no macro option can hold; rename it.");
		return;
	}
	reason = attempt("List DICOM Series", "path=[" + path + "] save=[" + listing + "] overwrite=true");
	if (reason != "") {
		// A failure of the results' disk is tried again in the next run.
		if (indexOf(reason, listing) >= 0) exit("The results cannot be written: " + reason);
		fail(study, 0, 0, "", reason);
		return;
	}
	rows = split(File.openAsString(listing), "\n");
	// It names the patient.
	ok = File.delete(listing);
	if (File.exists(leftOut)) ok = File.delete(leftOut);
	headings = split(rows[0], "\t");
	uidColumn = column(headings, "SeriesInstanceUID");
	warningsColumn = column(headings, "Warnings");
	for (r = 1; r < rows.length; r++) {
		cells = split(rows[r], "(\t)");
		uid = cells[uidColumn];
		if (List.get(study + "|" + uid) == "") {
			reason = measureSeries(study, path, r, rows.length - 1, uid, cells[warningsColumn]);
			if (reason != "") fail(study, r, rows.length - 1, uid, reason);
		}
		close("*");
	}
}

// Returns the reason why the series cannot be measured, or nothing.
function measureSeries(study, path, series, of, uid, warnings) {
	if (isValue(uid) == false) return "the SeriesInstanceUID has a bracket without its other half";
	reason = attempt("Open DICOM Series", "path=[" + path + "] series=[" + uid + "] anonymize=true");
	if (reason != "") return reason;
	report = Property.get("Hounsfield.Report");
	reason = incomplete(report);
	if (reason != "") return reason;
	reason = attempt("Convert to HU", "output=[32-bit float] padding=NaN");
	if (reason != "") return reason;
	Stack.getStatistics(voxels, mean, min, max);  // without NaN, which is what lies outside the scanner's field of view
	if (voxels == 0) return "No voxel lies in the field of view.";
	lung = 0;
	for (s = 1; s <= nSlices; s++) {
		setSlice(s);
		getHistogram(values, counts, 1, LUNG_MIN, LUNG_MAX);
		lung += counts[0];
	}
	getVoxelSize(width, height, depth, unit);
	spacing = ",,";
	volume = "";
	if (unit == "mm") {
		spacing = d2s(width, 6) + "," + d2s(height, 6) + "," + d2s(depth, 6);
		volume = d2s(lung * width * height * depth / 1000, 3);
	}
	hu = getImageID();
	lungCells = "";
	if (lungs) lungCells = measureLungs();
	selectImage(hu);
	File.append(quoted(study) + "," + series + "," + of + "," + quoted(uid) + "," + getWidth() + "," + getHeight() +
		"," + nSlices + "," + spacing + "," + d2s(voxels, 0) + "," + d2s(min, 3) + "," + d2s(max, 3) + "," + d2s(mean, 4) + "," +
		d2s(lung / voxels, 6) + "," + volume + "," + lungCells + quoted(warnings), measured);
	print(study + ", series " + series + " of " + of + ": measured");
	return "";
}

// The headings of what measureLungs returns.
function lungHeadings() {
	text = "";
	if (!lungs) return text;
	for (c = 0; c < LUNG_COLUMNS.length; c++) text += "Lungs" + LUNG_COLUMNS[c] + ",";
	return text + "RightVolume_ml,LeftVolume_ml,LungNote,";
}

// The cells of both lungs, and a comma after each; they are empty where there is no lung, and the last one says why.
function measureLungs() {
	run("Clear Results");
	reason = attempt("Measure Lung Density", "sides=true");
	text = "";
	right = "";
	left = "";
	for (c = 0; c < LUNG_COLUMNS.length; c++) {
		if (reason == "") text += d2s(getResult(LUNG_COLUMNS[c], 0), 6);
		text += ",";
	}
	note = reason;
	if (reason == "") {
		for (n = 1; n < nResults; n++) {
			if (getResultString("Region", n) == "right") right = d2s(getResult("Volume_ml", n), 6);
			if (getResultString("Region", n) == "left") left = d2s(getResult("Volume_ml", n), 6);
		}
		note = getResultString("Warnings", 0);
	}
	return text + right + "," + left + "," + quoted(note) + ",";
}

// If slices are missing or double, their mean is not the mean of the series.
function incomplete(report) {
	kinds = newArray("SKIPPED", "UNDECODABLE", "GAP", "DUPLICATE", "SAME_PLANE", "INCOMPLETE", "OTHER_PIXELS",
		"MIXED_PATIENTS", "MIXED_FRAMES_OF_REFERENCE", "INTERLEAVED");
	for (k = 0; k < kinds.length; k++)
		if (indexOf(report, "Warning " + kinds[k]) >= 0) return "Slices are missing or double: " + report;
	return "";
}

function fail(study, series, of, uid, reason) {
	File.append(quoted(study) + "," + series + "," + of + "," + quoted(uid) + "," + quoted(reason), failed);
	print(study + ", series " + series + " of " + of + ": " + reason);
}

// Runs a command, and returns the reason where it fails; run(...) would stop this macro.
function attempt(command, options) {
	return call("io.github.hounsfield.legacy.Attempt.run", command, options);
}

function column(headings, name) {
	for (c = 0; c < headings.length; c++)
		if (headings[c] == name) return c;
	exit("The list of series has no column " + name);
}

// Whether a text can stand in [brackets] among the options: its own brackets are in pairs.
function isValue(text) {
	depth = 0;
	for (c = 0; c < lengthOf(text) && depth >= 0; c++) {
		if (substring(text, c, c + 1) == "[") depth++;
		if (substring(text, c, c + 1) == "]") depth--;
	}
	if (depth != 0) return false;
	return true;
}

// A cell of a CSV (RFC 4180); quotation marks in it are doubled. What a spreadsheet would take for a formula is text.
function quoted(text) {
	if (matches(text, "\\s*[=+\\-@].*")) text = "'" + text;
	return "\"" + replace(text, "\"", "\"\"") + "\"";
}

// Where the quoted cell that begins a line ends.
function closingQuote(line) {
	end = 1;
	while (true) {
		end = indexOf(line, "\"", end);
		if (end < 0) exit("'" + line + "' was not written by this macro.");
		if (!startsWith(substring(line, end + 1), "\"")) return end;
		end += 2;
	}
}

function isDone(study) {
	rows = List.get(study + "|rows");
	if (rows == "") return false;
	if (parseInt(rows) < parseInt(List.get(study + "|of"))) return false;
	return true;
}

// Reads the rows of a CSV, without a last one that was cut off, or starts the file.
function remember(path, header) {
	if (!File.exists(path)) File.saveString(header + "\n", path);
	lines = split(File.openAsString(path), "\n");
	if (!endsWith(File.openAsRawString(path, File.length(path)), "\n")) {
		lines = Array.trim(lines, lines.length - 1);
		File.saveString(String.join(lines, "\n") + "\n", path);
	}
	if (lines.length == 0) exit("'" + path + "' is cut off; delete it.");
	if (lines[0] != header) exit("'" + path + "' was not written by this macro.");
	for (l = 1; l < lines.length; l++) {
		end = closingQuote(lines[l]);
		study = replace(substring(lines[l], 1, end), "\"\"", "\"");
		if (matches(study, "'\\s*[=+\\-@].*")) study = substring(study, 1);
		cells = split(substring(lines[l], end + 2), "(,)");
		List.set(study + "|" + replace(cells[2], "\"", ""), "done");
		rows = List.get(study + "|rows");
		if (rows == "") rows = 0;
		List.set(study + "|rows", parseInt(rows) + 1);
		List.set(study + "|of", cells[1]);
	}
}
