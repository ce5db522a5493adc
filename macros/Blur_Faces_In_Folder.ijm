// Finds and blurs the faces in a folder of photographs: a blurred PNG of each, and a CSV that counts the faces.
//
// Nobody's privacy is safe by this alone. A face that is turned away, covered or small is not found and stays as it is: look
// at every picture before it is given on. A picture without any face found is not saved, so that it is not taken for a
// checked one. The PNG holds no camera data such as the place.
//
// Argument: folder of photographs|folder for the blurred ones     (without it, both are asked for)

var photographs, blurred;

requires("1.54p");
parts = split(getArgument(), "(\\|)");
if (parts.length == 2) {
	photographs = parts[0];
	blurred = parts[1];
} else {
	photographs = getDir("Photographs folder");
	blurred = getDir("Blurred photographs folder");
}
File.makeDirectory(blurred);
// getDir ends in a separator, an argument may not.
if (!endsWith(photographs, "/") && !endsWith(photographs, File.separator)) photographs = photographs + File.separator;
if (!endsWith(blurred, "/") && !endsWith(blurred, File.separator)) blurred = blurred + File.separator;
setBatchMode(true);
table = "Photograph,Columns,Rows,Faces,Reason\n";
names = getFileList(photographs);
Array.sort(names);
for (i = 0; i < names.length; i++) {
	if (!matches(toLowerCase(names[i]), ".*\\.(jpg|jpeg|png|tif|tiff|gif|bmp|pgm)")) continue;
	table = table + "\"" + replace(names[i], "\"", "'") + "\"," + blur(names[i]) + "\n";
	close("*");
}
File.saveString(table, blurred + "faces.csv");
return "ok";

// Columns, rows, faces, and the reason where it does not work.
function blur(name) {
	// open(...) would stop this macro at a file that is no picture
	probe = "" + call("ij.IJ.openImage", photographs + name);
	if (!startsWith(probe, "img")) return ",,,\"cannot be read as a picture\"";
	open(photographs + name);
	size = "" + getWidth() + "," + getHeight() + ",";
	// Fewer neighbors than in Detect Faces: a hand blurred by mistake does less harm than a face forgotten.
	reason = call("io.github.hounsfield.legacy.Attempt.run", "Blur Detected Faces",
		"margin=20 style=Solid all=true scale=1.05 neighbors=2 minsize=20");
	if (reason != "") return size + ",\"" + replace(reason, "\"", "'") + "\"";
	faces = Property.getNumber("Hounsfield.Faces");
	if (faces > 0) saveAs("PNG", blurred + name + "-blurred.png");
	return size + faces + ",";
}
