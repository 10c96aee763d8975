// The failover model on ns-3: routers and a client, each on a port of a learning switch. All routers
// start as Backups; the first is the best and becomes Master of all virtual routers. With it the
// client begins to ping the first of them. The Master falls silent at 5 s, the run ends at 15 s.
// Frames are built and read here, on CSMA devices, with real headers and checksums: less than ns-3's
// own IP stack does, so this is the fast way to use ns-3.
//
//   failover NODES ROUTERS PING_MILLIS SECONDS    prints runs a second, set-up and end included

#include <ns3/bridge-module.h>
#include <ns3/core-module.h>
#include <ns3/csma-module.h>
#include <ns3/network-module.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace ns3;

namespace {

constexpr uint16_t kIpv4 = 0x0800;
constexpr uint8_t kIcmp = 1;
constexpr uint8_t kVrrp = 112;
constexpr int kIpLength = 20;
constexpr int kVrrpLength = 20;
constexpr int kEchoLength = 8 + 56;
constexpr int kBestPriority = 254;
constexpr int kMaxNodes = 200;
constexpr double kCrash = 5;
constexpr double kEnd = 15;
constexpr uint32_t kGroup = 0xe0000012;   // 224.0.0.18
constexpr uint32_t kClient = 0x0a000009;  // 10.0.0.9
constexpr uint32_t kNodes = 0x0a000100;   // 10.0.1.0
constexpr uint32_t kVirtual = 0x0a006400; // 10.0.100.0

Mac48Address Mac(std::array<uint8_t, 6> octets) {
  Mac48Address mac;
  mac.CopyFrom(octets.data());
  return mac;
}

Mac48Address VirtualMac(int vrid) {
  return Mac({0x00, 0x00, 0x5e, 0x00, 0x01, static_cast<uint8_t>(vrid)});
}

Mac48Address ClientMac() { return Mac({0x02, 0, 0, 0, 0, 0x09}); }
Mac48Address GroupMac() { return Mac({0x01, 0x00, 0x5e, 0x00, 0x00, 0x12}); }

void Put16(uint8_t* at, uint16_t value) {
  at[0] = value >> 8;
  at[1] = value & 0xff;
}

void Put32(uint8_t* at, uint32_t value) {
  Put16(at, value >> 16);
  Put16(at + 2, value & 0xffff);
}

uint32_t Get32(const uint8_t* at) {
  return uint32_t(at[0]) << 24 | uint32_t(at[1]) << 16 | uint32_t(at[2]) << 8 | at[3];
}

// The internet checksum; of octets that hold their own it is 0.
uint16_t Checksum(const uint8_t* octets, int length) {
  uint32_t sum = 0;
  for (int i = 0; i + 1 < length; i += 2) sum += uint32_t(octets[i]) << 8 | octets[i + 1];
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}

void PutIp(uint8_t* at, int payload, uint8_t protocol, uint8_t ttl, uint32_t from, uint32_t to) {
  at[0] = 0x45;
  Put16(at + 2, kIpLength + payload);
  at[8] = ttl;
  at[9] = protocol;
  Put32(at + 12, from);
  Put32(at + 16, to);
  Put16(at + 10, Checksum(at, kIpLength));
}

class Router {
 public:
  Router(Ptr<NetDevice> device, int index, int virtualRouters)
      : device_(device), index_(index), priority_(kBestPriority - index) {
    for (int vrid = 1; vrid <= virtualRouters; vrid++) {
      instances_.push_back(std::make_unique<Instance>());
      instances_.back()->vrid = vrid;
      AwaitMaster(*instances_.back());
    }
    device_->SetPromiscReceiveCallback(MakeCallback(&Router::Hear, this));
  }

  void Crash() {
    alive_ = false;
    for (auto& each : instances_) each->timer.Cancel();
  }

  bool isMaster(int vrid) const { return instances_[vrid - 1]->master; }

 private:
  struct Instance {
    int vrid = 0;
    bool master = false;
    EventId timer;
  };

