#!/usr/bin/env python3
"""Makes the trees on which the verification engine is measured, always the same. Usage: make_trees.py FOLDER KIND ...

big: one file of 4 GiB. small: 200,000 files of 4 to 12 KiB in 500 folders. mixed: 20,000 files from 1 KiB to 10 MiB, most of them short and most bytes in long
ones (truncated Pareto, alpha = 1/3), some 5 GB. tiny: two million files of 0 or 1 byte in 2,000 folders.
"""
import os
import pathlib
import random
import sys

NOISE = random.Random(7).randbytes(16 << 20)  # pieces of it are as good as random for a digest


def write(path, size, at):
    with open(path, "wb", buffering=0) as file:
        while size > 0:
            start = at % (len(NOISE) // 2)
            size -= file.write(NOISE[start:start + size])
            at += 4099


def make_big(folder):
    write(folder / "big", 4 << 30, 0)


def make_small(folder):
    draw = random.Random(1)
    for number in range(500):
        inner = folder / f"{number:03}"
        inner.mkdir()
        for file in range(400):
            write(f"{inner}/{file:03}", draw.randint(4096, 12288), number * 16001 + file * 37)


def pareto(draw, least, most, alpha):
    share = 1 - (least / most) ** alpha
    return int(least / (1 - draw.random() * share) ** (1 / alpha))


def make_mixed(folder):
    draw = random.Random(2)
    for number in range(200):
        inner = folder / f"{number:03}"
        inner.mkdir()
        for file in range(100):
            write(f"{inner}/{file:02}", pareto(draw, 1 << 10, 10 << 20, 1 / 3), number * 16001 + file * 37)


def make_tiny(folder):
    for number in range(2000):
        inner = folder / f"{number:04}"
        inner.mkdir()
        for file in range(1000):
            with open(f"{inner}/{file:03}", "wb", buffering=0) as out:
                out.write(b"x" * (file % 2))


def main(folder, *kinds):
    for kind in kinds:
        place = pathlib.Path(folder) / kind
        place.mkdir(parents=True)
        globals()[f"make_{kind}"](place)
        os.sync()


if __name__ == "__main__":
    main(*sys.argv[1:])
