"""Masks of an axial structure set by dicompyler-core: contours of a plane joined by exclusive or, as its own dose volume
histogram has them. Standard input: the file; columns, rows; origin x, y; spacing x, y. A line for each plane: name, z,
indices of the pixels inside."""
import sys

import numpy
from dicompylercore import dicomparser, dvhcalc

path, size, origin, spacing = [line.split() for line in sys.stdin.read().splitlines()]
columns, rows = map(int, size)
x = float(origin[0]) + float(spacing[0]) * numpy.arange(columns)
y = float(origin[1]) + float(spacing[1]) * numpy.arange(rows)
points = numpy.array([(a, b) for b in y for a in x])
parser = dicomparser.DicomParser(path[0])
for number, structure in sorted(parser.GetStructures().items()):
    for z, plane in sorted(parser.GetStructureCoordinates(number).items()):
        grid = numpy.zeros((rows, columns), bool)
        for contour in plane:
            grid ^= dvhcalc.get_contour_mask({"lut": [x, y]}, number, points, [p[0:2] for p in contour["data"]])
        print(structure["name"], z, ",".join(map(str, numpy.flatnonzero(grid))), sep="\t")
