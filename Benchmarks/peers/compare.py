#!/usr/bin/env python3
"""Times our algorithms and those of other programs alternately and writes the table of docs/performance.md.

    compare.py --sizes S M L --rounds 5 [--only flow strong] [--write]

Every program is one process that loads a network once; in every round each runs every case once, ours
between the others, so that all see the same machine. What a program answers is compared with the facts
(`SupplyNetworkFacts.swift`); a wrong answer ends the run. Cases run by one thread are compared by
processor time, those with more by the clock on the wall.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs/performance.md"
DATA = HERE.parent / ".build/networks"
BEGIN, END = "<!-- table: make benchmark-peers -->", "<!-- end of table -->"
LIBRARIES = ["igraph", "networkit", "rustworkx", "scipy", "ortools"]
# Threads that meet at barriers wait without spinning, else they slow each other down on a busy machine.
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "2", "OMP_WAIT_POLICY": "passive", "RAYON_NUM_THREADS": "2"}


class Program:
    """A process that answers a line for each line."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        self.greeting = self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended with an error")
        return json.loads(line)

    def run(self, case):
        self.process.stdin.write(case + "\n")
        self.process.stdin.flush()
        return self.read()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def ours(size):
    return Program("ours", [HERE.parent / ".build/release/kernel-benchmark", "serve", size])


def peers(size, wanted):
    folder = DATA / size
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "nodes.bin").exists():
        subprocess.run(
            [HERE.parent / ".build/release/kernel-benchmark", "write", size, folder], check=True)
    # rustworkx takes minutes and several gigabytes to build L.
    names = [name for name in LIBRARIES if size != "L" or name != "rustworkx"]
    commands = {name: [sys.executable, HERE / "worker.py", name, folder] for name in names}
    boost = HERE.parent / ".build/boost_peer"
    if boost.exists():
        commands["boost"] = [boost, folder]
    return [Program(name, commands[name]) for name in commands if not wanted or name in wanted]


def check(answer, facts, where):
    for found, fact in zip(answer, facts):
        if found is not None and abs(found - fact) > 1e-6 * abs(fact):
            sys.exit(f"{where}: answers {answer}, but {facts} is right")


def median(runs, clock):
    return statistics.median(run[clock] for run in runs)


def text(milliseconds):
    if milliseconds is None:
        return "–"
    return f"{milliseconds:.3g}" if milliseconds < 1000 else f"{milliseconds:,.0f}"


def measure(size, rounds, only, libraries):
    """By case of ours: its runs, and by peer the runs of the case it is compared with."""
    mine, others = ours(size), peers(size, libraries)
    facts = mine.greeting
    names = [name for name in facts if not only or name.split("@")[0] in only]
    runs = {name: [] for name in names}
    theirs = {}
    for round_ in range(rounds):
        for base in dict.fromkeys(name.split("@")[0] for name in names):
            for name in names:
                if name.split("@")[0] == base:
                    runs[name].append(mine.run(name))
            for peer in others:
                for case in (base, base + "-parallel"):
                    if case not in peer.greeting["cases"]:
                        continue
                    earlier = theirs.setdefault(base, {}).setdefault((peer.name, case), [])
                    # What takes long is not repeated.
                    if len(earlier) > 0 and earlier[0]["cpu"] > 8000:
                        continue
                    run = peer.run(case)
                    check(run["answer"], facts[base], f"{peer.name}, {case}, {size}")
                    earlier.append(run)
        print(f"{size}: round {round_ + 1} of {rounds}", file=sys.stderr, flush=True)
    for program in [mine, *others]:
        program.stop()
    return runs, theirs, [peer.greeting["version"] for peer in others]


def lines(size, runs, theirs):
    for name, own in runs.items():
        clock = "wall" if name.endswith("@2") else "cpu"
        base = name.split("@")[0]
        found = sorted(
            (median(peer_runs, clock), peer) for (peer, _), peer_runs in theirs.get(base, {}).items())
        # One entry a program: its quickest way.
        found = [entry for i, entry in enumerate(found) if entry[1] not in {e[1] for e in found[:i]}]
        mine = median(own, clock)
        best = found[0] if found else None
        rest = ", ".join(f"{peer} {text(time)}" for time, peer in found[1:])
        yield (f"| {size} | {name} | {clock} | {text(mine)} | "
               + (f"{best[1]} {text(best[0])} | {mine / best[0]:.2f}" if best else "– | –")
               + f" | {rest or '–'} |")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--sizes", nargs="+", default=["S", "M", "L"])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only", nargs="+", help="cases")
    options.add_argument("--peers", nargs="+", help="programs")
    options.add_argument("--write", action="store_true", help="the table into docs/performance.md")
    chosen = options.parse_args()
    rows, versions = [], []
    load = os.getloadavg()[0]
    for size in chosen.sizes:
        runs, theirs, versions = measure(size, chosen.rounds, chosen.only, chosen.peers)
        rows += lines(size, runs, theirs)
    head = [
        f"{datetime.date.today()}, {os.cpu_count()} cores ({platform.machine()}), {chosen.rounds} rounds, "
        f"load before {load:.1f}. {', '.join(versions)}. Medians in ms; ratio: ours / the quickest peer.",
        "",
        "| network | case | clock | ours | quickest peer | ratio | others |",
        "|---|---|---|---|---|---|---|",
    ]
    table = "\n".join(head + rows)
    print(table)
    if chosen.write:
        page = PAGE.read_text()
        start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
        PAGE.write_text(page[:start] + "\n" + table + "\n" + page[end:])


if __name__ == "__main__":
    main()
