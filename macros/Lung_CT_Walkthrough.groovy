// From a folder of CT slices to pictures and numbers: open, convert to HU, measure, lung window, montage, histogram. The
// same files as Lung_CT_Walkthrough.ijm writes, by the suite's Java classes:
//   Fiji --headless --run Lung_CT_Walkthrough.groovy 'folder="/data/chest",out="/data/pictures"'

#@ File (label = "Folder of a CT series", style = "directory") folder
#@ File (label = "Folder for the pictures", style = "directory") out
#@output hu

import ij.ImagePlus
import ij.gui.OvalRoi
import ij.io.FileSaver
import ij.measure.ResultsTable
import ij.plugin.MontageMaker
import ij.process.StackStatistics
import io.github.hounsfield.dicom.Sentence
import io.github.hounsfield.imagej.hu.HuConversion
import io.github.hounsfield.imagej.hu.HuPlot
import io.github.hounsfield.imagej.hu.ImageWindowing
import io.github.hounsfield.imagej.lung.DensityMeasurement
import io.github.hounsfield.imagej.lung.LungMasking
import io.github.hounsfield.imagej.open.SeriesOpener
import io.github.hounsfield.imagej.pixels.ImageException
import io.github.hounsfield.imagej.tables.TableFile
import io.github.hounsfield.intensity.PaddingMode
import io.github.hounsfield.intensity.WindowPreset
import io.github.hounsfield.lung.DensityOptions
import io.github.hounsfield.lung.LungException
import io.github.hounsfield.lung.LungMaskOptions
import io.github.hounsfield.work.Workers
import java.nio.file.Files

def workers = Workers.threads(Runtime.runtime.availableProcessors())
Files.createDirectories(out.toPath())

// Of several series the one with the most slices. The pixels are the stored values, calibrated to HU.
def opener = SeriesOpener.DEFAULT
def ct = opener.open(opener.scan([folder.toPath()]).resolve("largest")[0]).image()

// A new image, in HU. NaN outside the scanner's field of view keeps it out of what is measured.
hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.NAN).convert(ct, workers)
def all = new StackStatistics(hu)

// A circle in the middle of the middle slice, a quarter of the image wide.
def middle = hu.getStack().getProcessor((hu.stackSize + 1).intdiv(2))
int size = hu.width.intdiv(4)
middle.setRoi(new OvalRoi((hu.width - size).intdiv(2), (hu.height - size).intdiv(2), size, size))
def circle = middle.statistics

def cal = hu.calibration
new File(out, "measurements.csv").text =
	"Columns,Rows,Slices,SpacingX,SpacingY,SpacingZ,Unit,Voxels,MinHU,MaxHU,MeanHU,SdHU,CircleMeanHU,CircleSdHU\n" +
	String.format(Locale.ROOT, "%d,%d,%d,%.6f,%.6f,%.6f,%s,%d,%.3f,%.3f,%.4f,%.4f,%.4f,%.4f\n", hu.width, hu.height,
	hu.stackSize, cal.pixelWidth, cal.pixelHeight, cal.pixelDepth, cal.unit, all.longPixelCount, all.min, all.max, all.mean,
	all.stdDev, circle.mean, circle.stdDev)

// A new 8-bit image of grey levels as a radiologist sees the lung. NaN is black there.
def lung = new ImageWindowing(hu).toBytes({ slice -> WindowPreset.LUNG.window() }, workers)
save(lung, "lung-window.tif")

// At most 12 slices, in rows of four.
int tiles = Math.min(12, lung.stackSize)
int step = lung.stackSize.intdiv(tiles)
int columns = Math.min(4, tiles)
save(tiles == 1 ? lung : new MontageMaker().makeMontage2(lung, columns, (tiles + columns - 1).intdiv(columns), 0.5d, 1,
	1 + (tiles - 1) * step, step, 0, false), "montage.png")

// This shows whether a conversion is right: air, lung, fat, water, soft tissue and bone have their places.
save(HuPlot.of(ct, workers).plot().imagePlus, "hu-histogram.png")

// The lungs as a mask, 1 right and 2 left, and how dense they are. What is no chest has none, and the message says why.
try {
	save(new LungMasking(hu, LungMaskOptions.DEFAULT, workers).image(true), "lung-mask.tif")
	def density = DensityMeasurement.of(hu, DensityOptions.DEFAULT, workers)
	def table = new ResultsTable()
	density.tabulate(table, true)
	TableFile.save(table, new File(out, "lung-density.csv").toPath())
	save(density.plot().imagePlus, "lung-density.png")
}
catch (LungException | ImageException e) {
	println Sentence.of(e.message)
}

def save(ImagePlus image, String name) {
	def path = new File(out, name).path
	def saver = new FileSaver(image)
	def saved = name.endsWith(".png") ? saver.saveAsPng(path) : image.stackSize > 1 ? saver.saveAsTiffStack(path) :
		saver.saveAsTiff(path)
	if (!saved) throw new IOException("'$path' cannot be written")
}
