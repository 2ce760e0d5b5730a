// The loop of gapbs's PageRank on one network, written anew, since neither PyPI nor Debian has gapbs: 20 rounds in 32 bits,
// pulled along incoming edges, each value used as soon as it is there, in blocks of 16,384 vertices for the threads of OpenMP.
// As there, vertices without outgoing edges give nothing back, and pages of memory are as the system hands them out. gapbs
// leaves parallel edges out, which here are kept, 0.04 % of the edges of L.
// Source: S. Beamer, K. Asanović, D. Patterson, The GAP Benchmark Suite (2015), arXiv:1508.03619.
#include <algorithm>
#include <cmath>
#include <memory>
#include "peer.hpp"

using Number = int32_t;

// Rows of incoming edges, each ascending, and how many edges go out.
struct Network {
  Number count;
  std::vector<int64_t> starts;
  std::vector<Number> sources, degrees;

  explicit Network(const std::string &folder) {
    auto ties = numbers(folder + "/edges.bin");
    count = numbers(folder + "/nodes.bin").size() / 2;
    starts.resize(count + 1);
    sources.resize(ties.size() / 4);
    degrees.resize(count);
    for (size_t i = 0; i < ties.size(); i += 4) { degrees[ties[i]]++; starts[ties[i + 1] + 1]++; }
    for (Number v = 0; v < count; v++) starts[v + 1] += starts[v];
    auto next = starts;
    for (size_t i = 0; i < ties.size(); i += 4) sources[next[ties[i + 1]]++] = ties[i];
    for (Number v = 0; v < count; v++) std::sort(&sources[starts[v]], &sources[starts[v + 1]]);
  }

  std::unique_ptr<float[]> ranks() const {
    const float damping = 0.85f, start = 1.0f / count, base = (1 - damping) / count;
    // Not filled by one thread first, as vectors are.
    std::unique_ptr<float[]> ranks(new float[count]), given(new float[count]);
#pragma omp parallel for
    for (Number v = 0; v < count; v++) {
      ranks[v] = start;
      given[v] = start / degrees[v];
    }
    for (int round = 0; round < 20; round++) {
      double change = 0;
#pragma omp parallel for reduction(+ : change) schedule(dynamic, 16384)
      for (Number v = 0; v < count; v++) {
        float sum = 0;
        for (auto i = starts[v]; i < starts[v + 1]; i++) sum += given[sources[i]];
        float before = ranks[v];
        ranks[v] = base + damping * sum;
        change += std::fabs(ranks[v] - before);
        given[v] = ranks[v] / degrees[v];
      }
      // Never so on the networks here; without the question the sum would be left out.
      if (change == 0) break;
    }
    return ranks;
  }
};

int main(int, char **arguments) {
  Network network(arguments[1]);
  std::unique_ptr<float[]> ranks;
  Cases cases;
  cases["pagerank-rounds"] = {[] {}, [&] { ranks = network.ranks(); return Answer{}; }, [&](Answer) {
    // What vertices without outgoing edges would give back is one factor.
    double all = 0, highest = 0;
    for (Number v = 0; v < network.count; v++) all += ranks[v];
    std::partial_sort(&ranks[0], &ranks[10], &ranks[network.count], std::greater<float>());
    for (int i = 0; i < 10; i++) highest += ranks[i] / all;
    return Answer{highest};
  }};
  serve("the loop of gapbs", cases);
}
