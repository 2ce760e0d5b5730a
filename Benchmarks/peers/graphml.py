#!/usr/bin/env python3
"""Times our GraphML readers and writer beside raw libxml2 and python-igraph, on one generated file, in turns.

    graphml.py [--nodes 1000000] [--rounds 3] [--file FILE] [--write]

Every program is its own process, so that the peak of memory is its own; processor time is the process's, user and system. The
answers must agree. --write puts the table into docs/graphml.md.
"""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent / ".build"
OURS = BUILD / "release/graphml-benchmark"
SAX = BUILD / "sax_peer"
DOCS = HERE.parent.parent / "docs/graphml.md"
BEGIN, END = "<!-- table: make benchmark-graphml -->", "<!-- end of table -->"


def timed(command):
    """What a program prints, its processor seconds, and the most memory that it has had, in 10⁶ bytes."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([str(word) for word in command], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode != 0:
        sys.exit(f"{command} failed:\n{text}")
    return text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def number(pattern, text):
    found = re.search(pattern, text)
    if not found:
        sys.exit(f"no {pattern} in:\n{text}")
    return float(found[1])


def check_graph(text, nodes):
    """That all nodes and edges are there, and their volumes: the sum, which depends on the order of adding."""
    counts = (number(r"(\d+) nodes", text), number(r"(\d+) edges", text))
    if counts != (nodes, 3 * nodes):
        sys.exit(f"other counts: {counts}")
    return number(r"total volume ([-+.e\d]+)", text)


def round_of(path, nodes, megabytes):
    """By row of the table: 10⁶ bytes a processor second, and the peak."""
    rows = {}
    text, seconds, peak = timed([SAX, path])
    # The root, six keys, the graph; each node and edge with three values.
    if number(r"(\d+) elements", text) != 8 + 16 * nodes:
        sys.exit(f"libxml2 counts {text}")
    rows["libxml2 with empty handlers (C)"] = (megabytes / seconds, peak)
    text, seconds, peak = timed([OURS, "columns", path])
    volume = check_graph(text, nodes)
    rows["`PropertyGraph.read`, into columns"] = (megabytes / seconds, peak)
    text, seconds, peak = timed([OURS, "copy", path])
    if number(r"(\d+) bytes", text) < 0.9 * megabytes * 1e6:
        sys.exit("the copy is shorter than the file")
    rows["`GraphMLDocument.copy`"] = (megabytes / seconds, peak)
    text, _, peak = timed([OURS, "write", path])
    speeds = [float(word) for word in re.findall(r"processor time, ([\d.]+) MB/s", text)]
    rows["`GraphMLDocument.write`, universal, the document in memory"] = (
        statistics.median(speeds), peak)
    text, seconds, peak = timed([sys.executable, HERE / "igraph_peer.py", path])
    if abs(check_graph(text, nodes) / volume - 1) > 1e-9:
        sys.exit("igraph has another total volume")
    rows["python-igraph"] = (megabytes / seconds, peak)
    return rows


def table(rounds, megabytes, nodes):
    igraph = [found["python-igraph"][0] for found in rounds]
    lines = [
        f"{nodes:,} nodes, {3 * nodes:,} edges, {megabytes:,.0f} MB; median of {len(rounds)} rounds "
        "and their range; the ratio is the median of those within a round.",
        "",
        "| | MB a processor second | times igraph | peak |",
        "| --- | --- | --- | --- |",
    ]
    for row in rounds[0]:
        speeds = [found[row][0] for found in rounds]
        ratio = statistics.median(speed / other for speed, other in zip(speeds, igraph))
        peak = max(found[row][1] for found in rounds)
        lines.append(
            f"| {row} | {statistics.median(speeds):.0f} ({min(speeds):.0f} to {max(speeds):.0f}) "
            f"| {ratio:.1f} | {peak:,.0f} MB |")
    return "\n".join(lines)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--nodes", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--file", help="where the network is generated, unless it is there already")
    options.add_argument("--write", action="store_true", help="put the table into docs/graphml.md")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(chosen.file or f"{folder}/network.graphml")
        if not path.exists():
            timed([OURS, "generate", path, chosen.nodes])
        megabytes = path.stat().st_size / 1e6
        rounds = []
        for place in range(chosen.rounds):
            rounds.append(round_of(path, chosen.nodes, megabytes))
            print(f"round {place + 1}: {rounds[-1]}", file=sys.stderr)
    text = table(rounds, megabytes, chosen.nodes)
    print(text)
    if chosen.write:
        page = DOCS.read_text()
        start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
        DOCS.write_text(f"{page[:start]}\n{text}\n{page[end:]}")


if __name__ == "__main__":
    main()
