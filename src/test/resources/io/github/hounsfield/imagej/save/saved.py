# Reads saved series with independent tools and compares values and places with what the image held in memory.
# Input: a line each: folder, file of numbers, depth, rows, columns, smallest step of values.
# The file: row, column, spacing x, spacing y, a position for each slice, then all values; little-endian doubles.
import glob, os, shutil, subprocess, sys, tempfile
import numpy as np
import pydicom

def modality(ds, stored):
    slope = float(ds.get('RescaleSlope', 1))
    intercept = float(ds.get('RescaleIntercept', 0))
    values = stored.astype(np.float64) * slope + intercept
    if 'PixelPaddingValue' in ds and want_nan:
        values[stored == ds.PixelPaddingValue] = np.nan
    return values

def say(tool, what):
    print('differs: %s: %s: %s' % (os.path.basename(folder), tool, what))

def same(tool, z, got, tolerance):
    want = values[z]
    if got.shape != want.shape:
        return say(tool, 'shape %s, expected %s' % (got.shape, want.shape))
    if not np.array_equal(np.isnan(got), np.isnan(want)):
        return say(tool, 'padding of slice %d' % z)
    worst = np.nanmax(np.abs(got - want)) if not np.isnan(want).all() else 0
    if worst > tolerance + 1e-12 * np.nanmax(np.abs(want)):
        say(tool, 'values of slice %d by %g' % (z, worst))

def world(z, y, x):
    return positions[z] + x * sx * row + y * sy * column

def volume(tool, data, affine, tolerance):
    """Values at places: data[x, y, z], affine to LPS."""
    inverse = np.linalg.inv(affine)
    rng = np.random.default_rng(1)
    for _ in range(200):
        z, y, x = rng.integers(depth), rng.integers(rows), rng.integers(columns)
        index = inverse @ np.append(world(z, y, x), 1)
        at = np.rint(index[:3]).astype(int)
        if np.abs(index[:3] - at).max() > 0.02 or (at < 0).any() or (at >= data.shape[:3]).any():
            return say(tool, 'place of voxel %d %d %d: index %s' % (x, y, z, index[:3]))
        want = values[z, y, x]
        if not np.isnan(want) and abs(float(data[tuple(at)]) - want) > tolerance:
            return say(tool, 'value of voxel %d %d %d: %g, expected %g' % (x, y, z, data[tuple(at)], want))

def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)

def by_pydicom(files):
    for z, file in enumerate(files):
        ds = pydicom.dcmread(file)
        if np.abs(np.array(ds.ImagePositionPatient, float) - positions[z]).max() > 1e-6:
            say('pydicom', 'position of slice %d' % z)
        if np.abs(np.array(ds.ImageOrientationPatient, float) - np.r_[row, column]).max() > 1e-9:
            say('pydicom', 'orientation of slice %d' % z)
        if np.abs(np.array(ds.PixelSpacing, float) - [sy, sx]).max() > 1e-6:
            say('pydicom', 'spacing of slice %d' % z)
        for element in ds.iterall():
            if element.VR == 'DS' and element.value is not None:
                for text in str(element.value).strip('[]').split(', '):
                    if len(text.strip("'")) > 16:
                        say('pydicom', 'decimal string too long: %s' % element.tag)
        if int(ds.InstanceNumber) != z + 1:
            say('pydicom', 'number of slice %d' % z)
        same('pydicom', z, modality(ds, ds.pixel_array), step)

def by_gdcm(files):
    try:
        import gdcm
    except ImportError:
        return print('skipped: gdcm')
    for z, file in enumerate(files):
        reader = gdcm.ImageReader()
        reader.SetFileName(file)
        if not reader.Read():
            return say('gdcm', 'cannot read')
        image = reader.GetImage()
        if np.abs(np.array(image.GetOrigin()) - positions[z]).max() > 1e-6 and 'SC' not in os.path.basename(folder):
            say('gdcm', 'position of slice %d' % z)
        kind = {8: 'u1', 16: '<u2'}[image.GetPixelFormat().GetBitsAllocated()]
        if image.GetPixelFormat().GetPixelRepresentation():
            kind = kind.replace('u', 'i')
        raw = np.frombuffer(image.GetBuffer().encode('utf-8', errors='surrogateescape'), kind).reshape(rows, columns)
        ds = pydicom.dcmread(file, stop_before_pixels=True)
        same('gdcm', z, modality(ds, raw), step)

