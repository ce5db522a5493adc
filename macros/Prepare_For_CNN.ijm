// Prepares every CT series in a folder of studies for a network: HU, voxels of 1 mm, a lung mask, values normalized, as
// NumPy files with their place in the patient beside them.
//
// A study is a folder or a zip in the folder of studies. Of each series come UID.npy (float32: -1000 to 400 HU as -0.25 to
// 0.75), UID-lungs.npy (uint8: 255 in the lungs) and for each a .json with spacing, origin, direction and steps; UID is its
// SeriesInstanceUID. Names of patients are in none of them. What cannot be prepared gets a row with its reason in
// failures.csv, and the work goes on. Run again with the same folders, it goes on where it stopped; delete failures.csv to
// try those again.
//
// Argument: folder of studies|folder for the results|spacing in mm     (without it, the folders are asked for)
//   Fiji --headless -macro Prepare_For_CNN.ijm "/data/studies|/data/results|1"
//
// In Python:  import json, numpy; ct = numpy.load('UID.npy'); place = json.load(open('UID.json'))   # ct[z, y, x]

var prepared, failed, listing, leftOut, results, spacing;

requires("1.54p");
parts = split(getArgument(), "(\\|)");
if (parts.length >= 2) {
	studies = parts[0];
	results = parts[1];
} else {
	studies = getDir("Studies folder");
	results = getDir("Results folder");
}
spacing = "1";
if (parts.length > 2) spacing = parts[2];
if (!File.isDirectory(studies)) exit("'" + studies + "' is no folder.");
if (isValue(results) == false) exit("'" + results + "' has a bracket without its other half, which no macro option can hold.");
File.makeDirectory(results);
if (!File.isDirectory(results)) exit("'" + results + "' is no folder and cannot be made.");
// getDir ends in a separator, an argument may not.
if (!endsWith(studies, "/") && !endsWith(studies, File.separator)) studies = studies + File.separator;
if (!endsWith(results, "/") && !endsWith(results, File.separator)) results = results + File.separator;
prepared = results + "prepared.csv";
failed = results + "failures.csv";
listing = results + "series.tmp";
leftOut = results + "series-left-out.tmp";

// ImageJ's -batch knows no plugins folder, and so no class to call, before a first command: this one has nothing to do there.
if (getDirectory("plugins") == "") run("Clear Results");

// Two processes on one file would write rows twice.
reason = call("io.github.hounsfield.legacy.ResultsLock.take", prepared);
if (reason != "") exit(reason);

// Rows that are there already: "study|UID", and of each study how many rows and how many are to come.
List.clear();
remember(prepared, "Study,Series,Of,SeriesInstanceUID,SizeX,SizeY,SizeZ,Spacing_mm,LungVoxels");
remember(failed, "Study,Series,Of,SeriesInstanceUID,Reason");

setBatchMode(true);
names = getFileList(studies);
Array.sort(names);
for (i = 0; i < names.length; i++) {
	study = names[i];
	if (!endsWith(study, "/") && !endsWith(toLowerCase(study), ".zip")) continue;
	study = replace(study, "/", "");
	if (isDone(study) == true) continue;
	prepareStudy(study, studies + names[i]);
}
if (File.exists(listing)) ok = File.delete(listing);
if (File.exists(leftOut)) ok = File.delete(leftOut);
ok = call("io.github.hounsfield.legacy.ResultsLock.release", prepared);
print("Done: " + prepared);
return "ok";

function prepareStudy(study, path) {
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
	uidColumn = column(split(rows[0], "\t"), "SeriesInstanceUID");
	for (r = 1; r < rows.length; r++) {
		cells = split(rows[r], "(\t)");
		uid = cells[uidColumn];
		if (List.get(study + "|" + uid) == "") {
			reason = prepareSeries(study, path, r, rows.length - 1, uid);
			if (reason != "") fail(study, r, rows.length - 1, uid, reason);
		}
		close("*");
	}
}

// Returns the reason why the series cannot be prepared, or nothing.
function prepareSeries(study, path, series, of, uid) {
	if (!matches(uid, "[0-9.]+")) return "The SeriesInstanceUID is no UID.";
	reason = attempt("Open DICOM Series", "path=[" + path + "] series=[" + uid + "] untilt=true resample=even anonymize=true");
	if (reason != "") return reason;
	report = Property.get("Hounsfield.Report");
	reason = incomplete(report);
	if (reason != "") return reason;
	reason = attempt("Convert to HU", "output=[32-bit float] padding=[Air (-1000 HU)]");
	if (reason != "") return reason;
	reason = attempt("Resample Volume", "spacing=" + spacing + " interpolation=linear grid=centre");
	if (reason != "") return reason;
	hu = getImageID();
	reason = attempt("Lung Mask", "threshold=-320 airways=remove close=8 sides=false");
	if (reason != "") return reason;
	getDimensions(width, height, channels, slices, frames);
	lung = 0;
	for (s = 1; s <= nSlices; s++) {
		setSlice(s);
		getHistogram(values, counts, 256);
		lung += counts[255];
	}
	file = results + uid;
	reason = attempt("Export Volume", "path=[" + file + "-lungs.npy] type=uint8 overwrite=true");
	if (reason != "") exit("The results cannot be written: " + reason);
	selectImage(hu);
	reason = attempt("Normalize HU", "min=-1000 max=400 mean=0.25 clip=true");
	if (reason != "") return reason;
	reason = attempt("Export Volume", "path=[" + file + ".npy] type=float32 overwrite=true");
	if (reason != "") exit("The results cannot be written: " + reason);
	File.append(quoted(study) + "," + series + "," + of + "," + quoted(uid) + "," + width + "," + height + "," + slices + "," +
		quoted(spacing) + "," + d2s(lung, 0), prepared);
	print(study + ", series " + series + " of " + of + ": prepared");
	return "";
}

// If slices are missing or double, the volume is not the patient's.
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
