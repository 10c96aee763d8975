// The hold model on a 4-ary heap of (time, sequence) in C++: take the first event out, put one in at
// an exponentially distributed time after it, and the number of pending events stays what it is.
//
// heap_hold SECONDS PENDING    prints operations a second
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

constexpr size_t kArity = 4;
constexpr size_t kTable = 1 << 16;
constexpr int kBatch = 10000;

struct Event {
  int64_t time;
  uint64_t sequence;
  void (*handler)(void*);
  void* payload;

  bool operator<(const Event& other) const {
    return time != other.time ? time < other.time : sequence < other.sequence;
  }
};

class Heap {
 public:
  void Add(const Event& event) {
    events_.push_back(event);
    size_t at = events_.size() - 1;
    while (at > 0 && event < events_[(at - 1) / kArity]) {
      events_[at] = events_[(at - 1) / kArity];
      at = (at - 1) / kArity;
    }
    events_[at] = event;
  }

  const Event& First() const { return events_.front(); }

  void ReplaceFirst(const Event& event) {
    size_t at = 0;
    for (;;) {
      size_t first = at * kArity + 1;
      if (first >= events_.size()) break;
      size_t last = first + kArity < events_.size() ? first + kArity : events_.size();
      size_t least = first;
      for (size_t i = first + 1; i < last; i++) {
        if (events_[i] < events_[least]) least = i;
      }
      if (!(events_[least] < event)) break;
      events_[at] = events_[least];
      at = least;
    }
    events_[at] = event;
  }

 private:
  std::vector<Event> events_;
};

void Count(void* payload) { ++*static_cast<int64_t*>(payload); }

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: heap_hold SECONDS PENDING\n");
    return 2;
  }
  std::vector<int64_t> increments(kTable);
  std::mt19937_64 random(1);
  std::exponential_distribution<double> exponential(1.0 / 1e6);
  for (auto& each : increments) each = static_cast<int64_t>(exponential(random));
  Heap heap;
  int64_t executed = 0;
  uint64_t sequence = 0;
  size_t next = 0;
  for (int i = 0; i < std::atoi(arguments[2]); i++) {
    heap.Add({increments[next++ % kTable], sequence++, Count, &executed});
  }
  auto hold = [&](int64_t times) {
    for (int64_t i = 0; i < times; i++) {
      Event first = heap.First();
      first.handler(first.payload);
      heap.ReplaceFirst({first.time + increments[next++ % kTable], sequence++, Count, &executed});
    }
  };
  hold(2000000);
  executed = 0;
  auto start = std::chrono::steady_clock::now();
  auto since = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  while (since() < std::atof(arguments[1])) hold(kBatch);
  std::printf("%.0f\n", executed / since());
}
