// Boost.Graph on one network.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/strong_components.hpp>
#include <memory>
#include "peer.hpp"

using namespace boost;
using Number = uint32_t;
struct Lead { Number days; };
using Rows = compressed_sparse_row_graph<directedS, no_property, no_property, no_property, Number, Number>;
using WeightedRows = compressed_sparse_row_graph<directedS, no_property, Lead, no_property, Number, Number>;
using Links = std::vector<std::pair<Number, Number>>;

// Everything that is timed, and what has to be there before.
struct Network {
  Number count;
  Links links;
  std::vector<Number> capacities, tiers;
  std::vector<Lead> leads;
  Number hub = 0;
  std::unique_ptr<Rows> rows;

  explicit Network(const std::string &folder) {
    auto ties = numbers(folder + "/edges.bin");
    auto nodes = numbers(folder + "/nodes.bin");
    count = nodes.size() / 2;
    for (size_t i = 0; i < nodes.size(); i += 2) tiers.push_back(nodes[i]);
    std::vector<Number> degrees(count);
    for (size_t i = 0; i < ties.size(); i += 4) {
      links.push_back({ties[i], ties[i + 1]});
      capacities.push_back(ties[i + 2]);
      leads.push_back({ties[i + 3]});
      degrees[ties[i]]++;
    }
    for (Number v = 0; v < count; v++) if (degrees[v] > degrees[hub]) hub = v;
    rows = build();
  }
  std::unique_ptr<Rows> build() {
    return std::make_unique<Rows>(edges_are_unsorted_multi_pass, links.begin(), links.end(), count);
  }
};

static auto vertexMap(std::vector<Number> &values, const Rows &graph) {
  return make_iterator_property_map(values.begin(), get(vertex_index, graph));
}

using Undirected = adjacency_list<vecS, vecS, undirectedS, no_property, property<edge_index_t, Number>>;
using FlowTraits = adjacency_list_traits<vecS, vecS, directedS>;
using FlowGraph = adjacency_list<
    vecS, vecS, directedS,
    property<vertex_color_t, default_color_type,
             property<vertex_distance_t, long,
                      property<vertex_predecessor_t, FlowTraits::edge_descriptor>>>,
    property<edge_capacity_t, long,
             property<edge_residual_capacity_t, long,
                      property<edge_reverse_t, FlowTraits::edge_descriptor>>>>;

