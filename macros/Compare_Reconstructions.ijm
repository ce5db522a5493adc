// Two reconstructions of one scan, a smooth and a sharp kernel: the difference in HU, and the noise of both.
//
// Series are numbered as in Plugins > Hounsfield > List DICOM Series. They have to lie on the same grid; what does not is
// refused, for its difference would say nothing.
//
// Argument: folder of the study|number of the first series|number of the second|folder for the results

var study, middle, w, h, sdOfSquare;

requires("1.54p");
parts = split(getArgument(), "(\\|)");
if (parts.length == 4) {
	study = parts[0];
	numberA = parseInt(parts[1]);
	numberB = parseInt(parts[2]);
	out = parts[3];
} else {
	study = getDir("Study folder");
	numberA = getNumber("First series", 1);
	numberB = getNumber("Second series", 2);
	out = getDir("Results folder");
}
File.makeDirectory(out);
// getDir ends in a separator, an argument may not.
if (!endsWith(out, "/") && !endsWith(out, File.separator)) out = out + File.separator;
setBatchMode(true);

a = openInHu(numberA);
kernelA = kernel();
gridA = grid();
b = openInHu(numberB);
kernelB = kernel();
gridB = grid();
if (gridA != gridB) exit("The series do not lie on the same grid: " + gridA + " and " + gridB);

imageCalculator("Subtract create 32-bit stack", b, a);
rename("Series " + numberB + " (" + kernelB + ") minus series " + numberA + " (" + kernelA + ")");
difference = getImageID();
Stack.getStatistics(voxels, mean, min, max, sd);

// Noise is the standard deviation where the tissue is flattest: of all squares of 20 mm in the middle slice with a mean
// from -100 to 200 HU in both, the one where both together vary the least.
selectImage(a);
middle = floor((nSlices + 1) / 2);
getVoxelSize(width, height, depth, unit);
if (unit != "mm") exit("The series have no spacing in mm.");
w = maxOf(4, round(20 / width));
h = maxOf(4, round(20 / height));
noiseA = NaN;
noiseB = NaN;
least = 1e30;
stepX = floor(w / 2);
stepY = floor(h / 2);
for (y = 0; y + h <= getHeight(); y += stepY) {
	for (x = 0; x + w <= getWidth(); x += stepX) {
		meanA = measure(a, x, y);
		sdA = sdOfSquare;
		if (!(meanA >= -100 && meanA <= 200)) continue;
		meanB = measure(b, x, y);
		sdB = sdOfSquare;
		if (!(meanB >= -100 && meanB <= 200) || sdA + sdB >= least) continue;
		least = sdA + sdB;
		noiseA = sdA;
		noiseB = sdB;
	}
}

File.saveString("SeriesA,KernelA,SeriesB,KernelB,Voxels,MeanDifferenceHU,SdDifferenceHU,MinDifferenceHU,MaxDifferenceHU," +
	"NoiseA_HU,NoiseB_HU\n" + numberA + "," + kernelA + "," + numberB + "," + kernelB + "," + d2s(voxels, 0) + "," +
	d2s(mean, 4) + "," + d2s(sd, 4) + "," + d2s(min, 3) + "," + d2s(max, 3) + "," + d2s(noiseA, 4) + "," +
	d2s(noiseB, 4) + "\n", out + "comparison.csv");
selectImage(difference);
setMinAndMax(-200, 200);
saveAs("Tiff", out + "difference.tif");
print("Mean difference " + d2s(mean, 2) + " HU; noise " + d2s(noiseA, 1) + " HU (" + kernelA + "), " + d2s(noiseB, 1) +
	" HU (" + kernelB + ")");
return "ok";

// NaN lies outside the scanner's field of view. It stays out of the difference.
function openInHu(number) {
	run("Open DICOM Series", "path=[" + study + "] series=" + number);
	stored = getImageID();
	run("Convert to HU", "output=[32-bit float] padding=NaN");
	hu = getImageID();
	selectImage(stored);
	close();
	selectImage(hu);
	return hu;
}

// Convolution Kernel (0018,1210) of the active image.
function kernel() {
	return replace(String.trim(getInfo("0018,1210")), ",", ";");
}

// Size, orientation, and position of the first and the last slice, which fix where each voxel lies.
function grid() {
	setSlice(nSlices);
	last = String.trim(getInfo("0020,0032"));
	setSlice(1);
	return "" + getWidth() + " x " + getHeight() + " x " + nSlices + " voxels from " + String.trim(getInfo("0020,0032")) +
		" to " + last + ", spacing " + String.trim(getInfo("0028,0030")) + ", cosines " + String.trim(getInfo("0020,0037"));
}

// The mean of a square of the middle slice, NaN where a part of it lies outside; its deviation is in sdOfSquare.
function measure(image, x, y) {
	selectImage(image);
	setSlice(middle);
	makeRectangle(x, y, w, h);
	getStatistics(area, meanOfSquare, minOfSquare, maxOfSquare, deviation);
	run("Select None");
	sdOfSquare = deviation;
	return meanOfSquare;
}
