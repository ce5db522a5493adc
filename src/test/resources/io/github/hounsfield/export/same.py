"""Compares two MetaImage files on one grid: voxels, the largest difference, the largest of spacing and origin in mm, voxels that differ."""
import sys
import zlib

import numpy as np


def load(path):
    data = open(path, 'rb').read()
    end = data.index(b'\n', data.index(b'ElementDataFile')) + 1
    header = dict(line.split(' = ', 1) for line in data[:end].decode().splitlines())
    voxels = zlib.decompress(data[end:]) if header['CompressedData'].strip() == 'True' else data[end:]
    types = {'MET_FLOAT': '<f4', 'MET_SHORT': '<i2', 'MET_UCHAR': '|u1'}
    size = [int(n) for n in header['DimSize'].split()]
    place = [float(n) for key in ('ElementSpacing', 'Offset', 'TransformMatrix') for n in header[key].split()]
    return np.frombuffer(voxels, types[header['ElementType']]).reshape(size[::-1]), np.array(place)


(x, p), (y, q) = load(sys.argv[1]), load(sys.argv[2])
if x.shape != y.shape:
    sys.exit(f'sizes differ: {x.shape} {y.shape}')
worst = max(float(np.abs(a.astype(np.float64) - b).max()) for a, b in zip(x, y))
print(x.size, worst, float(np.abs(p - q).max()), sum(int((a != b).sum()) for a, b in zip(x, y)))
