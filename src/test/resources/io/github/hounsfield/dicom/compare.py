"""Compares pairs of DICOM files, read by pydicom: values, and pixels as bytes. Standard input: a pair of paths a line."""
import sys
import warnings

import numpy
import pydicom

warnings.simplefilter("ignore")

# Explicit lengths of 32 bits where the VR has 16: pydicom reads past them.
MISREAD_BY_PYDICOM = ("GH179A.dcm",)


def elements(dataset):
    found = {}
    for element in dataset:
        if element.tag.element != 0 and element.tag not in (0x00080001, 0xFFFCFFFC) and element.tag <= 0x7FE00010:
            found[element.tag] = element
    return found


def plain(value, big):
    if isinstance(value, bytes):
        if big:
            value = numpy.frombuffer(value + b"\0" * (len(value) % 2), ">u2").astype("<u2").tobytes()
        return value + b"\0" * (len(value) % 2)
    if value is None or value == "" or not isinstance(value, (int, float)) and len(value) == 0:
        return ""
    return [str(v) for v in value] if isinstance(value, pydicom.multival.MultiValue) else str(value)


def compare(where, one, two, big):
    first, second = elements(one), elements(two)
    for tag in sorted(set(first) ^ set(second)):
        yield f"{where} {tag} is in one of the two"
    for tag in sorted(set(first) & set(second)):
        a, b = first[tag], second[tag]
        if isinstance(b.value, pydicom.sequence.Sequence) and isinstance(a.value, pydicom.sequence.Sequence):
            if len(a.value) != len(b.value):
                yield f"{where} {tag} has {len(a.value)} and {len(b.value)} items"
            for i, (x, y) in enumerate(zip(a.value, b.value)):
                yield from compare(f"{where} {tag}[{i}]", x, y, big)
        elif big and tag.is_private:
            # UN in this file: its bytes are little endian (PS3.5 section 6.2.2), but pydicom takes them for big endian.
            continue
        elif a.VR == "UN" and b.VR == "SQ" and a.value[:4] == b"\xfe\xff\x00\xe0":
            continue
        elif plain(a.value, big and a.VR == "OW") != plain(b.value, False):
            yield f"{where} {tag} {a.VR} {b.VR} {str(a.value)[:60]!r} {str(b.value)[:60]!r}"


count = 0
for line in sys.stdin:
    source, written = line.rstrip("\n").split("\t")
    if source.endswith(MISREAD_BY_PYDICOM):
        continue
    try:
        one = pydicom.dcmread(source, force=True)
        list(one.iterall())
    except Exception:
        continue
    try:
        two = pydicom.dcmread(written)
        meta = [str(e.tag) for e in two.file_meta]
        assert meta == [f"(0002, {n})" for n in ("0000", "0001", "0002", "0003", "0010", "0012", "0013")], meta
        assert two.file_meta.MediaStorageSOPInstanceUID == two.get("SOPInstanceUID", two.file_meta.MediaStorageSOPInstanceUID)
        for problem in compare(source, one, two, not one.is_little_endian):
            print(problem)
    except Exception as e:
        print(source, type(e).__name__, e)
    count += 1
print("compared", count)
