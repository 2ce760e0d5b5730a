"""The goals of the kernel, each with the case that it is about; compare.py writes their table.

A gate must hold, an aim is what was judged reachable. Both are ratios ours / theirs, or amounts where nothing
is compared. Where a program is not to be had from PyPI or Debian its time is a constant, taken earlier on another
machine (two cores of an AMD Zen 4, quiet). It is compared as it stands; beside it stands how much longer programs
that ran on both take here.
"""
import statistics
from dataclasses import dataclass


# What ours takes for one case beyond another, round by round: name, the whole, what is taken off.
DIFFERENCES = [
    ("storing", "build-stored", "build"),
    ("storing@2", "build-stored@2", "build@2"),
]


class Elsewhere:
    """The machine where the goals were set, known by what programs of this run took there for the same question."""

    def __init__(self, *times):
        """Each: (program, case, clock, ms)."""
        self.times = times

    def factor(self, results, size):
        """How much longer this machine takes: the least that a program says; nothing where none was run."""
        here = [(results.values.get((size, peer, case, clock)), time) for peer, case, clock, time in self.times]
        return min((own / time for own, time in here if own is not None), default=None)

    def note(self, results, size):
        factor = self.factor(results, size)
        return "" if factor is None else f"others × {factor:.2f} here"


@dataclass
class Quoted:
    """A time in ms that was taken on the other machine."""
    name: str
    time: float
    elsewhere: Elsewhere


@dataclass
class Goal:
    area: str
    size: str
    # The case of ours and the clock that it is taken by.
    case: str
    clock: str
    # A program of this run with the case of it; a quoted time; or nothing, with the machine of the goal or without.
    against: tuple | Quoted | Elsewhere | None
    gate: float
    # A ratio; or with another case of ours by another clock; or none but the gate.
    aim: float | tuple | None
    unit: str = ""


GOALS = [
    Goal("building, both directions", "L", "build", "cpu", ("boost", "build"), 2.0, ("build@2", "wall", 0.9)),
    Goal("renumbering a graph that is built", "L", "renumber", "cpu",
         Elsewhere(("boost", "build", "cpu", 70)), 250, ("renumber@2", "wall", 150), "ms"),
    Goal("storing by a depth-first search, beyond building", "L", "storing", "cpu",
         Elsewhere(("boost", "build", "cpu", 70)), 250, ("storing@2", "wall", 150), "ms"),
    Goal("breadth-first search, stored", "L", "bfs@stored@2", "wall",
         Quoted("gapbs, 2 threads", 23.6, Elsewhere(("boost", "bfs", "cpu", 142), ("igraph", "bfs", "cpu", 320),
                                                    ("networkit", "bfs", "cpu", 381))), 1.0, 0.5),
    Goal("strong components, stored", "L", "strong@stored", "cpu", ("boost", "strong"), 0.5, 0.08),
    Goal("weak components, stored", "L", "weak@stored", "wall",
         Quoted("gapbs, 2 threads", 28.4, Elsewhere(("scipy", "weak", "cpu", 542), ("igraph", "weak", "cpu", 684),
                                                    ("boost", "weak", "cpu", 712))), 1.0, 0.6),
    Goal("weak components, stored", "L", "weak@stored", "wall", ("graph-mate", "weak"), 1.0, 0.6),
    Goal("cut points and bridges, stored", "L", "cuts@stored", "cpu", ("boost", "cuts"), 0.4, 0.22),
    Goal("dominators, stored", "L", "dominators@stored", "cpu", ("igraph", "dominators"), 0.2, 0.08),
    Goal("betweenness, exact", "S", "betweenness@2", "wall", ("igraph", "betweenness"), 0.5, 0.25),
    Goal("betweenness, 64 sources, stored", "M", "betweenness@stored@2", "wall",
         Quoted("gapbs, 2 threads", 343, Elsewhere(("igraph", "betweenness", "cpu", 1454))), 0.55, 0.3),
    Goal("betweenness, 8 sources, stored", "L", "betweenness@stored@2", "wall",
         Quoted("gapbs, 2 threads", 1050, Elsewhere(("igraph", "betweenness", "cpu", 2672))), 0.45, 0.25),
    Goal("PageRank, to 10⁻¹⁰ against 20 rounds, stored", "L", "pagerank@stored@2", "wall",
         ("gapbs-loop", "pagerank-rounds"), 1.2, 0.7),
    Goal("PageRank, to 10⁻¹⁰ against 20 rounds, stored", "L", "pagerank@stored@2", "wall",
         ("graph-mate", "pagerank-rounds"), 1.2, 0.7),
    Goal("PageRank, to 10⁻¹⁰ against 20 rounds, stored", "L", "pagerank@stored@2", "wall",
         Quoted("gapbs, 2 threads, 32 bits", 153, Elsewhere(("igraph", "pagerank", "cpu", 1184))), 1.2, 0.7),
    Goal("PageRank, to 10⁻⁷ against 20 rounds, stored", "L", "pagerank-rounds@stored@2", "wall",
         ("gapbs-loop", "pagerank-rounds"), 1.2, 0.7),
    Goal("PageRank to 10⁻¹⁰, stored", "L", "pagerank@stored", "wall", ("igraph", "pagerank"), 0.4, 0.15),
    Goal("cores, stored", "L", "cores@stored", "cpu", ("networkit", "cores"), 0.9, ("cores@stored", "wall", 0.7)),
    Goal("maximum flow, stored", "M", "flow@stored", "cpu", ("ortools", "flow"), 0.8, 0.35),
    Goal("maximum flow, stored", "L", "flow@stored", "cpu", ("boost", "flow"), 0.8, 0.35),
    Goal("critical path, stored", "L", "critical-path@stored", "cpu", ("scipy", "critical-path"), 0.4, 0.12),
    Goal("longest path of a condensation", "M", "longest", "cpu", ("rustworkx", "longest"), 0.03, 0.015),
    Goal("reachability counts, stored", "M", "reach@stored@2", "wall",
         Quoted("igraph in C", 672, Elsewhere()), 0.04, 0.015),
    Goal("reachability counts, stored", "L", "reach@stored@2", "wall", None, 5000, 2000, "ms"),
    Goal("concentration of inputs", "L", "hhi", "cpu", ("scipy", "hhi"), 0.6, 0.3),
    Goal("CSV to rows", "L", "csv@2", "wall", ("polars", "csv"), 1.0, 0.45),
    Goal("start, `liantu --version`", "", "start", "cpu", None, 5, None, "ms"),
    Goal("thirty nodes, a whole `liantu graph`", "", "small", "wall", None, 15, 5, "ms"),
    Goal("memory of strong components", "L", "strong-peak", "bytes", ("igraph", "strong-peak"), 0.6,
         ("strong-peak", "bytes an edge", 60)),
]


