// The same LAN on ns-3: routers that speak VRRPv2 on one learning switch, a client that pings the
// first virtual address. Frames are built by hand, with real octets and checksums, because that is
// the fastest that ns-3 can do it; its own IP stack takes about twice as long.
//
// ns3_segment failover SECONDS EVERY_MS          whole failovers a second: built, run for 15 s with
//                                                a crash at 5 s, torn down, again and again
// ns3_segment segment SECONDS NODES ROUTERS EVERY_MS   simulated seconds a second of wall time
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "ns3/bridge-module.h"
#include "ns3/core-module.h"
#include "ns3/csma-module.h"
#include "ns3/network-module.h"

using namespace ns3;

namespace {

constexpr uint16_t kIpv4 = 0x0800;
constexpr uint32_t kGroup = 0xe0000012;
constexpr uint32_t kVirtualBase = 0x0a006400;  // 10.0.100.0
constexpr uint32_t kRouterBase = 0x0a000100;   // 10.0.1.0
constexpr uint32_t kClient = 0x0a000009;       // 10.0.0.9
constexpr size_t kIpHeader = 20;
constexpr size_t kAdvert = 20;
constexpr size_t kEcho = 64;

uint16_t Checksum(const uint8_t* octets, size_t length) {
  uint32_t sum = 0;
  for (size_t i = 0; i + 1 < length; i += 2) sum += octets[i] << 8 | octets[i + 1];
  if (length & 1) sum += octets[length - 1] << 8;
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<uint16_t>(~sum);
}

void Put16(uint8_t* at, uint16_t value) {
  at[0] = value >> 8;
  at[1] = value & 0xff;
}

void Put32(uint8_t* at, uint32_t value) {
  Put16(at, value >> 16);
  Put16(at + 2, value & 0xffff);
}

uint32_t Get32(const uint8_t* at) {
  return uint32_t{at[0]} << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

void PutIpHeader(uint8_t* at, size_t payload, uint8_t ttl, uint8_t protocol, uint32_t from,
                 uint32_t to) {
  std::memset(at, 0, kIpHeader);
  at[0] = 0x45;
  Put16(at + 2, kIpHeader + payload);
  at[8] = ttl;
  at[9] = protocol;
  Put32(at + 12, from);
  Put32(at + 16, to);
  Put16(at + 10, Checksum(at, kIpHeader));
}

Mac48Address VirtualMac(int vrid) {
  char text[18];
  std::snprintf(text, sizeof text, "00:00:5e:00:01:%02x", vrid);
  return Mac48Address(text);
}

const Mac48Address kGroupMac("01:00:5e:00:00:12");

// One virtual router on one machine.
struct Instance {
  int vrid;
  int priority;
  bool master = false;
  EventId timer;
};

class Router {
 public:
  Router(Ptr<NetDevice> device, uint32_t address, int priority, int routers)
      : device_(device), address_(address) {
    for (int vrid = 1; vrid <= routers; vrid++) {
      instances_.push_back({vrid, priority, false, EventId()});
    }
    device_->SetPromiscReceiveCallback(MakeCallback(&Router::Receive, this));
    for (auto& each : instances_) ListenAgain(each);
  }

  void Crash() {
    crashed_ = true;
    for (auto& each : instances_) each.timer.Cancel();
  }

 private:
  void ListenAgain(Instance& each) {
    each.timer.Cancel();
    double skew = (256 - each.priority) / 256.0;
    each.timer = Simulator::Schedule(Seconds(3 + skew), &Router::Promote, this, each.vrid - 1);
  }

  void Promote(int index) {
    instances_[index].master = true;
    Advertise(index);
  }

  void Advertise(int index) {
    Instance& each = instances_[index];
    uint8_t octets[kIpHeader + kAdvert] = {};
    uint8_t* message = octets + kIpHeader;
    message[0] = 0x21;
    message[1] = each.vrid;
    message[2] = each.priority;
    message[3] = 1;
    message[5] = 1;
    Put32(message + 8, kVirtualBase + each.vrid);
    Put16(message + 6, Checksum(message, kAdvert));
    PutIpHeader(octets, kAdvert, 255, 112, address_, kGroup);
    device_->SendFrom(Create<Packet>(octets, sizeof octets), VirtualMac(each.vrid), kGroupMac,
                      kIpv4);
    each.timer = Simulator::Schedule(Seconds(1), &Router::Advertise, this, index);
  }

  bool Receive(Ptr<NetDevice>, Ptr<const Packet> packet, uint16_t protocol, const Address&,
               const Address& to, NetDevice::PacketType) {
    if (crashed_ || protocol != kIpv4) return true;
    std::array<uint8_t, 128> octets;
    uint32_t length = packet->CopyData(octets.data(), octets.size());
    if (length < kIpHeader || Checksum(octets.data(), kIpHeader) != 0) return true;
    if (octets[9] == 112) {
      ReceiveAdvert(octets.data(), length);
    } else if (octets[9] == 1) {
      Answer(octets.data(), length, Mac48Address::ConvertFrom(to));
    }
    return true;
  }

  void ReceiveAdvert(const uint8_t* octets, uint32_t length) {
    const uint8_t* message = octets + kIpHeader;
    if (length < kIpHeader + kAdvert || octets[8] != 255 || Checksum(message, kAdvert) != 0) return;
    if (message[1] < 1 || message[1] > instances_.size()) return;
    Instance& each = instances_[message[1] - 1];
    bool better = message[2] > each.priority ||
                  (message[2] == each.priority && Get32(octets + 12) > address_);
    if (each.master ? better : message[2] >= each.priority) {
      each.master = false;
      ListenAgain(each);
    }
  }

  void Answer(uint8_t* octets, uint32_t length, Mac48Address to) {
    uint32_t vrid = Get32(octets + 16) - kVirtualBase;
    if (vrid < 1 || vrid > instances_.size() || !instances_[vrid - 1].master) return;
    if (to != VirtualMac(vrid) || Checksum(octets + kIpHeader, kEcho) != 0) return;
    uint8_t* echo = octets + kIpHeader;
    echo[0] = 0;
    Put16(echo + 2, 0);
    Put16(echo + 2, Checksum(echo, kEcho));
    PutIpHeader(octets, kEcho, 64, 1, kVirtualBase + vrid, Get32(octets + 12));
    device_->SendFrom(Create<Packet>(octets, length), VirtualMac(vrid), client, kIpv4);
  }

 public:
  static Mac48Address client;

 private:
  Ptr<NetDevice> device_;
  uint32_t address_;
  bool crashed_ = false;
  std::vector<Instance> instances_;
};

Mac48Address Router::client;

class Client {
 public:
  Client(Ptr<NetDevice> device, Time every) : device_(device), every_(every) {
    device_->SetReceiveCallback(MakeCallback(&Client::Receive, this));
    Simulator::Schedule(Seconds(4), &Client::Ping, this);
  }

  int sent = 0;
  int answered = 0;

 private:
  void Ping() {
    uint8_t octets[kIpHeader + kEcho] = {};
    uint8_t* echo = octets + kIpHeader;
    echo[0] = 8;
    Put16(echo + 6, ++sent);
    Put16(echo + 2, Checksum(echo, kEcho));
    PutIpHeader(octets, kEcho, 64, 1, kClient, kVirtualBase + 1);
    device_->Send(Create<Packet>(octets, sizeof octets), VirtualMac(1), kIpv4);
    Simulator::Schedule(every_, &Client::Ping, this);
  }

  bool Receive(Ptr<NetDevice>, Ptr<const Packet> packet, uint16_t protocol, const Address&) {
    std::array<uint8_t, 128> octets;
    uint32_t length = packet->CopyData(octets.data(), octets.size());
    if (protocol == kIpv4 && length == kIpHeader + kEcho && octets[9] == 1 &&
        Checksum(octets.data(), kIpHeader) == 0 && Checksum(octets.data() + kIpHeader, kEcho) == 0) {
      answered++;
    }
    return true;
  }

  Ptr<NetDevice> device_;
  Time every_;
};

// A world for one run; ns-3 keeps its own state until Simulator::Destroy.
struct World {
  std::vector<std::unique_ptr<Router>> routers;
  std::unique_ptr<Client> client;

  World(int nodes, int virtual_routers, Time every) {
    CsmaHelper cable;
    cable.SetChannelAttribute("DataRate", StringValue("1Gbps"));
    cable.SetChannelAttribute("Delay", TimeValue(MicroSeconds(50)));
    Ptr<Node> hub = CreateObject<Node>();
    NetDeviceContainer ports;
    std::vector<Ptr<NetDevice>> ends;
    for (int i = 0; i <= nodes; i++) {
      NodeContainer pair(CreateObject<Node>(), hub);
      NetDeviceContainer devices = cable.Install(pair);
      ends.push_back(devices.Get(0));
      ports.Add(devices.Get(1));
    }
    BridgeHelper().Install(hub, ports);
    for (int i = 1; i <= nodes; i++) {
      int priority = i == 1 ? 200 : i > 100 ? 1 : 101 - i;
      routers.push_back(
          std::make_unique<Router>(ends[i], kRouterBase + i, priority, virtual_routers));
    }
    Router::client = Mac48Address::ConvertFrom(ends[0]->GetAddress());
    client = std::make_unique<Client>(ends[0], every);
  }
};

double Since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void Failover(Time every) {
  World world(2, 1, every);
  Simulator::Schedule(Seconds(5), &Router::Crash, world.routers[0].get());
  Simulator::Stop(Seconds(15));
  Simulator::Run();
  Simulator::Destroy();
  // Pings begin at 4 s, and the address is gone for 2 s to 4 s of the 11 that are left.
  double lost = world.client->sent - world.client->answered;
  double seconds = lost * every.GetSeconds();
  if (seconds < 1.9 || seconds > 5) {
    std::fprintf(stderr, "%.0f pings lost: that is no failover\n", lost);
    std::exit(1);
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::string what = count > 1 ? arguments[1] : "";
  auto number = [&](int i) { return std::atof(arguments[i]); };
  if (what == "failover" && count == 4) {
    Time every = MilliSeconds(number(3));
    auto start = std::chrono::steady_clock::now();
    int runs = 0;
    while (Since(start) < number(2)) {
      Failover(every);
      runs++;
    }
    std::printf("%.2f\n", runs / Since(start));
  } else if (what == "segment" && count == 6) {
    World world(number(3), number(4), MilliSeconds(number(5)));
    Simulator::Stop(Seconds(5));
    Simulator::Run();
    double simulated = 0;
    auto start = std::chrono::steady_clock::now();
    while (Since(start) < number(2)) {
      Simulator::Stop(Seconds(1));
      Simulator::Run();
      simulated++;
    }
    std::printf("%.2f\n", simulated / Since(start));
    Simulator::Destroy();
  } else {
    std::fprintf(stderr,
                 "usage: ns3_segment failover SECONDS EVERY_MS\n"
                 "       ns3_segment segment SECONDS NODES ROUTERS EVERY_MS\n");
    return 2;
  }
  return 0;
}
