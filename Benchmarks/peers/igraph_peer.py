"""Reads a GraphML file with python-igraph, and says what graphml-benchmark says of it."""
import math
import sys

import igraph

graph = igraph.Graph.Read_GraphML(sys.argv[1])
print(f"{graph.vcount()} nodes, {graph.ecount()} edges")
print(f"total volume {math.fsum(graph.es['volume'])}")
