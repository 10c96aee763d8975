package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeMaster;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;

/**
 * RFC 3768 5.2 and 7.3, RFC 5798 and RFC 9568 5.1.1 and 7.3: the headers around an advert, and the
 * MAC of the virtual router.
 */
public final class Encapsulation {

  @Case(
      id = "ip-ttl",
      title = "adverts leave with TTL 255",
      obeys = {"VRRP-TX-TTL-255", "VRRP-SEC-GTSM"})
  void ttl(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.IPV4_TTL, 255);
  }

  @Case(id = "ip-protocol", title = "adverts have IP protocol 112", obeys = "VRRP-TX-IP-PROTO-112")
  void protocol(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.IPV4_PROTOCOL, 112);
  }

  @Case(id = "ip-destination", title = "adverts go to 224.0.0.18", obeys = "VRRP-TX-DST-IPV4")
  void destination(Bench bench) {
    bench.expectField(
        becomeMaster(bench),
        Field.IPV4_DESTINATION,
        Integer.toUnsignedLong(Ipv4Address.VRRP_GROUP.bits()));
  }

  @Case(
      id = "ip-source",
      title = "adverts come from the primary address, not from a virtual one",
      obeys = {"VRRP-TX-SRC-IPV4-PRIMARY", "VRRP-ADDR-PRIMARY-IP"})
  void source(Bench bench) {
    bench.expectField(
        becomeMaster(bench),
        Field.IPV4_SOURCE,
        Integer.toUnsignedLong(((Ipv4Address) bench.deviceAddress()).bits()));
  }

  @Case(
      id = "mac-source",
      title = "adverts come from the MAC of the virtual router",
      obeys = {"VRRP-TX-SRC-MAC-VIRTUAL", "VRRP-MAC-IPV4", "VRRP-MAC-BRIDGE-LEARN"})
  void sourceMac(Bench bench) {
    bench.expectField(
        becomeMaster(bench),
        Field.ETHERNET_SOURCE,
        MacAddress.virtualRouterIpv4(Settings.IPV4.virtualRouterId()).bits());
  }

  @Case(
      id = "mac-source-vrid-255",
      title = "the last octet of the virtual router's MAC is the VRID, up to 255",
      obeys = {"VRRP-MAC-IPV4", "VRRP-MAC-SAME-BOTH-VERSIONS"})
  void sourceMacOfTheLastVirtualRouter(Bench bench) {
    bench.expectField(
        becomeMaster(bench, Settings.IPV4.withVirtualRouterId(255)),
        Field.ETHERNET_SOURCE,
        0x0000_5e00_01ffL);
  }

  @Case(
      id = "mac-destination",
      title = "adverts go to the MAC of their multicast group",
      obeys = "VRRP-TX-DST-MAC-MCAST")
  void destinationMac(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.ETHERNET_DESTINATION, 0x0100_5e00_0012L);
  }
}
