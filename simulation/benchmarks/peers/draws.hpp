// The keyed draws of groundswell.kernels.random.Draws: the same bits as in Java.
#pragma once
#include <cmath>
#include <cstdint>

constexpr uint64_t GOLDEN_GAMMA = 0x9E3779B97F4A7C15ULL;

inline uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

inline uint64_t key(uint64_t seed, uint64_t replication, uint64_t aspect) {
  return mix(mix(mix(seed + GOLDEN_GAMMA) + replication * GOLDEN_GAMMA) + aspect * GOLDEN_GAMMA);
}

inline uint64_t key(uint64_t above, uint64_t entity) { return mix(above ^ mix(entity + GOLDEN_GAMMA)); }

inline double uniform(uint64_t k, uint64_t entity) {
  return ((mix(k + entity * GOLDEN_GAMMA) >> 12) + 0.5) * 0x1.0p-52;
}
