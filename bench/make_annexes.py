#!/usr/bin/env python3
"""Makes the annexes of the large dossier: PDFs of 5 scanned pages, every third one rotated, about `megabytes` in all.

Usage: make_annexes.py FOLDER COUNT MEGABYTES
Each page is one JPEG image of noise on paper grey, as a scanner gives them, over an invisible line of text. Always the same bytes.
"""
import pathlib
import random
import subprocess
import sys

PAGES = 5


def noise_jpeg(folder, kind, side):
    noise = random.Random(kind).randbytes(side * side)
    source, path = folder / "noise.pgm", folder / "noise.jpg"
    source.write_bytes(b"P5\n%d %d\n255\n" % (side, side) + bytes(150 + (b >> 2) for b in noise))
    subprocess.run(["convert", str(source), "-quality", "92", str(path)], check=True)
    jpeg = path.read_bytes()
    source.unlink()
    path.unlink()
    return jpeg


def scans(folder, bytes_each, kinds=6):
    """A few different JPEG files of about the wanted size: noise does not compress, so the pixel count sets it."""
    trial = 200
    side = max(16, int(trial * (bytes_each / len(noise_jpeg(folder, 0, trial))) ** 0.5))
    return [(noise_jpeg(folder, kind, side), side) for kind in range(kinds)]


def pdf(pages, rotated, number):
    """A plain PDF 1.4 written by hand: one image and one line of text a page."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", None, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for index, (jpeg, side) in enumerate(pages, 1):
        image = len(objects) + 1
        objects.append(b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n" % (side, side, len(jpeg)) + jpeg + b"\nendstream")
        text = b"q 595 0 0 842 0 0 cm /I Do Q BT /F 9 Tf 60 40 Td (Annexe de mesure %d page %d) Tj ET" % (number, index)
        objects.append(b"<</Length %d>>stream\n" % len(text) + text + b"\nendstream")
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Resources<</Font<</F 3 0 R>>/XObject<</I %d 0 R>>>>/Contents %d 0 R>>" % (b"/Rotate 90" if rotated else b"", image, image + 1))
        kids.append(b"%d 0 R" % (image + 2))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number_, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number_ + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def main(folder, count, megabytes):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    images = scans(folder, megabytes * 1_000_000 / count / PAGES)
    for number in range(count):
        pages = [images[(number + i) % len(images)] for i in range(PAGES)]
        (folder / f"annexe-{number:03d}.pdf").write_bytes(pdf(pages, number % 3 == 0, number))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