int main(int, char **arguments) {
  Network net(arguments[1]);
  std::unique_ptr<Undirected> undirected;
  auto asUndirected = [&]() -> Undirected & {
    if (!undirected) {
      undirected = std::make_unique<Undirected>(net.count);
      for (Number i = 0; i < net.links.size(); i++)
        add_edge(net.links[i].first, net.links[i].second, i, *undirected);
    }
    return *undirected;
  };
  std::unique_ptr<FlowGraph> flowGraph;
  std::unique_ptr<WeightedRows> weighted;
  std::unique_ptr<adjacency_list<vecS, vecS, bidirectionalS>> rooted;

  Cases cases;
  auto nothing = [] {};
  cases["build"] = {nothing, [&] { auto g = net.build(); return Answer{double(num_vertices(*g)), double(num_edges(*g))}; }};
  cases["bfs"] = {nothing, [&] {
    std::vector<Number> distances(net.count, ~0u);
    distances[net.hub] = 0;
    breadth_first_search(*net.rows, net.hub,
                         visitor(make_bfs_visitor(record_distances(distances.data(), on_tree_edge()))));
    double reached = 0;
    for (auto d : distances) reached += d != ~0u;
    return Answer{reached};
  }};
  cases["strong"] = {nothing, [&] {
    std::vector<Number> part(net.count);
    return Answer{double(strong_components(*net.rows, vertexMap(part, *net.rows)))};
  }};
  cases["weak"] = {[&] { asUndirected(); }, [&] {
    std::vector<Number> part(net.count);
    return Answer{double(connected_components(*undirected, part.data()))};
  }};
  cases["cuts"] = {[&] { asUndirected(); }, [&] {
    std::vector<Number> points;
    articulation_points(*undirected, std::back_inserter(points));
    return Answer{double(points.size())};
  }};
  cases["cores"] = {[&] { asUndirected(); }, [&] {
    std::vector<Number> cores(net.count);
    core_numbers(*undirected, make_iterator_property_map(cores.begin(), get(vertex_index, *undirected)));
    return Answer{double(*std::max_element(cores.begin(), cores.end()))};
  }};
  // Boost's tree is wrong when an edge comes from an unreached vertex (boostorg/graph, pull request 97),
  // so those edges are left out before.
  cases["dominators"] = {[&] {
    if (rooted) return;
    std::vector<Number> open;
    std::vector<char> reached(net.count);
    for (Number v = 0; v < net.count; v++) if (net.tiers[v] == 0) { reached[v] = 1; open.push_back(v); }
    while (!open.empty()) {
      Number v = open.back();
      open.pop_back();
      auto [first, last] = out_edges(v, *net.rows);
      for (; first != last; ++first) {
        Number w = target(*first, *net.rows);
        if (!reached[w]) { reached[w] = 1; open.push_back(w); }
      }
    }
    Links links;
    for (auto &link : net.links) if (reached[link.first]) links.push_back(link);
    for (Number v = 0; v < net.count; v++) if (net.tiers[v] == 0) links.push_back({net.count, v});
    rooted = std::make_unique<adjacency_list<vecS, vecS, bidirectionalS>>(links.begin(), links.end(), net.count + 1);
  }, [&] {
    std::vector<Number> tree(net.count + 1, ~0u);
    lengauer_tarjan_dominator_tree(
        *rooted, net.count, make_iterator_property_map(tree.begin(), get(vertex_index, *rooted)));
    std::vector<char> dominates(net.count + 1);
    double reached = 0, count = 0;
    for (Number v = 0; v < net.count; v++) if (tree[v] != ~0u) { reached++; dominates[tree[v]] = 1; }
    for (Number v = 0; v < net.count; v++) count += dominates[v];
    return Answer{reached, count};
  }};
  if (net.count <= 1000) cases["betweenness"] = {nothing, [&] {
    std::vector<double> values(net.count);
    brandes_betweenness_centrality(*net.rows, make_iterator_property_map(values.begin(), get(vertex_index, *net.rows)));
    auto top = std::max_element(values.begin(), values.end());
    return Answer{double(top - values.begin()), *top};
  }};
  cases["shortest-paths"] = {[&] {
    if (!weighted)
      weighted = std::make_unique<WeightedRows>(
          edges_are_unsorted_multi_pass, net.links.begin(), net.links.end(), net.leads.begin(), net.count);
  }, [&] {
    std::vector<Number> distances(net.count);
    dijkstra_shortest_paths(*weighted, net.hub,
        distance_map(make_iterator_property_map(distances.begin(), get(vertex_index, *weighted)))
            .weight_map(get(&Lead::days, *weighted)));
    double reached = 0;
    for (auto d : distances) reached += d != std::numeric_limits<Number>::max();
    return Answer{reached};
  }};
  cases["flow"] = {[&] {
    if (flowGraph) return;
    flowGraph = std::make_unique<FlowGraph>(net.count + 2);
    auto &g = *flowGraph;
    auto add = [&](Number from, Number to, long capacity) {
      auto there = add_edge(from, to, g).first, back = add_edge(to, from, g).first;
      put(edge_capacity, g, there, capacity);
      put(edge_capacity, g, back, 0);
      put(edge_reverse, g, there, back);
      put(edge_reverse, g, back, there);
    };
    for (size_t i = 0; i < net.links.size(); i++) add(net.links[i].first, net.links[i].second, net.capacities[i]);
    for (Number v = 0; v < net.count; v++) {
      if (net.tiers[v] == 0) add(net.count, v, 1000000000);
      if (net.tiers[v] == 7) add(v, net.count + 1, 1000000000);
    }
  }, [&] { return Answer{double(boykov_kolmogorov_max_flow(*flowGraph, net.count, net.count + 1))}; }};

  serve(std::string("Boost ") + BOOST_LIB_VERSION, cases);
}