  void AwaitMaster(Instance& instance) {
    instance.timer.Cancel();
    instance.timer = Simulator::Schedule(
        Seconds(3 + (256 - priority_) / 256.0), &Router::BecomeMaster, this, &instance);
  }

  void BecomeMaster(Instance* instance) {
    instance->master = true;
    Advertise(instance);
  }

  void Advertise(Instance* instance) {
    uint8_t octets[kIpLength + kVrrpLength] = {};
    uint8_t* vrrp = octets + kIpLength;
    vrrp[0] = 0x21;
    vrrp[1] = instance->vrid;
    vrrp[2] = priority_;
    vrrp[3] = 1;
    vrrp[5] = 1;
    Put32(vrrp + 8, kVirtual + instance->vrid);
    Put16(vrrp + 6, Checksum(vrrp, kVrrpLength));
    PutIp(octets, kVrrpLength, kVrrp, 255, kNodes + index_ + 1, kGroup);
    device_->SendFrom(Create<Packet>(octets, sizeof octets), VirtualMac(instance->vrid),
                      GroupMac(), kIpv4);
    instance->timer = Simulator::Schedule(Seconds(1), &Router::Advertise, this, instance);
  }

  bool Hear(Ptr<NetDevice>, Ptr<const Packet> packet, uint16_t, const Address&, const Address& to,
            NetDevice::PacketType) {
    uint8_t octets[kIpLength + kEchoLength];
    uint32_t length = packet->CopyData(octets, sizeof octets);
    if (!alive_ || length < kIpLength || Checksum(octets, kIpLength) != 0) return true;
    uint8_t* payload = octets + kIpLength;
    if (octets[9] == kVrrp && length >= kIpLength + kVrrpLength) {
      HearAdvert(octets, payload);
    } else if (octets[9] == kIcmp && length == sizeof octets) {
      HearPing(octets, payload, Mac48Address::ConvertFrom(to));
    }
    return true;
  }

  void HearAdvert(const uint8_t* octets, const uint8_t* vrrp) {
    uint32_t vrid = vrrp[1];
    if (octets[8] != 255 || Checksum(vrrp, kVrrpLength) != 0 || vrid < 1 ||
        vrid > instances_.size()) {
      return;
    }
    Instance& instance = *instances_[vrid - 1];
    if (instance.master && vrrp[2] < priority_) return;
    instance.master = false;
    AwaitMaster(instance);
  }

  void HearPing(uint8_t* octets, uint8_t* echo, Mac48Address to) {
    uint32_t vrid = Get32(octets + 16) - kVirtual;
    if (vrid < 1 || vrid > instances_.size() || !instances_[vrid - 1]->master ||
        to != VirtualMac(vrid) || echo[0] != 8 || Checksum(echo, kEchoLength) != 0) {
      return;
    }
    echo[0] = 0;
    Put16(echo + 2, 0);
    Put16(echo + 2, Checksum(echo, kEchoLength));
    PutReply(octets, vrid);
    device_->SendFrom(Create<Packet>(octets, kIpLength + kEchoLength), VirtualMac(vrid),
                      ClientMac(), kIpv4);
  }

  static void PutReply(uint8_t* octets, uint32_t vrid) {
    Put16(octets + 10, 0);
    PutIp(octets, kEchoLength, kIcmp, 64, kVirtual + vrid, kClient);
  }

  Ptr<NetDevice> device_;
  int index_;
  int priority_;
  bool alive_ = true;
  std::vector<std::unique_ptr<Instance>> instances_;
};

class Client {
 public:
  Client(Ptr<NetDevice> device, int pingMillis) : device_(device), every_(MilliSeconds(pingMillis)) {
    device_->SetPromiscReceiveCallback(MakeCallback(&Client::Hear, this));
    Simulator::Schedule(Seconds(3 + (256 - kBestPriority) / 256.0), &Client::Ping, this);
  }