def by_dcmtk(files):
    if not shutil.which('dcmconv'):
        return print('skipped: dcmtk')
    with tempfile.TemporaryDirectory() as work:
        for z in {0, depth - 1}:
            copy = os.path.join(work, 'copy.dcm')
            if run('dcmconv', '+ti', files[z], copy).returncode:
                return say('dcmtk', 'cannot convert')
            ds = pydicom.dcmread(copy)
            same('dcmtk', z, modality(ds, ds.pixel_array), step)
            lines = run('dcmdump', '+P', '0020,0032', files[z]).stdout.decode()
            place = [float(v) for v in lines[lines.index('[') + 1:lines.index(']')].split('\\')]
            if np.abs(np.array(place) - positions[z]).max() > 1e-6:
                say('dcmtk', 'position of slice %d' % z)

def by_dcm2niix():
    if not shutil.which('dcm2niix'):
        return print('skipped: dcm2niix')
    import nibabel
    with tempfile.TemporaryDirectory() as work:
        run('dcm2niix', '-m', 'y', '-f', 'v', '-b', 'n', '-z', 'n', '-o', work, folder)
        found = glob.glob(work + '/*.nii')
        if len(found) != 1:
            return say('dcm2niix', 'made %d volumes' % len(found))
        image = nibabel.load(found[0])
        affine = np.diag([-1., -1., 1., 1.]) @ image.affine
        volume('dcm2niix', image.get_fdata(), affine, max(step, 1e-3))

def by_plastimatch():
    if not shutil.which('plastimatch'):
        return print('skipped: plastimatch')
    with tempfile.TemporaryDirectory() as work:
        out = work + '/v.mha'
        run('plastimatch', 'convert', '--input', folder, '--output-img', out, '--output-type', 'float')
        if not os.path.exists(out):
            return say('plastimatch', 'made no volume')
        head, data = open(out, 'rb').read().split(b'ElementDataFile = LOCAL\n', 1)
        fields = dict(line.split(' = ', 1) for line in head.decode().strip().split('\n'))
        size = [int(v) for v in fields['DimSize'].split()]
        matrix = np.array(fields['TransformMatrix'].split(), float).reshape(3, 3).T
        affine = np.eye(4)
        affine[:3, :3] = matrix * np.array(fields['ElementSpacing'].split(), float)
        affine[:3, 3] = np.array(fields['Offset'].split(), float)
        volume('plastimatch', np.frombuffer(data, '<f4').reshape(size[::-1]).T, affine, max(step, 0.51))

count = 0
for line in sys.stdin.read().splitlines():
    folder, numbers, depth, rows, columns, step, tools = line.split('\t')
    depth, rows, columns, step = int(depth), int(rows), int(columns), float(step)
    all_numbers = np.fromfile(numbers, '<f8')
    row, column, (sx, sy) = all_numbers[:3], all_numbers[3:6], all_numbers[6:8]
    positions = all_numbers[8:8 + 3 * depth].reshape(depth, 3)
    values = all_numbers[8 + 3 * depth:].reshape(depth, rows, columns)
    want_nan = np.isnan(values).any()
    files = sorted(glob.glob(folder + '/*'))
    if [os.path.basename(f) for f in files] != ['IM-%05d.dcm' % (i + 1) for i in range(depth)]:
        say('names', str(files))
    by_pydicom(files)
    by_gdcm(files)
    by_dcmtk(files)
    if 'volume' in tools:
        by_dcm2niix()
        by_plastimatch()
    count += 1
print('compared %d' % count)