class Results:
    """What was measured: by (size, program, case, clock) a number."""

    def __init__(self):
        self.values = {}

    def add_cases(self, size, mine, theirs):
        for case, runs in mine.items():
            self.add_runs(size, "ours", case, runs)
        for name, whole, part in DIFFERENCES:
            pairs = zip(mine.get(whole, []), mine.get(part, []))
            beyond = [{clock: run[clock] - less[clock] for clock in ("cpu", "wall")} for run, less in pairs]
            if beyond:
                self.add_runs(size, "ours", name, beyond)
        for base, found in theirs.items():
            for (peer, _), runs in found.items():
                # The quickest way of a program is its own.
                for clock in ("cpu", "wall"):
                    key = (size, peer, base, clock)
                    time = statistics.median(run[clock] for run in runs)
                    self.values[key] = min(time, self.values.get(key, time))

    def add_runs(self, size, program, case, runs):
        for clock in ("cpu", "wall"):
            self.values[size, program, case, clock] = statistics.median(run[clock] for run in runs)

    def add_peaks(self, size, peaks, edge_count):
        for program, peak in peaks.items():
            self.values[size, program, "strong-peak", "bytes"] = peak
            self.values[size, program, "strong-peak", "bytes an edge"] = peak / edge_count

    def add_whole(self, runs):
        for case, times in runs.items():
            for clock, time in times.items():
                self.values["", "ours", case, clock] = time


def amount(value, clock):
    """With three digits that count, and the unit."""
    if clock == "bytes":
        return f"{value / 1e6:,.0f} MB"
    text = f"{value:.3g}" if value < 1000 else f"{value:,.0f}"
    return f"{text} {'B an edge' if clock == 'bytes an edge' else 'ms'}"


def ratio(results, goal, case, clock):
    """Ours / theirs, or ours where nothing is compared; and what stands in the column of the peer."""
    own = results.values.get((goal.size, "ours", case, clock))
    if own is None:
        return None, None, "–"
    if goal.against is None:
        return own, own, "–"
    if isinstance(goal.against, Elsewhere):
        return own, own, goal.against.note(results, goal.size) or "–"
    if isinstance(goal.against, Quoted):
        quoted = goal.against
        note = quoted.elsewhere.note(results, goal.size)
        return own / quoted.time, own, f"{quoted.name}, {amount(quoted.time, clock)} quoted{note and '; ' + note}"
    peer, base = goal.against
    other = results.values.get((goal.size, peer, base, clock))
    if other is None:
        return None, own, f"{peer}, not run"
    return own / other, own, f"{peer} {amount(other, clock)}"


def verdict(value, limit):
    return "not measured" if value is None else "yes" if value <= limit else "**no**"


def table(results):
    """Lines of Markdown: every goal and whether it holds."""
    lines = ["| area | network | case, clock | ours | against | ours / theirs | gate | holds | aim | holds |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for goal in GOALS:
        value, own, against = ratio(results, goal, goal.case, goal.clock)
        gate = f"{goal.gate:g} {goal.unit}".strip()
        if goal.aim is None:
            limit, aimed, aim = None, None, "–"
        elif isinstance(goal.aim, tuple):
            case, clock, limit = goal.aim
            if clock == "bytes an edge":
                aimed = results.values.get((goal.size, "ours", case, clock))
                shown = "–" if aimed is None else amount(aimed, clock)
                aim = f"{limit:g} B an edge ({shown})"
            else:
                aimed, _, _ = ratio(results, goal, case, clock)
                shown = "–" if aimed is None else amount(aimed, clock) if goal.unit else f"{aimed:.3g}"
                aim = f"{f'{limit:g} {goal.unit}'.strip()}, {case}, {clock} ({shown})"
        else:
            limit, aimed, aim = goal.aim, value, f"{goal.aim:g} {goal.unit}".strip()
        quotient = "–" if value is None or goal.unit else f"{value:.3g}"
        lines.append(
            f"| {goal.area} | {goal.size or '–'} | `{goal.case}`, {goal.clock} | "
            f"{'–' if own is None else amount(own, goal.clock)} | {against} | {quotient} | {gate} | "
            f"{verdict(value, goal.gate)} | {aim} | {'–' if limit is None else verdict(aimed, limit)} |")
    return lines
