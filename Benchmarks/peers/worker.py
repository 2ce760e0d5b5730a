#!/usr/bin/env python3
"""One library on one network, for compare.py: worker.py LIBRARY FOLDER

Prints its version and the names of its cases as a line of JSON. Then for each name that it reads it
runs that case once and prints {"wall": ms, "cpu": ms, "answer": [numbers]}. What a case needs is built
before the clock starts; counting up an answer is not timed. None in an answer is not compared.
"""
import importlib.metadata
import json
import sys
import time

import numpy as np


class Network:
    def __init__(self, folder):
        self.folder = folder
        ties = np.fromfile(f"{folder}/edges.bin", dtype=np.uint32).reshape(-1, 4)
        nodes = np.fromfile(f"{folder}/nodes.bin", dtype=np.uint32).reshape(-1, 2)
        self.count = len(nodes)
        self.sources, self.targets, self.capacities, self.leads = (
            np.ascontiguousarray(ties[:, column]) for column in range(4))
        self.tiers = nodes[:, 0]
        self.hub = int(np.argmax(np.bincount(self.sources, minlength=self.count)))

    def tier(self, tier):
        return np.flatnonzero(self.tiers == tier)

    @property
    def pairs(self):
        return np.column_stack((self.sources, self.targets))

    def with_terminals(self):
        """Sources, targets and capacities with a source of all and a sink of all added."""
        first, last, count = self.tier(0), self.tier(7), self.count
        unlimited = np.full(len(first) + len(last), 10**9)
        return (np.concatenate([self.sources, np.full(len(first), count), last]),
                np.concatenate([self.targets, first, np.full(len(last), count + 1)]),
                np.concatenate([self.capacities, unlimited]))

    @property
    def betweenness_sources(self):
        samples = {1000: 1000, 100_000: 64}.get(self.count, 8)
        return [i * (self.count // samples) for i in range(samples)]


def top(values):
    best = int(np.argmax(values))
    return [best, float(values[best])]


def highest_ten(ranks):
    return [float(np.sort(np.asarray(ranks))[-10:].sum())]


def igraph_cases(net):
    import igraph
    pairs = net.pairs.tolist()
    graph = igraph.Graph(n=net.count, edges=pairs, directed=True)
    state = {}

    def undirected():
        if "undirected" not in state:
            state["undirected"] = graph.as_undirected(mode="each")
        return state["undirected"]

    def rooted():
        if "rooted" not in state:
            state["rooted"] = igraph.Graph(
                n=net.count + 1, directed=True,
                edges=pairs + [(net.count, int(v)) for v in net.tier(0)])
        return state["rooted"]

    def terminals():
        if "flow" not in state:
            sources, targets, capacities = net.with_terminals()
            state["flow"] = igraph.Graph(
                n=net.count + 2, directed=True, edges=np.column_stack((sources, targets)).tolist())
            state["capacities"] = capacities.astype(float).tolist()
        return state["flow"]

    def tree(parents):
        parents = np.array(parents[:net.count], dtype=float)
        reached = parents >= 0
        parents = parents[reached]
        return [int(reached.sum()), len(set(parents.tolist()) - {net.count})]

    sources = net.betweenness_sources
    cases = {
        "build": (None, lambda _: igraph.Graph(n=net.count, edges=pairs, directed=True),
                  lambda g: [g.vcount(), g.ecount()]),
        "bfs": (None, lambda _: graph.bfs(net.hub, mode="out"), lambda r: [len(r[0])]),
        "weak": (None, lambda _: graph.connected_components(mode="weak"),
                 lambda c: [len(c), max(c.sizes())]),
        "strong": (None, lambda _: graph.connected_components(mode="strong"),
                   lambda c: [len(c), max(c.sizes())]),
        "cuts": (undirected, lambda g: (g.articulation_points(), g.bridges()),
                 lambda r: [len(r[0]), len(r[1])]),
        "cores": (None, lambda _: graph.coreness(mode="all"), lambda c: [max(c)]),
        "dominators": (rooted, lambda g: g.dominator(net.count), tree),
        "pagerank": (None, lambda _: graph.pagerank(), highest_ten),
    }
    if net.count <= 100_000:
        cases |= {
            "betweenness": (None, lambda _: graph.betweenness(sources=sources), top),
            "flow": (terminals, lambda g: g.maxflow_value(net.count, net.count + 1, state["capacities"]),
                     lambda value: [value]),
        }
    else:
        cases["betweenness"] = (None, lambda _: graph.betweenness(sources=sources), top)
    # It keeps a bit for each pair of a component and a vertex: too many on L.
    if net.count <= 100_000 and hasattr(graph, "count_reachable"):
        cases["reach"] = (None, lambda _: graph.count_reachable(mode="out"), lambda c: [sum(c)])
    return cases


def networkit_cases(net):
    import networkit
    networkit.setNumberOfThreads(2)
    rows = net.sources.astype(np.uint64), net.targets.astype(np.uint64)

    def build(_=None):
        return networkit.GraphFromCoo((np.ones(len(rows[0])), rows), n=net.count, directed=True)

    graph = build()
    graph.indexEdges()
    state = {}

    def undirected():
        if "undirected" not in state:
            state["undirected"] = networkit.graphtools.toUndirected(graph)
        return state["undirected"]

    def run(algorithm):
        algorithm.run()
        return algorithm

    components = networkit.components
    centrality = networkit.centrality
    cases = {
        "build": (None, build, lambda g: [g.numberOfNodes(), g.numberOfEdges()]),
        "bfs": (None, lambda _: run(networkit.distance.BFS(graph, net.hub, storePaths=False)),
                lambda a: [sum(d < 1e300 for d in a.getDistances())]),
        "weak": (None, lambda _: run(components.WeaklyConnectedComponents(graph)),
                 lambda a: [a.numberOfComponents()]),
        "weak-parallel": (undirected, lambda g: run(components.ParallelConnectedComponents(g)),
                          lambda a: [a.numberOfComponents()]),
        "strong": (None, lambda _: run(components.StronglyConnectedComponents(graph)),
                   lambda a: [a.numberOfComponents()]),
        "cores": (undirected, lambda g: run(centrality.CoreDecomposition(g)),
                  lambda a: [a.maxCoreNumber()]),
        "pagerank": (None, lambda _: run(centrality.PageRank(
            graph, damp=0.85, tol=1e-10, distributeSinks=centrality.SinkHandling.DistributeSinks)),
            lambda a: highest_ten(a.scores())),
    }
    if net.count == 1000:
        cases["betweenness"] = (None, lambda _: run(centrality.Betweenness(graph)),
                                lambda a: top(a.scores()))
    else:
        # Draws its own sources, so that only the time can be compared.
        count = len(net.betweenness_sources)
        cases["betweenness"] = (
            None, lambda _: run(centrality.EstimateBetweenness(graph, count, parallel=True)),
            lambda a: [])
    return cases


def rustworkx_cases(net):
    import rustworkx
    pairs = list(map(tuple, net.pairs.tolist()))

    def build(_=None):
        graph = rustworkx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(net.count))
        graph.extend_from_edge_list(pairs)
        return graph

    graph = build()
    state = {}

    def undirected():
        if "undirected" not in state:
            state["undirected"] = graph.to_undirected(multigraph=True)
        return state["undirected"]

    def rooted():
        if "rooted" not in state:
            state["rooted"] = graph.copy()
            root = state["rooted"].add_node(None)
            state["rooted"].add_edges_from([(root, int(v), None) for v in net.tier(0)])
        return state["rooted"]

    def dag():
        if "dag" not in state:
            part = np.zeros(net.count, dtype=int)
            parts = rustworkx.strongly_connected_components(graph)
            for number, members in enumerate(parts):
                part[members] = number
            state["dag"] = rustworkx.PyDAG()
            state["dag"].add_nodes_from(range(len(parts)))
            ends = part[net.sources], part[net.targets]
            kept = ends[0] != ends[1]
            state["dag"].add_edges_from(list(zip(
                ends[0][kept].tolist(), ends[1][kept].tolist(), net.leads[kept].tolist())))
        return state["dag"]

    return {
        "build": (None, build, lambda g: [g.num_nodes(), g.num_edges()]),
        "weak": (None, lambda _: rustworkx.weakly_connected_components(graph),
                 lambda parts: [len(parts), max(map(len, parts))]),
        "strong": (None, lambda _: rustworkx.strongly_connected_components(graph),
                   lambda parts: [len(parts), max(map(len, parts))]),
        "cuts": (undirected, lambda g: (rustworkx.articulation_points(g), rustworkx.bridges(g)),
                 lambda r: [len(r[0]), len(r[1])]),
        "cores-merged": (undirected, lambda g: rustworkx.core_number(g), lambda c: [max(c.values())]),
        "longest": (dag, lambda g: rustworkx.dag_longest_path_length(g, weight_fn=lambda _s, _t, w: w),
                    lambda length: [length]),
        "dominators": (rooted, lambda g: rustworkx.immediate_dominators(g, net.count),
                       lambda tree: [len(tree) - 1, len(set(
                           d for v, d in tree.items() if v != net.count) - {net.count})]),
        "pagerank": (None, lambda _: rustworkx.pagerank(
            graph, alpha=0.85, tol=1e-10 / net.count, max_iter=500),
            lambda ranks: highest_ten(list(ranks.values()))),
    } | ({"betweenness": (
        None, lambda _: rustworkx.digraph_betweenness_centrality(graph, normalized=False),
        lambda values: top([values[v] for v in range(net.count)]))} if net.count == 1000 else {})


def scipy_cases(net):
    import scipy.sparse
    from scipy.sparse import csgraph
    ones = np.ones(len(net.sources), dtype=np.int32)
    shape = (net.count, net.count)

    def build(_=None):
        return scipy.sparse.csr_matrix((ones, (net.sources, net.targets)), shape=shape)

    graph = build()
    leads = scipy.sparse.csr_matrix(
        (net.leads.astype(float), (net.sources, net.targets)), shape=shape)

    def parts(kind):
        return lambda _: csgraph.connected_components(graph, True, kind)

    def sizes(result):
        return [result[0], int(np.bincount(result[1]).max())]

    def critical_path(_):
        """Strong components, the edges between them, and the longest path by rounds of maxima."""
        count, part = csgraph.connected_components(graph, True, "strong")
        kept = part[net.sources] != part[net.targets]
        return part[net.sources[kept]], part[net.targets[kept]], net.leads[kept]

    def concentration(_):
        weights = net.capacities.astype(float)
        total = np.bincount(net.targets, weights, net.count)
        squares = np.bincount(net.targets, weights * weights, net.count)
        total[total == 0] = 1
        return squares / (total * total)

    return {
        "build": (None, build, lambda _: [net.count]),
        "weak": (None, parts("weak"), sizes),
        "strong": (None, parts("strong"), sizes),
        # The condensation alone: finding a longest path in it has no counterpart.
        "critical-path": (None, critical_path, lambda r: [len(r[0])]),
        "hhi": (None, concentration, lambda c: [float(c.sum())]),
        "shortest-paths": (None, lambda _: csgraph.dijkstra(leads, indices=net.hub), lambda d: [
            int(np.isfinite(d).sum())]),
    }


def ortools_cases(net):
    from ortools.graph.python import max_flow
    sources, targets, capacities = net.with_terminals()
    sources, targets = sources.astype(np.int32), targets.astype(np.int32)
    capacities = capacities.astype(np.int64)

    def build():
        solver = max_flow.SimpleMaxFlow()
        solver.add_arcs_with_capacity(sources, targets, capacities)
        return solver

    def solve(solver):
        solver.solve(net.count, net.count + 1)
        return solver

    return {"flow": (build, solve, lambda solver: [solver.optimal_flow()])}


def polars_cases(net):
    import polars
    return {"csv": (None, lambda _: polars.read_csv(f"{net.folder}/edges.csv"), lambda table: [table.height])}


def graph_mate_cases(net):
    import graph_mate
    pairs = np.ascontiguousarray(net.pairs)

    def build(_=None):
        return graph_mate.DiGraph.from_numpy(pairs)

    graph = build()

    def normalized(ranks):
        # What vertices without outgoing edges would give back it leaves out, which is one factor.
        scores = ranks.scores().astype(float)
        return highest_ten(scores / scores.sum())

    return {
        "build": (None, build, lambda g: [g.node_count(), g.edge_count()]),
        "weak": (None, lambda _: graph.wcc(), lambda parts: [len(np.unique(parts.components()))]),
        "pagerank-rounds": (None, lambda _: graph.page_rank(
            max_iterations=20, tolerance=0.0, damping_factor=0.85), normalized),
    }


def igraph_strong_peak(folder):
    """Strong components in a process of its own: how many, and by how many bytes the peak of memory rises."""
    import igraph

    def peak():
        # Not that of getrusage, which begins with what the program had that started this one.
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))

    before = peak()
    ends = np.fromfile(f"{folder}/edges.bin", dtype=np.uint32).reshape(-1, 4)[:, :2].astype(np.int64)
    count = len(np.fromfile(f"{folder}/nodes.bin", dtype=np.uint32)) // 2
    graph = igraph.Graph(n=count, edges=ends, directed=True)
    parts = len(graph.connected_components(mode="strong"))
    print(json.dumps({"answer": [parts], "peak": peak() - before}))


LIBRARIES = {
    "igraph": igraph_cases, "networkit": networkit_cases, "rustworkx": rustworkx_cases,
    "scipy": scipy_cases, "ortools": ortools_cases, "polars": polars_cases, "graph-mate": graph_mate_cases,
}


def main():
    library, folder = sys.argv[1:]
    if library == "igraph-strong-peak":
        return igraph_strong_peak(folder)
    net = Network(folder)
    cases = LIBRARIES[library](net)
    print(json.dumps({"version": f"{library} {importlib.metadata.version(library)}",
                      "cases": sorted(cases)}), flush=True)
    for line in sys.stdin:
        prepare, work, count = cases[line.strip()]
        prepared = prepare() if prepare else None
        wall, cpu = time.perf_counter(), time.process_time()
        result = work(prepared)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(json.dumps({"wall": wall * 1e3, "cpu": cpu * 1e3, "answer": count(result)}), flush=True)
        del prepared, result


main()
