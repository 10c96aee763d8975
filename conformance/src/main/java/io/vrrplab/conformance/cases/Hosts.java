package io.vrrplab.conformance.cases;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;

/** Two hosts that talk by way of the device; over IPv6 by global addresses, for others stay. */
final class Hosts {

  private Hosts() {}

  /** The host that talks. */
  static IpAddress asking(Bench bench) {
    return switch (bench.settings().family()) {
      case IPV4 -> Ipv4Address.parse("192.0.2.5");
      case IPV6 -> Ipv6Address.parse("2001:db8::5");
    };
  }

  /** The host that is talked to. */
  static IpAddress other(Bench bench) {
    return switch (bench.settings().family()) {
      case IPV4 -> Ipv4Address.parse("192.0.2.77");
      case IPV6 -> Ipv6Address.parse("2001:db8::77");
    };
  }

  /** The device is told where both hosts are, so that no question of its own comes between. */
  static long introduceAndSend(Bench bench) {
    introduce(bench, asking(bench));
    introduce(bench, other(bench));
    bench.pass(bench.nowNanos());
    return send(bench, other(bench), bench.settings().virtualMac());
  }

  /** A host asks the device for its address, and so says where it is itself. */
  static void introduce(Bench bench, IpAddress host) {
    IpAddress device = bench.deviceAddress();
    bench.send(host + " asks where " + device + " is", Questions.whoHasFrom(device, host));
  }

  /** Pings an address by way of a MAC; tells when. */
  static long send(Bench bench, IpAddress destination, MacAddress by) {
    return bench.send(
        "a ping to " + destination + " by way of " + by,
        Questions.pingFrom(asking(bench), destination, by));
  }
}
