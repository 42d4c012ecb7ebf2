#!/usr/bin/env python3
"""Fails when a source file grows over 400 lines: by then it holds more than one idea."""
import pathlib
import sys

LIMIT = 400


def main(root):
    faults = []
    for top in ("toolkit", "cli", "gui", "unpack", "tests", "bench"):
        for path in sorted((root / top).rglob("*.[ch]pp")):
            lines = len(path.read_text().splitlines())
            if lines > LIMIT:
                faults.append(f"{path.relative_to(root)}: {lines} lines")
    print("\n".join(faults) or "sizes: fine")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
