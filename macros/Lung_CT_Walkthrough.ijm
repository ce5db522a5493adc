// From a folder of CT slices to pictures and numbers: open, convert to HU, measure, lung window, montage, histogram.
//
// Argument: folder of the series|folder for the pictures     (without it, both are asked for)

requires("1.54p");
parts = split(getArgument(), "(\\|)");
if (parts.length == 2) {
	folder = parts[0];
	out = parts[1];
} else {
	folder = getDir("Series folder");
	out = getDir("Pictures folder");
}
File.makeDirectory(out);
// getDir ends in a separator, an argument may not.
if (!endsWith(out, "/") && !endsWith(out, File.separator)) out = out + File.separator;

// Of several series the one with the most slices. The pixels are the stored values, calibrated to HU.
run("Open DICOM Series", "path=[" + folder + "] series=largest");
opened = getImageID();
getVoxelSize(width, height, depth, unit);

// A new image, in HU. NaN outside the scanner's field of view keeps it out of what is measured.
run("Convert to HU", "output=[32-bit float] padding=NaN");
hu = getImageID();
Stack.getStatistics(voxels, mean, min, max, sd);

// A circle in the middle of the middle slice, a quarter of the image wide.
middle = floor((nSlices + 1) / 2);
setSlice(middle);
size = floor(getWidth() / 4);
makeOval(floor((getWidth() - size) / 2), floor((getHeight() - size) / 2), size, size);
getStatistics(area, circleMean, circleMin, circleMax, circleSd);
run("Select None");

header = "Columns,Rows,Slices,SpacingX,SpacingY,SpacingZ,Unit,Voxels,MinHU,MaxHU,MeanHU,SdHU,CircleMeanHU,CircleSdHU";
numbers = "" + getWidth() + "," + getHeight() + "," + nSlices + "," + d2s(width, 6) + "," + d2s(height, 6) + "," +
	d2s(depth, 6) + "," + unit + "," + d2s(voxels, 0) + "," + d2s(min, 3) + "," + d2s(max, 3) + "," + d2s(mean, 4) + "," +
	d2s(sd, 4) + "," + d2s(circleMean, 4) + "," + d2s(circleSd, 4);
File.saveString(header + "\n" + numbers + "\n", out + "measurements.csv");

// A new 8-bit image of grey levels as a radiologist sees the lung. NaN is black there.
run("Apply Lung Window", "preset=[Lung (W 1500, L -600)] function=LINEAR mode=[8-bit image]");
lung = getImageID();
saveAs("Tiff", out + "lung-window.tif");

// At most 12 slices, in rows of four.
tiles = minOf(12, nSlices);
step = floor(nSlices / tiles);
if (nSlices > 1) {
	columns = minOf(4, tiles);
	run("Make Montage...", "columns=" + columns + " rows=" + floor((tiles + columns - 1) / columns) +
		" scale=0.5 first=1 last=" + (1 + (tiles - 1) * step) + " increment=" + step);
}
saveAs("PNG", out + "montage.png");
close();

// This shows whether a conversion is right: air, lung, fat, water, soft tissue and bone have their places.
selectImage(opened);
run("HU Histogram", "table=false");
saveAs("PNG", out + "hu-histogram.png");
close();

// The lungs as a mask, 1 right and 2 left, and how dense they are. What is no chest has none, and the message says why.
selectImage(hu);
lungs = "";
reason = call("io.github.hounsfield.legacy.Attempt.run", "Lung Mask", "close=8 sides=true");
if (reason == "") {
	saveAs("Tiff", out + "lung-mask.tif");
	close();
	selectImage(hu);
	reason = call("io.github.hounsfield.legacy.Attempt.run", "Measure Lung Density", "save=[" + out +
		"lung-density.csv] overwrite=true");
	if (reason == "") {
		// The HU stay the active image beside the plot.
		selectImage("Lung density of " + getTitle());
		saveAs("PNG", out + "lung-density.png");
		close();
		lungs = ", lung-mask.tif, lung-density.csv, lung-density.png";
	}
}
if (reason != "") print(reason);

selectImage(hu);
print("Saved in " + out + ": measurements.csv, lung-window.tif, montage.png, hu-histogram.png" + lungs);
return "ok";
