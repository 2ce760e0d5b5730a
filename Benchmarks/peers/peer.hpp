// What programs in C++ that compare.py times have in common. See worker.py for the protocol, which is the same.
#pragma once
#include <cstdint>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

using Answer = std::vector<double>;
// By name: what a case needs, made before the clock starts; the case itself; and what it found, after the clock has stopped.
struct Case {
  std::function<void()> prepare;
  std::function<Answer()> work;
  std::function<Answer(Answer)> found = [](Answer answer) { return answer; };
};
using Cases = std::map<std::string, Case>;

// The words of 32 bits of a file.
inline std::vector<uint32_t> numbers(const std::string &path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<uint32_t> result(file.tellg() / 4);
  file.seekg(0);
  file.read(reinterpret_cast<char *>(result.data()), result.size() * 4);
  return result;
}

inline double seconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

// Reads names of cases, prints how long each took and what it found.
inline void serve(const std::string &version, const Cases &cases) {
  std::cout << "{\"version\": \"" << version << "\", \"cases\": [";
  bool isFirst = true;
  for (auto &entry : cases) { std::cout << (isFirst ? "" : ", ") << '"' << entry.first << '"'; isFirst = false; }
  std::cout << "]}" << std::endl;
  for (std::string name; std::getline(std::cin, name);) {
    auto &[prepare, work, found] = cases.at(name);
    prepare();
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    Answer answer = work();
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    wall = seconds(CLOCK_MONOTONIC) - wall;
    answer = found(answer);
    std::cout.precision(17);
    std::cout << "{\"wall\": " << wall * 1e3 << ", \"cpu\": " << cpu * 1e3 << ", \"answer\": [";
    for (size_t i = 0; i < answer.size(); i++) std::cout << (i ? ", " : "") << answer[i];
    std::cout << "]}" << std::endl;
  }
}
