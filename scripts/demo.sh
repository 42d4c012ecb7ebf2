#!/usr/bin/env bash
# Makes the demonstration hospital, says how complete its file is, assembles its dossier, and says how to open it in the window.
# Usage: demo.sh <hdskit> <folder>
set -euo pipefail
hdskit=$1
folder=$2
workspace=$folder/val-de-brenne.hds

mkdir -p "$folder"
rm -f "$workspace"
rm -rf "${workspace%.hds}-sauvegardes"
"$hdskit" demo create "$workspace"
echo
"$hdskit" dossier check --workspace "$workspace" --date 2026-11-22 || [ $? -eq 1 ] # 1: not complete, on purpose
echo
"$hdskit" dossier build --workspace "$workspace" --date 2026-11-22 --output "$folder/dossier.pdf"
echo
echo "$hdskit-gui $workspace"
