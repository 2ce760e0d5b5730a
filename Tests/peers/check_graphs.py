#!/usr/bin/env python3
"""Answers the questions of Tests/GraphsTests/PeersTests.swift with networkx and igraph and compares.

    check_graphs.py FILE        each line a graph and what Liantu answers, as JSON

Prints {"graphs": number, "compared": {algorithm: number}, "empty": comparisons of graphs without vertices,
"differences": [what differs, where]}.
"""
import collections
import json
import math
import sys

import igraph
import networkx as nx


class Graph:
    """One graph in the forms that the libraries want."""

    def __init__(self, line):
        self.count, self.edges = line["vertices"], [tuple(edge) for edge in line["edges"]]
        self.weights, self.root, self.sink = line["weights"], line["root"], line["sink"]
        self.multi = nx.MultiDiGraph()
        self.multi.add_nodes_from(range(self.count))
        self.multi.add_weighted_edges_from((s, t, w) for (s, t), w in zip(self.edges, self.weights))
        self.simple = nx.DiGraph(self.multi)
        # Parallel edges: the lightest for lengths, the sum for amounts.
        self.lightest, self.summed = nx.DiGraph(), nx.DiGraph()
        for graph, join in [(self.lightest, min), (self.summed, lambda a, b: a + b)]:
            graph.add_nodes_from(range(self.count))
            for (s, t), w in zip(self.edges, self.weights):
                known = graph.get_edge_data(s, t)
                graph.add_edge(s, t, weight=join(known["weight"], w) if known else w)
        self.undirected = nx.Graph(self.simple)
        self.undirected.remove_edges_from(nx.selfloop_edges(self.undirected))
        self.igraph = igraph.Graph(n=self.count, edges=self.edges, directed=True)

    def without_loops(self):
        return igraph.Graph(
            n=self.count, edges=[(s, t) for s, t in self.edges if s != t], directed=False)

    def condensation(self):
        return nx.condensation(self.simple)


def parts(components):
    return sorted(sorted(part) for part in components)


def tree(found, root, count):
    """By vertex the immediate dominator: None for the root, -1 where unreached."""
    return [None if v == root else found.get(v, -1) for v in range(count)]


def topological(graph, answer):
    if answer is None:
        return not nx.is_directed_acyclic_graph(graph.multi)
    place = {v: i for i, v in enumerate(answer)}
    return len(place) == graph.count and all(place[s] < place[t] for s, t in graph.edges)


def layers(graph):
    condensed = graph.condensation()
    result = [0] * graph.count
    for number, generation in enumerate(nx.topological_generations(condensed)):
        for part in generation:
            for vertex in condensed.nodes[part]["members"]:
                result[vertex] = number
    return result


def longest(graph):
    condensed = graph.condensation()
    part = condensed.graph["mapping"]
    for (s, t), w in zip(graph.edges, graph.weights):
        if part[s] != part[t]:
            edge = condensed.edges[part[s], part[t]]
            edge["weight"] = max(edge.get("weight", 0), w)
    return nx.dag_longest_path_length(condensed)


def concentration(graph):
    inputs = collections.defaultdict(list)
    for (_, t), w in zip(graph.edges, graph.weights):
        inputs[t].append(w)
    return [sum((w / sum(inputs[v])) ** 2 for w in inputs[v]) if v in inputs else None
            for v in range(graph.count)]


def merged_concentration(graph):
    result = []
    for v in range(graph.count):
        amounts = [data["weight"] for _, _, data in graph.summed.in_edges(v, data=True)]
        result.append(sum((a / sum(amounts)) ** 2 for a in amounts) if amounts else None)
    return result


def constraints(graph):
    if graph.count == 0:  # networkx refuses it.
        return []
    total = nx.Graph()
    total.add_nodes_from(range(graph.count))
    for (s, t), w in zip(graph.edges, graph.weights):
        if s != t:
            known = total.get_edge_data(s, t)
            total.add_edge(s, t, weight=w + (known["weight"] if known else 0))
    found = nx.constraint(total, weight="weight")
    return [None if math.isnan(found[v]) else found[v] for v in range(graph.count)]


def ranks(graph, restart=None):
    if graph.number_of_nodes() == 0:
        return []
    unweighted = nx.MultiDiGraph()
    unweighted.add_nodes_from(graph)
    unweighted.add_edges_from(graph.edges())
    personal = dict(enumerate(restart)) if restart else None
    found = nx.pagerank(unweighted, personalization=personal, tol=1e-14, max_iter=10_000)
    return [found[v] for v in range(graph.number_of_nodes())]


def by_vertex(found, count):
    return [found[v] for v in range(count)]


