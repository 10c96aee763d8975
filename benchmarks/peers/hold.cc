// The hold model on std::priority_queue: take the first event, run it, and have it put one in at an
// exponentially distributed time after it. Events of one time come in the order of scheduling, as a
// deterministic simulator needs, and each is run through a virtual call.
//
//   hold PENDING SECONDS    prints holds a second

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <random>
#include <vector>

namespace {

constexpr int kTableSize = 1 << 16;
constexpr int kHoldsBetweenLooks = 10'000;
constexpr double kMeanNanos = 1e6;

class Handler {
 public:
  virtual ~Handler() = default;
  virtual void Run() = 0;
};

struct Event {
  int64_t nanos;
  uint64_t sequence;
  Handler* handler;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.nanos != b.nanos ? a.nanos > b.nanos : a.sequence > b.sequence;
  }
};

class Simulation {
 public:
  void At(int64_t nanos, Handler* handler) { queue_.push({nanos, sequence_++, handler}); }

  void Step() {
    Event first = queue_.top();
    queue_.pop();
    now_ = first.nanos;
    first.handler->Run();
  }

  int64_t now() const { return now_; }

 private:
  std::priority_queue<Event, std::vector<Event>, Later> queue_;
  uint64_t sequence_ = 0;
  int64_t now_ = 0;
};

class Hold : public Handler {
 public:
  explicit Hold(Simulation* simulation) : simulation_(simulation), increments_(kTableSize) {
    std::mt19937_64 random(1);
    std::exponential_distribution<double> exponential(1 / kMeanNanos);
    for (int64_t& increment : increments_) increment = static_cast<int64_t>(exponential(random));
  }

  void Run() override { simulation_->At(simulation_->now() + Increment(), this); }

  int64_t Increment() { return increments_[next_++ % kTableSize]; }

 private:
  Simulation* simulation_;
  std::vector<int64_t> increments_;
  uint32_t next_ = 0;
};

double WallSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

double HoldsASecond(Simulation& simulation, double seconds) {
  double begin = WallSeconds();
  double passed;
  int64_t holds = 0;
  do {
    for (int i = 0; i < kHoldsBetweenLooks; i++) simulation.Step();
    holds += kHoldsBetweenLooks;
    passed = WallSeconds() - begin;
  } while (passed < seconds);
  return holds / passed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: hold PENDING SECONDS\n");
    return 2;
  }
  Simulation simulation;
  Hold hold(&simulation);
  for (int i = 0; i < std::atoi(argv[1]); i++) simulation.At(hold.Increment(), &hold);
  double seconds = std::atof(argv[2]);
  HoldsASecond(simulation, seconds / 2);
  std::printf("%.1f\n", HoldsASecond(simulation, seconds));
}
