# Reads segmentations with pydicom and compares each segment's frames with the mask in memory, and places with numbers.
# Input: a line each: file, bytes of the mask (slice by slice), depth, rows, columns, segments' values with commas, positions.
import sys
import numpy as np
import pydicom

for line in sys.stdin.read().splitlines():
    file, mask, depth, rows, columns, wanted, places = line.split('\t')
    ds = pydicom.dcmread(file)
    mask = np.fromfile(mask, 'u1').reshape(int(depth), int(rows), int(columns))
    wanted = [int(v) for v in wanted.split(',')]
    places = np.array(places.split(','), float).reshape(int(depth), 3)
    frames = ds.pixel_array.reshape(-1, int(rows), int(columns))
    problems = []
    if ds.SegmentationType != 'BINARY' or ds.BitsAllocated != 1 or ds.SOPClassUID != '1.2.840.10008.5.1.4.1.1.66.4':
        problems.append('no binary segmentation')
    if [s.SegmentNumber for s in ds.SegmentSequence] != list(range(1, len(wanted) + 1)):
        problems.append('segment numbers')
    if len(frames) != int(ds.NumberOfFrames) or len(frames) != len(ds.PerFrameFunctionalGroupsSequence):
        problems.append('frames')
    references = set()
    for series in ds.ReferencedSeriesSequence:
        for instance in series.ReferencedInstanceSequence:
            references.add(instance.ReferencedSOPInstanceUID)
    seen = set()
    for frame, groups in zip(frames, ds.PerFrameFunctionalGroupsSequence):
        segment = groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber
        place = np.array(groups.PlanePositionSequence[0].ImagePositionPatient, float)
        z = int(np.abs(places - place).max(axis=1).argmin())
        if np.abs(places[z] - place).max() > 1e-6:
            problems.append('position %s' % place)
        if list(groups.FrameContentSequence[0].DimensionIndexValues) != [segment, z + 1]:
            problems.append('dimension index')
        source = groups.DerivationImageSequence[0].SourceImageSequence[0].ReferencedSOPInstanceUID
        if source not in references:
            problems.append('source')
        if not np.array_equal(frame == 1, mask[z] == wanted[segment - 1]):
            problems.append('pixels of segment %d, slice %d' % (segment, z))
        seen.add((segment, z))
    if len(seen) != len(wanted) * int(depth):
        problems.append('slices that are missing')
    print('%s; %s; %d frames, %d sources' % (', '.join(problems) or 'same', ', '.join(s.SegmentLabel + ' ' +
        s.SegmentedPropertyTypeCodeSequence[0].CodeMeaning for s in ds.SegmentSequence), len(frames), len(references)))
