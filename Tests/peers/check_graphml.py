#!/usr/bin/env python3
"""Opens GraphML files with the libraries that are installed and prints what each finds, as JSON.

Set-up, once, in the package folder (what `make peers` does):
    python3 -m venv .venv && .venv/bin/pip install networkx igraph rustworkx lxml xmlschema networkit

Use:
    check_graphml.py FILE...                   counts, directions, ids, ends and attributes by library
    check_graphml.py --installed               the libraries that are installed
    check_graphml.py --refusals FILE...        by file and library why it does not open it, or null
    check_graphml.py --schema XSD FILE...      the files that lxml's libxml2 finds invalid, with the reason
    check_graphml.py --xmlschema XSD FILE...   the same by the package xmlschema, which gets nested graphs right
    check_graphml.py --c14n FILE COPY...       the files whose copy has another canonical form, or that lxml cannot read
"""
import contextlib
import json
import math
import os
import sys
import warnings

warnings.simplefilter("ignore")


def plain(value):
    """The value as JSON can hold it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return float(value)
    return str(value)  # infinities, which JSON lacks, are "inf" and "-inf"


def by_networkx(path):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    return {
        "directed": graph.is_directed(),
        "ids": list(graph.nodes),
        "ends": [[source, target] for source, target in graph.edges()],
        "nodes": [{k: plain(v) for k, v in data.items()} for _, data in graph.nodes(data=True)],
        "edges": [{k: plain(v) for k, v in data.items()} for _, _, data in graph.edges(data=True)],
    }


def by_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    return {
        "directed": graph.is_directed(),
        "ids": graph.vs["id"],
        "ends": [[graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]] for edge in graph.es],
        "nodes": [{k: plain(v) for k, v in node.attributes().items()} for node in graph.vs],
        "edges": [{k: plain(v) for k, v in edge.attributes().items()} for edge in graph.es],
    }


def by_rustworkx(path):
    import rustworkx

    graphs = rustworkx.read_graphml(path)
    # What it does not see in a file is no refusal.
    graph = graphs[0] if graphs else rustworkx.PyDiGraph()
    return {
        "directed": isinstance(graph, rustworkx.PyDiGraph),
        "ids": [data["id"] for data in graph.nodes()],
        "ends": [[graph[source]["id"], graph[target]["id"]] for source, target in graph.edge_list()],
        "nodes": [{k: plain(v) for k, v in data.items()} for data in graph.nodes()],
        "edges": [{k: plain(v) for k, v in data.items()} for data in graph.edges()],
    }


@contextlib.contextmanager
def quiet():
    """Nothing printed, by C++ neither."""
    kept = os.dup(1), os.dup(2)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        for place, copy in enumerate(kept, 1):
            os.dup2(copy, place)
            os.close(copy)


def by_networkit(path):
    """Nodes without values and edges with their weights, which is all that NetworKit reads."""
    import networkit

    with quiet():
        graph = networkit.graphio.readGraph(path, networkit.Format.GraphML)
    return {
        "directed": graph.isDirected(),
        "nodes": [{} for _ in graph.iterNodes()],
        "edges": [{"weight": plain(weight)} for _, _, weight in graph.iterEdgesWeights()],
    }


READERS = [
    ("networkx", by_networkx),
    ("igraph", by_igraph),
    ("rustworkx", by_rustworkx),
    ("networkit", by_networkit),
]


def findings(path):
    result = {}
    for name, read in READERS:
        try:
            result[name] = read(path)
        except ImportError:
            continue
        except Exception as error:
            result[name] = {"error": f"{type(error).__name__}: {error}"}
    return result


def installed():
    import importlib.util

    return {name: None for name, _ in READERS if importlib.util.find_spec(name)}


def refusals(path):
    result = {}
    for name, read in READERS:
        try:
            with quiet():
                read(path)
            result[name] = None
        except ImportError:
            continue
        except Exception as error:
            result[name] = f"{type(error).__name__}: {error}"
    return result


def invalid_by_lxml(schema, paths):
    from lxml import etree

    validator = etree.XMLSchema(etree.parse(schema))
    invalid = {}
    for path in paths:
        if not validator.validate(etree.parse(path)):
            invalid[path] = str(validator.error_log.last_error)
    return invalid


def invalid_by_xmlschema(schema, paths):
    import xmlschema

    validator = xmlschema.XMLSchema(schema)
    invalid = {}
    for path in paths:
        try:
            error = next(validator.iter_errors(path), None)
        except ValueError:
            # Python's parser has no encodings of several bytes; lxml's is libxml2's.
            from lxml import etree

            error = next(validator.iter_errors(etree.parse(path)), None)
        if error is not None:
            invalid[path] = str(error.reason)
    return invalid


def canonical(path):
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.tostring(etree.parse(path, parser), method="c14n", with_comments=True)


def changed_by_copying(paths):
    changed = {}
    for original, copy in zip(paths[::2], paths[1::2]):
        try:
            if canonical(original) != canonical(copy):
                changed[original] = "changed"
        except Exception as error:
            changed[original] = f"{type(error).__name__}: {error}"
    return changed


def main(arguments):
    if arguments[:1] == ["--c14n"]:
        answer = changed_by_copying(arguments[1:])
    elif arguments[:1] == ["--installed"]:
        answer = installed()
    elif arguments[:1] == ["--refusals"]:
        answer = {path: refusals(path) for path in arguments[1:]}
    elif arguments[:1] == ["--schema"]:
        answer = invalid_by_lxml(arguments[1], arguments[2:])
    elif arguments[:1] == ["--xmlschema"]:
        answer = invalid_by_xmlschema(arguments[1], arguments[2:])
    else:
        answer = {path: findings(path) for path in arguments}
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
