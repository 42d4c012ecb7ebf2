#!/usr/bin/env bash
# Feeds every parser of foreign bytes with damaged and invented files. Ends with 1 on a finding: a crash, a leak, a report of a sanitizer,
# a hang, more than 2 GB, a broken promise, or an exception that is no Problem. Which bytes did it stands in build/fuzz/findings.
# Usage: fuzz.sh [subject ...]      SECONDS_EACH=20: how long each subject is fed; those on which access to patients' data hangs, a minute at least
set -euo pipefail
cd "$(dirname "$0")/.."
each=${SECONDS_EACH:-20}
build=build/fuzz
mkdir -p $build/findings

scripts/packages.sh build fuzz
cmake --preset fuzz > $build/configure.log 2>&1 || { cat $build/configure.log; exit 1; }
cmake --build --preset fuzz --parallel "${JOBS:-$(nproc)}"

subjects=("$@")
[ ${#subjects[@]} -gt 0 ] || for program in fuzz/*_fuzz.cpp; do subjects+=("$(basename "$program" _fuzz.cpp)"); done

# Sound and damaged files that the tests and the program already have.
seeds_of() {
  case $1 in
    annex | document) ls tests/fixtures/annexes/*.{pdf,png,jpg} ;;
    image) ls tests/fixtures/annexes/*.{png,jpg} ;;
    checklist) ls tests/fixtures/checklists/*.xml checklists/*.xml ;;
    regime) ls checklists/regimes/*.xml ;;
    risk_scale) ls catalogues/risk/scales/*.json ;;
    risk_study) ls demonstration/risk/study.json ;;
    csv | requirement_import) ls tests/fixtures/csv/*.csv ;;
    workbook) ls tests/fixtures/tables/* ;;
    markdown) ls templates/*.md docs/guide/*.md ;;
    typeset) ls fuzz/corpus/markdown/* ;; # short ones: each is set on pages
    template) ls templates/*.md ;;
  esac
}

seconds_of() {
  case $1 in
    certificate | revocation_list | directory | fhir_page | signature) [ "$each" -gt 60 ] && echo "$each" || echo 60 ;;
    *) echo "$each" ;;
  esac
}

memory=$(mktemp -d -p /dev/shm hdskit-fuzz.XXXXXX) # annexes and dossiers are written there
trap 'rm -rf "$memory"' EXIT
export TMPDIR=$memory
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/cmake/lsan.supp:print_suppressions=0

failed=()
for subject in "${subjects[@]}"; do
  grown=$build/corpus/$subject # what past runs found worth keeping
  seeds=$memory/seeds
  mkdir -p "$grown" "$seeds"
  seeds_of "$subject" | while read -r file; do cp "$file" "$seeds/$(echo "$file" | tr / -)"; done
  places=("$grown" "$seeds")
  [ ! -d "fuzz/corpus/$subject" ] || places+=("fuzz/corpus/$subject")
  words=()
  [ ! -f "fuzz/dictionaries/$subject.txt" ] || words=(-dict="fuzz/dictionaries/$subject.txt")
  seconds=$(seconds_of "$subject")
  echo "== $subject, $seconds s"
  log=$build/$subject.log
  if $build/bin/"${subject}"_fuzz -max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -artifact_prefix=$build/findings/"$subject"- "${words[@]}" "${places[@]}" > "$log" 2>&1; then
    tail -n 1 "$log"
  else
    tail -n 60 "$log"
    failed+=("$subject")
  fi
  rm -rf "$seeds"
done
[ ${#failed[@]} -eq 0 ] && exit 0
echo "Findings in: ${failed[*]}. The bytes are in $build/findings; give one to $build/bin/<subject>_fuzz to see it again." >&2
exit 1