def flow(graph):
    if graph.root == graph.sink:
        return None
    capacities = nx.DiGraph()
    capacities.add_nodes_from(range(graph.count))
    capacities.add_edges_from(
        (s, t, {"capacity": data["weight"]}) for s, t, data in graph.summed.edges(data=True) if s != t)
    return nx.maximum_flow_value(capacities, graph.root, graph.sink)


def igraph_flow(graph):
    if graph.root == graph.sink:
        return None
    return graph.igraph.maxflow_value(graph.root, graph.sink, graph.weights)


def many_paths(graph):
    """Lengths of the ten shortest paths; parallel edges make different ones."""
    if graph.root == graph.sink:
        return [0]
    paths = []
    for path in nx.all_simple_edge_paths(graph.multi, graph.root, graph.sink):
        paths.append(sum(graph.multi.edges[edge]["weight"] for edge in path))
    return sorted(paths)[:10]


def distances(found, count):
    return [found.get(v) for v in range(count)]


# Algorithm: what a library answers, or a check of our answer.
QUESTIONS = {
    "distances": [lambda g: distances(nx.single_source_shortest_path_length(g.simple, g.root), g.count)],
    "reachability": [
        lambda g: [len(nx.descendants(g.simple, v)) + 1 for v in range(g.count)],
        lambda g: [len(g.igraph.subcomponent(v, mode="out")) for v in range(g.count)]],
    "strong": [lambda g: parts(nx.strongly_connected_components(g.simple)),
               lambda g: parts(g.igraph.connected_components(mode="strong"))],
    "weak": [lambda g: parts(nx.weakly_connected_components(g.simple)),
             lambda g: parts(g.igraph.connected_components(mode="weak"))],
    "condensation": [lambda g: sorted(
        [min(c.nodes[s]["members"]), min(c.nodes[t]["members"])]
        for c in [g.condensation()] for s, t in c.edges)],
    "layers": [layers],
    "longest": [longest],
    "articulation": [lambda g: sorted(nx.articulation_points(g.undirected)),
                     lambda g: sorted(g.igraph.as_undirected(mode="each").articulation_points())],
    "bridges": [lambda g: sorted(g.igraph.as_undirected(mode="each").bridges())],
    "dominators": [lambda g: tree(nx.immediate_dominators(g.simple, g.root), g.root, g.count)],
    "post-dominators": [
        lambda g: tree(nx.immediate_dominators(g.simple.reverse(), g.sink), g.sink, g.count)],
    "cores": [lambda g: g.without_loops().coreness()],
    "merged cores": [lambda g: by_vertex(nx.core_number(g.undirected), g.count)],
    "betweenness": [lambda g: g.igraph.betweenness()],
    "merged betweenness": [
        lambda g: by_vertex(nx.betweenness_centrality(g.simple, normalized=False), g.count)],
    "betweenness from some": [lambda g: g.igraph.betweenness(sources=[g.root, g.sink])
                              if g.root != g.sink else None],
    "weighted betweenness": [lambda g: g.igraph.betweenness(weights=g.weights)],
    "merged weighted betweenness": [lambda g: by_vertex(
        nx.betweenness_centrality(g.lightest, normalized=False, weight="weight"), g.count)],
    "PageRank": [lambda g: ranks(g.multi),
                 lambda g: g.igraph.pagerank(implementation="prpack")],
    "personalised PageRank": [
        lambda g: ranks(g.multi, [v % 3 + (v == g.root) for v in range(g.count)])],
    "CheiRank": [lambda g: ranks(g.multi.reverse())],
    "flow": [flow, igraph_flow],
    "shortest": [lambda g: distances(
        nx.single_source_dijkstra_path_length(g.lightest, g.root), g.count)],
    "many shortest": [many_paths],
    "concentration": [concentration],
    "merged concentration": [merged_concentration],
    "constraint": [constraints],
}


def agree(one, other):
    if isinstance(one, list) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(agree, one, other))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-8 * max(1, abs(other))
    return one == other


def main():
    graphs, compared, differences, empty = 0, collections.Counter(), [], 0
    for line in open(sys.argv[1], encoding="utf-8"):
        question = json.loads(line)
        graph, answers = Graph(question), question["answers"]
        graphs += 1
        compared["topological"] += 1
        if not topological(graph, answers["topological"]):
            differences.append(f"graph {graphs}: topological: {answers['topological']}")
        for name, libraries in QUESTIONS.items():
            # Of a graph without vertices nothing is asked that starts at one.
            for library in libraries if name in answers else []:
                expected = library(graph)
                if expected is None:
                    continue
                compared[name] += 1
                empty += graph.count == 0
                if not agree(answers[name], expected):
                    differences.append(
                        f"graph {graphs}, {graph.edges}, root {graph.root}, sink {graph.sink}: {name}: "
                        f"{answers[name]}, but {expected}")
    print(json.dumps(
        {"graphs": graphs, "compared": compared, "empty": empty, "differences": differences[:20]}))


main()