  int sent() const { return sent_; }
  int received() const { return received_; }

 private:
  void Ping() {
    uint8_t octets[kIpLength + kEchoLength] = {};
    uint8_t* echo = octets + kIpLength;
    echo[0] = 8;
    Put16(echo + 6, sent_++);
    Put16(echo + 2, Checksum(echo, kEchoLength));
    PutIp(octets, kEchoLength, kIcmp, 64, kClient, kVirtual + 1);
    device_->SendFrom(Create<Packet>(octets, sizeof octets), ClientMac(), VirtualMac(1), kIpv4);
    Simulator::Schedule(every_, &Client::Ping, this);
  }

  bool Hear(Ptr<NetDevice>, Ptr<const Packet> packet, uint16_t, const Address&, const Address&,
            NetDevice::PacketType) {
    uint8_t octets[kIpLength + kEchoLength];
    if (packet->CopyData(octets, sizeof octets) == sizeof octets && octets[9] == kIcmp &&
        octets[kIpLength] == 0 && Checksum(octets, kIpLength) == 0 &&
        Checksum(octets + kIpLength, kEchoLength) == 0) {
      received_++;
    }
    return true;
  }

  Ptr<NetDevice> device_;
  Time every_;
  int sent_ = 0;
  int received_ = 0;
};

// One whole run. A model that no longer does what it should measures nothing, so it is checked.
void Run(int nodes, int virtualRouters, int pingMillis) {
  NodeContainer machines;
  machines.Create(nodes + 1);
  Ptr<Node> hub = CreateObject<Node>();
  CsmaHelper csma;
  csma.SetChannelAttribute("DataRate", StringValue("1Gbps"));
  csma.SetChannelAttribute("Delay", TimeValue(MicroSeconds(50)));
  NetDeviceContainer devices;
  NetDeviceContainer ports;
  for (int i = 0; i <= nodes; i++) {
    NetDeviceContainer link = csma.Install(NodeContainer(machines.Get(i), hub));
    devices.Add(link.Get(0));
    ports.Add(link.Get(1));
  }
  BridgeHelper().Install(hub, ports);
  std::vector<std::unique_ptr<Router>> routers;
  for (int i = 0; i < nodes; i++) {
    routers.push_back(std::make_unique<Router>(devices.Get(i), i, virtualRouters));
  }
  Client client(devices.Get(nodes), pingMillis);
  Simulator::Schedule(Seconds(kCrash), &Router::Crash, routers[0].get());
  Simulator::Stop(Seconds(kEnd));
  Simulator::Run();
  double outage = (client.sent() - client.received()) * pingMillis / 1000.0;
  bool tookOver = routers[1]->isMaster(1) && routers[1]->isMaster(virtualRouters);
  Simulator::Destroy();
  if (!tookOver || outage < 2 - pingMillis / 1000.0 || outage > 3.1 + pingMillis / 1000.0) {
    std::fprintf(stderr, "failover: the model is wrong: %d sent, %d received\n", client.sent(),
                 client.received());
    std::exit(1);
  }
}

double WallSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int main(int argc, char** argv) {
  int nodes = argc == 5 ? std::atoi(argv[1]) : 0;
  int virtualRouters = argc == 5 ? std::atoi(argv[2]) : 0;
  int pingMillis = argc == 5 ? std::atoi(argv[3]) : 0;
  if (nodes < 2 || nodes > kMaxNodes || virtualRouters < 1 || virtualRouters > 255 ||
      pingMillis < 1) {
    std::fprintf(stderr, "usage: failover NODES ROUTERS PING_MILLIS SECONDS\n");
    return 2;
  }
  double seconds = std::atof(argv[4]);
  double begin = WallSeconds();
  double passed;
  int runs = 0;
  do {
    Run(nodes, virtualRouters, pingMillis);
    runs++;
    passed = WallSeconds() - begin;
  } while (passed < seconds);
  std::printf("%.4f\n", runs / passed);
}
