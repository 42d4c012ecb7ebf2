#!/usr/bin/env bash
# Runs clang-tidy (.clang-tidy) over every source of the development build.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh tidy
git ls-files 'toolkit/*.cpp' 'cli/*.cpp' | xargs -r -P "$(nproc)" -n 4 clang-tidy --quiet -p build/dev
