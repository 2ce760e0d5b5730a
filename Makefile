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
NODES ?= 1000000
PYTHON := .venv/bin/python
SOURCES := Sources Tests Package.swift
# The program has Swift's libraries inside, which halves the time of its start. The scripts' library, made of the same
# objects, takes the shared ones, and looks among the static ones for what only these have.
RELEASE = swift build -c release --static-swift-stdlib \
	-Xlinker -L$(shell swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static/linux

# A file that joined the library is not seen before the manifest of a package that uses it changes.
BENCHMARK_BUILD = touch Benchmarks/Package.swift && swift build -c release --package-path Benchmarks --product

.PHONY: analyze test fuzz build setup lint format sanitize peers benchmark benchmark-peers benchmark-graphml benchmark-quantities install \
	clean help

analyze: setup
	$(RELEASE) --product liantu
	.build/release/liantu analyze $(CHAIN) $(if $(REGION),--region $(REGION)) $(ARGS)

test: setup
	swift build --build-tests
	swift test --skip-build --disable-xctest

build: setup
	$(RELEASE)

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

# Every access is checked, which takes a debug build more than an hour under the thread sanitizer; a release build, 22 minutes.
sanitize: setup
	LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/leaks.txt:print_suppressions=0 \
		swift test --disable-xctest --sanitize=address --scratch-path .build-address
	swift test -c release -Xswiftc -enable-testing --disable-xctest --sanitize=thread --scratch-path .build-thread

# A virtual environment with the programs that the optional tests compare with.
peers:
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --upgrade pip
	$(PYTHON) -m pip install --quiet networkx igraph rustworkx networkit lxml xmlschema jsonschema wcwidth

benchmark: setup
	$(BENCHMARK_BUILD) kernel-benchmark
	Benchmarks/.build/release/kernel-benchmark

# The program alone; it needs no toolchain where it runs.
install: setup
	$(RELEASE) --product liantu
	install -D -s -m 755 .build/release/liantu $(DESTDIR)$(PREFIX)/bin/liantu

# Our graph algorithms and other programs' in turns on networks S, M and L; writes the table of docs/performance.md.
benchmark-peers: build
	Benchmarks/peers/setup.sh
	Benchmarks/.venv/bin/python Benchmarks/peers/compare.py --sizes $(SIZES) --rounds $(ROUNDS) --write

# Our GraphML readers and writer, raw libxml2 and igraph in turns; writes the table of docs/graphml.md.
benchmark-graphml: setup
	test -x Benchmarks/.venv/bin/python || python3 -m venv Benchmarks/.venv
	Benchmarks/.venv/bin/python -m pip install --quiet igraph
	$(BENCHMARK_BUILD) graphml-benchmark
	$(CC) -O3 -o Benchmarks/.build/sax_peer Benchmarks/peers/sax_peer.c $$(pkg-config --cflags --libs libxml-2.0)
	Benchmarks/.venv/bin/python Benchmarks/peers/graphml.py --nodes $(NODES) --rounds $(ROUNDS) --write

# The analysis of generated chains, and CLP alone on a plan before and after it: what the machine is worth.
benchmark-quantities: setup
	$(BENCHMARK_BUILD) quantity-benchmark
	$(CC) -O2 -o Benchmarks/.build/clp_peer Benchmarks/peers/clp_peer.c -lClp
	Benchmarks/.build/release/quantity-benchmark mps > Benchmarks/.build/plan.mps
	Benchmarks/.build/clp_peer Benchmarks/.build/plan.mps
	Benchmarks/.build/release/quantity-benchmark
	Benchmarks/.build/clp_peer Benchmarks/.build/plan.mps

clean:
	rm -rf .build .build-address .build-thread Benchmarks/.build

help:
	@sed -n '1,4p' Makefile
	@echo '# others: setup fuzz lint format sanitize peers benchmark benchmark-peers benchmark-graphml benchmark-quantities install clean'
