#!/usr/bin/env bash
# Builds the benchmark programs and runs them beside their peers. Usage: bench.sh <release build folder>
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
cmake --preset release -DHDSKIT_BENCH=ON > "$build/bench-configure.log"
cmake --build "$build" --parallel "$(nproc)"
python3 bench/run.py "$build"
