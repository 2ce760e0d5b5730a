#!/usr/bin/env python3
"""Times our algorithms and those of other programs alternately and writes the tables of docs/performance.md.

    compare.py --sizes S M L --rounds 5 [--only flow strong] [--write]

Every program is one process that loads a network once; in every round each runs every case once, ours
between the others, so that all see the same machine. What a program answers is compared with the facts
(`SupplyNetworkFacts.swift`); a wrong answer ends the run. Cases run by one thread are compared by
processor time, those with more by the clock on the wall. Then whole runs of the command are timed and the
memory of strong components is compared, each in a process of its own; `gates.py` says what is to hold.
"""
import argparse
import datetime
import os
import pathlib
import platform
import statistics
import sys

import gates
import programs

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "docs/performance.md"
TABLE = "<!-- table: make benchmark-peers -->", "<!-- end of table -->"
GOALS = "<!-- goals: make benchmark-peers -->", "<!-- end of goals -->"
FAILURES = "<!-- failures: make benchmark-peers -->", "<!-- end of failures -->"


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
    mine, others = programs.ours(size), programs.peers(size, libraries)
    facts = {name: fact for program in mine for name, fact in program.greeting.items()}
    program_of = {name: program for program in mine for name in program.greeting}
    names = [name for name in facts if not only or name.split("@")[0] in only]
    runs = {name: [] for name in names}
    theirs = {}
    for round_ in range(rounds):
        for base in dict.fromkeys(name.split("@")[0] for name in names):
            for name in names:
                if name.split("@")[0] == base:
                    runs[name].append(program_of[name].run(name))
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
    for program in [*mine, *others]:
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
    options.add_argument("--write", action="store_true", help="the tables into docs/performance.md")
    chosen = options.parse_args()
    rows, versions, results = [], [], gates.Results()
    load = os.getloadavg()[0]
    for size in chosen.sizes:
        runs, theirs, versions = measure(size, chosen.rounds, chosen.only, chosen.peers)
        rows += lines(size, runs, theirs)
        results.add_cases(size, runs, theirs)
    blocks = {}
    if not chosen.only:
        results.add_whole(programs.whole_runs())
        if "L" in chosen.sizes:
            results.add_peaks("L", programs.strong_peaks("L"), 5_000_000)
            blocks[FAILURES] = "\n" + programs.large_failures()
    head = [
        f"{datetime.date.today()}, {os.cpu_count()} cores ({platform.machine()}), {chosen.rounds} rounds, "
        f"load before {load:.1f}. {', '.join(versions)}. Medians in ms; ratio: ours / the quickest peer.",
        "",
        "| network | case | clock | ours | quickest peer | ratio | others |",
        "|---|---|---|---|---|---|---|",
    ]
    blocks |= {TABLE: "\n".join(head + rows), GOALS: "\n".join(gates.table(results))}
    print("\n\n".join(blocks.values()))
    if chosen.write:
        page = PAGE.read_text()
        for (begin, end), block in blocks.items():
            page = page[:page.index(begin) + len(begin)] + "\n" + block + "\n" + page[page.index(end):]
        PAGE.write_text(page)


if __name__ == "__main__":
    main()
