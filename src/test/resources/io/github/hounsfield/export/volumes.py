"""Compares an exported NIfTI file with the headers of the DICOM files it comes from, and with other converters' files.

usage: volumes.py EXPORTED.nii FOLDER_OF_DICOM [NAME=OTHER.nii ...]; prints one line of JSON.
Of 200 random voxels: distance in mm between the place that the file gives and the one that Image Position, Orientation
and Pixel Spacing of the slice give (PS3.3 C.7.6.2.1.1), difference of values; of other files, difference of the values
at the same place.
"""
import json
import os
import sys

import nibabel
import numpy as np
import pydicom


def grey(a):
    return a.dtype.names is None


def value(array, index):
    v = array[tuple(index)]
    return float(v) if grey(array) else tuple(int(v[c]) for c in v.dtype.names)


def difference(a, b):
    return abs(a - b) if not isinstance(a, tuple) else max(abs(x - y) for x, y in zip(a, b))


def load(path):
    image = nibabel.load(path)
    array = np.asanyarray(image.dataobj)
    while array.ndim > 3 and array.shape[-1] == 1:
        array = array[..., 0]
    return image, array


exported, folder, others = sys.argv[1], sys.argv[2], sys.argv[3:]
image, array = load(exported)
random = np.random.default_rng(5)
voxels = [[int(random.integers(n)) for n in array.shape[:3]] for _ in range(200)]

slices = []
for name in sorted(os.listdir(folder)):
    d = pydicom.dcmread(os.path.join(folder, name))
    row, column = np.array(d.ImageOrientationPatient[:3], float), np.array(d.ImageOrientationPatient[3:], float)
    slices.append((np.array(d.ImagePositionPatient, float), row, column, np.cross(row, column),
                   [float(s) for s in d.PixelSpacing], d))

slopes = {(float(s[5].get('RescaleSlope', 1)), float(s[5].get('RescaleIntercept', 0))) for s in slices}
slope, intercept = slopes.pop() if len(slopes) == 1 else (1.0, 0.0)
pixels = {}
place = values = 0.0
compared = 0
for v in voxels:
    world = image.affine @ np.array(v + [1.0])
    lps = np.array([-world[0], -world[1], world[2]])
    at = min(range(len(slices)), key=lambda i: abs((lps - slices[i][0]) @ slices[i][3]))
    position, row, column, normal, spacing, d = slices[at]
    x, y = (lps - position) @ row / spacing[1], (lps - position) @ column / spacing[0]
    i, j = int(round(x)), int(round(y))
    place = max(place, float(np.linalg.norm(position + i * spacing[1] * row + j * spacing[0] * column - lps)))
    try:
        if at not in pixels:
            pixels[at] = d.pixel_array
    except Exception:
        continue
    stored = pixels[at][j, i]
    found = value(array, v)
    header = tuple(int(c) for c in stored) if np.ndim(stored) else float(stored) * slope + intercept
    values = max(values, difference(found, header))
    compared += 1

qform, _ = image.header.get_qform(coded=True)
result = {'place_mm': place, 'header_value': values, 'header_voxels': compared,
          'axes': ''.join(nibabel.aff2axcodes(image.affine)), 'type': str(array.dtype) if grey(array) else 'rgb24',
          'sform_qform': None if qform is None else float(np.abs(qform - image.affine).max()), 'others': {}}
for other in others:
    name, path = other.split('=', 1)
    peer, theirs = load(path)
    inverse = np.linalg.inv(peer.affine)
    worst, off, count = 0.0, 0.0, 0
    for v in voxels:
        index = (inverse @ image.affine @ np.array(v + [1.0]))[:3]
        whole = np.rint(index).astype(int)
        if theirs.ndim != 3 or (whole < 0).any() or (whole >= theirs.shape).any():
            continue
        off = max(off, float(np.abs((peer.affine @ np.append(whole, 1.0) - image.affine @ np.array(v + [1.0]))[:3]).max()))
        worst = max(worst, difference(value(array, v), value(theirs, whole)))
        count += 1
    result['others'][name] = {'voxels': count, 'place_mm': off, 'value': worst}
print(json.dumps(result))
