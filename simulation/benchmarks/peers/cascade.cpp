// The independent cascade in C++ on the same network file and the same draws as in Java.
// usage: cascade NETWORK.csr SEEDS STREAM_SEED SECONDS plain|prefetch
// prints: replications, arcs scanned, CPU seconds, sum of the first ten reaches
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include "draws.hpp"

struct Network {
  std::vector<int64_t> offsets;
  std::vector<int32_t> targets;
  std::vector<float> strengths;
};

static Network read(const char *path) {
  FILE *file = fopen(path, "rb");
  char header[64];
  if (!file || fread(header, 1, 64, file) != 64 || memcmp(header, "GSWELCSR", 8) != 0) {
    fprintf(stderr, "cannot read network %s\n", path);
    exit(2);
  }
  int64_t members, arcs;
  memcpy(&members, header + 16, 8);
  memcpy(&arcs, header + 24, 8);
  Network network{std::vector<int64_t>(members + 1), std::vector<int32_t>(arcs), std::vector<float>(arcs)};
  if (fread(network.offsets.data(), 8, members + 1, file) != size_t(members + 1) ||
      fread(network.targets.data(), 4, arcs, file) != size_t(arcs) ||
      fread(network.strengths.data(), 4, arcs, file) != size_t(arcs)) {
    fprintf(stderr, "network %s was cut off\n", path);
    exit(2);
  }
  fclose(file);
  return network;
}

template <bool PREFETCH>
static int spread(const Network &network, int seeds, uint64_t k, std::vector<char> &adopted,
                  std::vector<int32_t> &queue, int64_t &scanned) {
  std::fill(adopted.begin(), adopted.end(), 0);
  int reached = 0;
  for (int seed = 0; seed < seeds; seed++) {
    adopted[seed] = 1;
    queue[reached++] = seed;
  }
  const int64_t *offsets = network.offsets.data();
  const int32_t *targets = network.targets.data();
  const float *strengths = network.strengths.data();
  for (int next = 0; next < reached; next++) {
    if (PREFETCH) {
      if (next + 8 < reached) __builtin_prefetch(&offsets[queue[next + 8]]);
      if (next + 4 < reached) {
        int64_t first = offsets[queue[next + 4]];
        __builtin_prefetch(&targets[first]);
        __builtin_prefetch(&strengths[first]);
      }
    }
    int64_t end = offsets[queue[next] + 1];
    int64_t arc = offsets[queue[next]];
    scanned += end - arc;
    for (; arc < end; arc++) {
      if (uniform(k, arc) < strengths[arc] && !adopted[targets[arc]]) {
        adopted[targets[arc]] = 1;
        queue[reached++] = targets[arc];
      }
    }
  }
  return reached;
}

static double cpuSeconds() { return double(clock()) / CLOCKS_PER_SEC; }

int main(int count, char **words) {
  if (count != 6) {
    fprintf(stderr, "usage: cascade NETWORK.csr SEEDS STREAM_SEED SECONDS plain|prefetch\n");
    return 2;
  }
  Network network = read(words[1]);
  int seeds = atoi(words[2]);
  uint64_t streamSeed = strtoull(words[3], nullptr, 10);
  double limit = atof(words[4]);
  bool prefetch = strcmp(words[5], "prefetch") == 0;
  size_t members = network.offsets.size() - 1;
  std::vector<char> adopted(members);
  std::vector<int32_t> queue(members);
  int64_t scanned = 0, sum = 0;
  int replications = 0;
  double begin = cpuSeconds(), spent = 0;
  while (spent < limit || replications < 10) {
    uint64_t k = key(streamSeed, replications, 9);
    int reached = prefetch ? spread<true>(network, seeds, k, adopted, queue, scanned)
                           : spread<false>(network, seeds, k, adopted, queue, scanned);
    if (replications++ < 10) sum += reached;
    spent = cpuSeconds() - begin;
  }
  printf("%d %lld %.6f %lld\n", replications, (long long)scanned, spent, (long long)sum);
}
