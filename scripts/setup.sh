#!/bin/sh
# Installs what building and testing need and the machine lacks: Debian packages, nothing else.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: Swift 6.2 or later is needed and is not on the PATH: see https://www.swift.org/install" >&2
  exit 1
fi

missing=""
need() { missing="$missing $1"; }

command -v pkg-config >/dev/null 2>&1 || need pkg-config
pkg-config --exists libxml-2.0 2>/dev/null || need libxml2-dev
pkg-config --exists yaml-0.1 2>/dev/null || need libyaml-dev
pkg-config --exists zlib 2>/dev/null || need zlib1g-dev
pkg-config --exists clp 2>/dev/null || need coinor-libclp-dev
# For the tests that validate GraphML against its schema.
command -v xmllint >/dev/null 2>&1 || need libxml2-utils

[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "setup: please install what corresponds to the Debian packages:$missing" >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  echo "setup: please run as root: apt-get install$missing" >&2
  exit 1
fi

echo "setup: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# Package lists may be absent or old: try with what is there first.
# shellcheck disable=SC2086
$as_root apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
  $as_root apt-get update -q >&2
  $as_root apt-get install -y -q --no-install-recommends $missing >&2
}
