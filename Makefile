# make analyze   set up, build, analyse a real chain   (CHAIN=… REGION=… ARGS=… to choose)
# make test      set up, build, run all tests
# make build     everything in release, scripts' library included
# make help      the other targets

CHAIN ?= chains/auto-parts
REGION ?=
ARGS ?=
PREFIX ?= /usr/local
SIZES ?= S M L
ROUNDS ?= 5
PYTHON := .venv/bin/python
SOURCES := Sources Tests Package.swift

.PHONY: analyze test fuzz build setup lint format sanitize peers benchmark benchmark-peers install clean help

analyze: setup
	swift build -c release --product liantu
	.build/release/liantu analyze $(CHAIN) $(if $(REGION),--region $(REGION)) $(ARGS)

test: setup
	swift build --build-tests
	swift test --skip-build --disable-xctest

build: setup
	swift build -c release

# Installs the Debian packages that are missing; asks nothing.
setup:
	@scripts/setup.sh

# More than 100,000 damaged GraphML files; the tests take a fiftieth of them.
fuzz: setup
	LIANTU_FUZZ_ROUNDS=1700 swift test --disable-xctest --filter DamagedFileTests

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

sanitize: setup
	swift test --disable-xctest --sanitize=address --scratch-path .build-address
	swift test --disable-xctest --sanitize=thread --scratch-path .build-thread

# A virtual environment with the programs that the optional tests compare with.
peers:
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --upgrade pip
	$(PYTHON) -m pip install --quiet networkx igraph rustworkx networkit lxml xmlschema jsonschema wcwidth

benchmark: setup
	swift run -c release --package-path Benchmarks kernel-benchmark

# With the Swift runtime inside: it starts faster and needs no toolchain where it runs.
install: setup
	swift build -c release --product liantu --static-swift-stdlib --scratch-path .build-install
	install -D -s -m 755 .build-install/release/liantu $(DESTDIR)$(PREFIX)/bin/liantu

# Our graph algorithms and other programs' in turns on networks S, M and L; writes the table of docs/performance.md.
benchmark-peers: setup
	Benchmarks/peers/setup.sh
	Benchmarks/.venv/bin/python Benchmarks/peers/compare.py --sizes $(SIZES) --rounds $(ROUNDS) --write

clean:
	rm -rf .build .build-address .build-thread .build-install Benchmarks/.build

help:
	@sed -n '1,4p' Makefile
	@echo '# others: setup fuzz lint format sanitize peers benchmark benchmark-peers install clean'
