#!/bin/sh
# Installs the programs that compare.py times beside ours: from PyPI into Benchmarks/.venv, Boost from Debian.
set -eu
cd "$(dirname "$0")/.."

python3 -m venv .venv
.venv/bin/python -m pip install --quiet --upgrade pip
.venv/bin/python -m pip install --quiet numpy scipy igraph networkit rustworkx ortools polars graph-mate

if ! [ -e /usr/include/boost/graph/adjacency_list.hpp ]; then
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
    apt-get install -y -q --no-install-recommends libboost-dev g++ >/dev/null 2>&1 || {
      apt-get update -q && apt-get install -y -q --no-install-recommends libboost-dev g++
    }
  else
    echo "without Boost.Graph: it comes with the Debian package libboost-dev" >&2
  fi
fi
# A file that joined the library is not seen before the manifest of a package that uses it changes.
touch Package.swift
swift build -c release --product kernel-benchmark
swift build -c release --product edges-benchmark

if [ -e /usr/include/boost/graph/adjacency_list.hpp ]; then
  # Boost.Graph 1.74 warns about itself in this language version.
  g++ -O3 -march=native -std=c++17 -w peers/boost_peer.cpp -o .build/boost_peer
fi
if command -v g++ >/dev/null 2>&1; then
  g++ -O3 -march=native -std=c++17 -fopenmp peers/gapbs_loop_peer.cpp -o .build/gapbs_loop_peer ||
    echo "without the loop of gapbs: it takes a compiler with OpenMP" >&2
fi
