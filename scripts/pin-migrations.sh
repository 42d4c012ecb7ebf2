#!/usr/bin/env bash
# Pins the migrations by digest. Until the first release a migration may still change; afterwards only new ones are added,
# and a changed line in pinned.txt is a defect that tests/workspace/migration_test.cpp finds.
set -euo pipefail
cd "$(dirname "$0")/../toolkit/workspace/migrations"
sha256sum [0-9]*.sql > pinned.txt
