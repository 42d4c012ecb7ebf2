# Two doors for a newcomer: `make demo` and `make check`. Everything else is for those who stay.
# Every target installs by itself what is missing (Debian packages, through sudo when not root).

SHELL := /bin/bash
JOBS ?= $(shell nproc)
DEMO ?= build/demo

.PHONY: demo check release dev sanitize bench screenshots fuzz format tidy packages clean

demo: release
	@scripts/demo.sh build/release/bin/hdskit "$(DEMO)"

check: packages-check
	@cmake --preset dev > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
	cmake --build --preset dev --parallel $(JOBS)
	ctest --preset dev --parallel $(JOBS)

release: packages
	@mkdir -p build
	cmake --preset release
	cmake --build --preset release --parallel $(JOBS)

sanitize: packages-check
	cmake --preset sanitize
	cmake --build --preset sanitize --parallel $(JOBS)
	ctest --preset sanitize --parallel $(JOBS)

bench: release packages-bench
	@scripts/bench.sh build/release

# Every page of the desktop program, in both languages, light and dark, to build/screenshots.
screenshots: release packages-check
	@scripts/screenshots.sh build/release

# SECONDS_EACH=300 make fuzz feeds each parser five minutes instead of twenty seconds (those of cards and directory: a minute).
fuzz:
	scripts/fuzz.sh

format:
	scripts/format.sh

tidy: dev
	scripts/tidy.sh

dev: packages-check
	cmake --preset dev
	cmake --build --preset dev --parallel $(JOBS)

.PHONY: packages-check packages-bench
packages:
	@mkdir -p build
	@scripts/packages.sh build
packages-check:
	@mkdir -p build
	@scripts/packages.sh build check
packages-bench:
	@scripts/packages.sh build bench

clean:
	rm -rf build
