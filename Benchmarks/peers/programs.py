"""Programs that compare.py runs: servers that time one case after the other, and whole runs of a command."""
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
DATA = HERE.parent / ".build/networks"
KERNEL = HERE.parent / ".build/release/kernel-benchmark"
EDGES = HERE.parent / ".build/release/edges-benchmark"
# As `make install` builds it, with the libraries of Swift inside; else as `swift build` does.
LIANTU = PACKAGE / ".build/release/liantu"
LIBRARIES = ["igraph", "networkit", "rustworkx", "scipy", "ortools", "polars", "graph-mate"]
# Threads that meet at barriers wait without spinning, else they slow each other down on a busy machine.
ENVIRONMENT = os.environ | {
    "OMP_NUM_THREADS": "2", "OMP_WAIT_POLICY": "passive", "RAYON_NUM_THREADS": "2", "POLARS_MAX_THREADS": "2"}
VERTICES = {"S": 1000, "M": 100_000, "L": 1_000_000}
# What generators in other languages write.
CHECKSUMS = {
    "S/edges.bin": "7c4f58e9f9990dacc840366ec9beb5f4ed617a124ebf7476ec43cb0db7a4a220",
    "M/edges.bin": "e42cf0061bd44d2d6b6f7e71fad2479d77dc2b22a299ac210c55b50ec34bbf6e",
    "L/edges.bin": "287a2aeee06aa8b96aa5b139d62a1ca88746e38c10b77beae45e95b6dcfe6b4f",
    "S/edges.csv": "1a3debe794b0fa49fe8a5d3274c1732966de2e21ac28f0606848c8cac8265876",
    "M/edges.csv": "c22098a84cf5325bffd4a6bcb5f49661e9dadcee52d5283357eec22c3567ccd7",
}


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


def network(size):
    """The folder of the files of a network, which are written once and compared with their checksums."""
    folder = DATA / size
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "edges.csv").exists():
        subprocess.run([KERNEL, "write", size, folder], check=True)
    for name, checksum in CHECKSUMS.items():
        if name.startswith(size) and hashlib.sha256((DATA / name).read_bytes()).hexdigest() != checksum:
            sys.exit(f"{DATA / name} is not what other generators write")
    return folder


def ours(size):
    """The algorithms, and the reading of a file of edges."""
    return [Program("ours", [KERNEL, "serve", size]),
            Program("ours", [EDGES, "serve", network(size) / "edges.csv"])]


def peers(size, wanted):
    folder = network(size)
    # rustworkx takes minutes and several gigabytes to build L.
    names = [name for name in LIBRARIES if size != "L" or name != "rustworkx"]
    commands = {name: [sys.executable, HERE / "worker.py", name, folder] for name in names}
    for name, program in {"boost": "boost_peer", "gapbs-loop": "gapbs_loop_peer"}.items():
        built = HERE.parent / ".build" / program
        if built.exists():
            commands[name] = [built, folder]
    return [Program(name, commands[name]) for name in commands if not wanted or name in wanted]


def strong_peaks(size):
    """By program, the bytes by which finding strong components from a file raises the peak of memory."""
    folder = network(size)
    commands = {"ours": [KERNEL, "strong-peak", folder, str(VERTICES[size])],
                "igraph": [sys.executable, HERE / "worker.py", "igraph-strong-peak", folder]}
    found = {name: json.loads(subprocess.run(
        command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout)
        for name, command in commands.items()}
    if found["ours"]["answer"] != found["igraph"]["answer"]:
        sys.exit(f"strong components: {found}")
    return {name: answer["peak"] for name, answer in found.items()}


def large_failures():
    """What the command prints of single points of failure on M and L, indented as code."""
    output = subprocess.run(
        [KERNEL, "failures-large"], check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout
    return "".join(f"    {line}\n" for line in output.splitlines())


def whole_runs(runs=41):
    """By case, milliseconds of whole runs of the command: processor time, and by the clock on the wall."""
    if not LIANTU.exists():
        return {}
    small = DATA / "thirty.csv"
    DATA.mkdir(parents=True, exist_ok=True)
    # A tree of thirty nodes, and an edge from each leaf back to the root.
    edges = [(child, (child - 1) // 2) for child in range(1, 30)] + [(0, leaf) for leaf in range(15, 30)]
    small.write_text("source,target\n" + "".join(f"{source},{target}\n" for source, target in edges))
    return {"start": whole_run([LIANTU, "--version"], runs), "small": whole_run([LIANTU, "graph", small], runs)}


def whole_run(command, runs):
    times = []
    with open(os.devnull, "wb") as nowhere:
        for _ in range(runs):
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.perf_counter() - start
            if process.returncode != 0:
                sys.exit(f"{command} ended with {process.returncode}")
            times.append((usage.ru_utime + usage.ru_stime, wall))
    return {"cpu": 1e3 * statistics.median(cpu for cpu, _ in times),
            "wall": 1e3 * statistics.median(wall for _, wall in times)}
