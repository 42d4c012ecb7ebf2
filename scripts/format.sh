#!/usr/bin/env bash
# Puts every source into the house's format (.clang-format).
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh tidy
git ls-files '*.cpp' '*.hpp' | xargs -r clang-format -i
