#!/usr/bin/env bash
# Pictures of every page of the desktop program: both languages, light and dark, and once at 200 %.
# All go to build/screenshots; the two that the README shows go to docs/screenshots, made small. Usage: screenshots.sh <build folder>
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
folder=build/screenshots
rm -rf "$folder"
for language in fr en; do
  for theme in light dark; do
    /usr/bin/python3 -B tests/gui/screenshots.py "$build" "$folder" "$language" "$theme"
  done
done
/usr/bin/python3 -B tests/gui/screenshots.py "$build" "$folder" fr light 2
/usr/bin/python3 -B tests/gui/screenshots.py "$build" "$folder" fr dark 2

mkdir -p docs/screenshots
for page in dashboard requirements; do
  convert "$folder/$page-fr-light.png" -strip -colors 128 +dither -define png:compression-level=9 "PNG8:docs/screenshots/$page.png"
done
ls -l docs/screenshots
