package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;

/** RFC 5798 and RFC 9568 5.1.2, 5.2.9 and 7.3: an advert over IPv6, and what is around it. */
public final class Ipv6Encapsulation {

  @Case(
      id = "ip6-hop-limit",
      title = "adverts leave with hop limit 255",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-TX-HOPLIMIT-255", "VRRP-SEC-GTSM"})
  void hopLimit(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.IPV6_HOP_LIMIT, 255);
  }

  @Case(
      id = "ip6-next-header",
      title = "adverts have next header 112",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-TX-IP-PROTO-112")
  void nextHeader(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.IPV6_NEXT_HEADER, 112);
  }

  @Case(
      id = "ip6-destination",
      title = "adverts go to ff02::12",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-TX-DST-IPV6")
  void destination(Bench bench) {
    Anatomy advert = becomeMaster(bench).frame();
    bench.expectSame("IPv6 destination", "38-53", "ff02::12", advert.destination().toString());
  }

  @Case(
      id = "ip6-source",
      title = "adverts come from the link-local address of the interface",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {
        "VRRP-TX-SRC-IPV6-LINKLOCAL",
        "VRRP-ADDR-PRIMARY-IP",
        "VRRP-MAC-IID-NORMAL",
        "VRRP-MAC-IID-NO-EUI64"
      })
  void source(Bench bench) {
    Anatomy advert = becomeMaster(bench).frame();
    bench.expectSame(
        "IPv6 source", "22-37", bench.deviceAddress().toString(), advert.source().toString());
  }

  @Case(
      id = "mac6-source",
      title = "adverts come from the virtual router's MAC of IPv6",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-TX-SRC-MAC-VIRTUAL", "VRRP-MAC-IPV6", "VRRP-MAC-BRIDGE-LEARN"})
  void sourceMac(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.ETHERNET_SOURCE, 0x0000_5e00_0233L);
  }

  @Case(
      id = "mac6-source-vrid-255",
      title = "the last octet of that MAC is the VRID, up to 255",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-MAC-IPV6")
  void sourceMacOfTheLastVirtualRouter(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withVirtualRouterId(255));
    bench.expectField(advert, Field.ETHERNET_SOURCE, 0x0000_5e00_02ffL);
  }

  @Case(
      id = "mac6-destination",
      title = "adverts go to the MAC of their multicast group",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-TX-DST-MAC-MCAST")
  void destinationMac(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.ETHERNET_DESTINATION, 0x3333_0000_0012L);
  }

  @Case(
      id = "pkt6-first-address",
      title = "the first address that an advert lists is the link-local one",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-PKT-V6-FIRST-LINKLOCAL")
  void firstAddress(Bench bench) {
    List<IpAddress> addresses = List.of(bench.virtualAddress(), Ipv6Address.parse("2001:db8::50"));
    Anatomy advert = becomeMaster(bench, bench.settings().withAddresses(addresses)).frame();
    IpAddress first =
        advert.addresses().isEmpty() ? Ipv6Address.ANY : advert.addresses().getFirst();
    bench.expectSame(
        "first VRRP address", "62-77", addresses.getFirst().toString(), first.toString());
  }

  @Case(
      id = "pkt6-length",
      title = "an advert is exactly as long as its count says",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-PKT-LENGTH", "VRRP-PKT-V3-NO-AUTH-FIELDS"})
  void length(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.IPV6_PAYLOAD_LENGTH, 8 + 16);
  }

  @Case(
      id = "rx6-first-address-global",
      title = "an advert whose first address is not link-local is discarded",
      rfcs = RFC9568,
      over = IPV6,
      refuses = {"VRRP-RX-V6-FIRST-LINKLOCAL", "VRRP-PKT-V6-FIRST-LINKLOCAL"})
  void firstAddressGlobal(Bench bench, Standing standing) {
    ReceivingAdverts.expectDiscarded(
        bench,
        standing,
        "an advert for a global address",
        bench.advert(RIVAL_PRIORITY).withOctet(8, 0x20));
  }
}
