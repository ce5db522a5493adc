"""The value of every element of DICOM files, read by pydicom. Standard input: a path a line. A line for each element:
number of the file, path of tags, text, text where the VR is not known; texts in UTF-8 as digits of base 16."""
import struct
import sys
import warnings

import pydicom
from pydicom.multival import MultiValue

warnings.simplefilter("ignore")
TEXT = ("AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "PN", "SH", "TM", "UC", "UI", "UR")
PARAGRAPHS = ("LT", "ST", "UT")
NUMBERS = {"OW": "H", "OF": "f", "OD": "d", "OL": "I", "OV": "Q", "US": "H", "SS": "h", "UL": "I", "SL": "i", "FL": "f",
    "FD": "d", "SV": "q", "UV": "Q"}
SPACE = "".join(map(chr, range(33)))
PIXELS = (0x7FE00008, 0x7FE00009, 0x7FE00010)

# Explicit lengths of 32 bits where the VR has 16: pydicom reads past them.
MISREAD_BY_PYDICOM = ("GH179A.dcm",)
# The file ends within its pixels: pydicom tells what is left, the table what the element claims.
CUT = ("MR_truncated.dcm", "ct-slice-cut-in-pixel-data.dcm")
TRAILING_PADDING = 0xFFFCFFFC


def numbers(code, data, big):
    size = struct.calcsize(code)
    if len(data) // size > 64:
        return f"({len(data)} bytes)"
    return "\\".join(repr(v) for v in struct.unpack((">" if big else "<") + str(len(data) // size) + code, data))


def digits(data):
    return f"({len(data)} bytes)" if len(data) > 64 else "0x" + data.hex().upper()


def unknown(data):
    kept = data.rstrip(b" \0")
    if kept and len(data) >= 4 and all(32 <= c <= 126 for c in kept):
        return kept.decode("ascii")
    return digits(data)


def one(value):
    numeric = isinstance(value, (pydicom.valuerep.DSfloat, pydicom.valuerep.DSdecimal, pydicom.valuerep.IS))
    return str(getattr(value, "original_string", None) or value) if numeric else str(value)


def text(element, raw, big, cut):
    vr, data = element.VR, raw
    if vr == "SQ":
        count = len(element.value)
        return "" if count == 0 else f"({count} item{'' if count == 1 else 's'})"
    if element.tag in PIXELS:
        if cut:
            return None
        return "(fragments)" if element.is_undefined_length else f"({len(element.value)} bytes)"
    if element.value is None or data is not None and len(data) == 0:
        return ""
    if element.tag.element == 0 and data is not None:
        return numbers("I", data, big)  # a group length, whatever the group (PS3.5 section 7.2)
    if vr in NUMBERS and data is None:
        values = element.value if isinstance(element.value, MultiValue) else [element.value]
        return "\\".join(repr(v) for v in values)
    if vr in NUMBERS:
        return numbers(NUMBERS[vr], data, big)
    if vr == "AT":
        values = element.value if isinstance(element.value, MultiValue) else [element.value]
        return "\\".join(f"({v >> 16:04X},{v & 0xFFFF:04X})" for v in values)
    if vr in TEXT:
        values = element.value if isinstance(element.value, (MultiValue, list)) else [element.value]
        return "\\".join(one(v).strip(SPACE) for v in values if v is not None)
    if vr in PARAGRAPHS:
        return str(element.value or "").rstrip(SPACE)
    return digits(data) if vr in ("OB", "UN") and data is not None else f"? {vr}"


def walk(number, dataset, before, big, cut):
    for tag in dataset.keys():
        raw = dataset.get_item(tag)
        data = raw.value if isinstance(raw.value, bytes) else None
        path = f"{before}{tag >> 16:04X}{tag & 0xFFFF:04X}"
        element = dataset[tag]
        if element.VR == "UN" and data and data[:4] == b"\xfe\xff\x00\xe0":
            continue  # items, which pydicom leaves as bytes
        other = unknown(data) if data else ""
        found = text(element, data, big, cut)
        if found is not None and tag != TRAILING_PADDING:
            print(number, path, found.encode("utf-8", "replace").hex(), other.encode().hex(), sep="\t")
        if element.VR == "SQ":
            for i, item in enumerate(element.value):
                walk(number, item, f"{path}[{i}].", big, cut)


for number, line in enumerate(sys.stdin):
    file = line.rstrip("\n")
    if file.endswith(MISREAD_BY_PYDICOM):
        continue
    try:
        read = pydicom.dcmread(file, force=True)
        walk(number, read.file_meta, "", False, False)
        walk(number, read, "", read.is_little_endian is False, file.endswith(CUT))
    except Exception as problem:
        print(number, "problem", repr(problem).encode().hex(), "", sep="\t")
