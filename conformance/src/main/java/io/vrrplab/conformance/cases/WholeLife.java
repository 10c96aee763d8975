package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.wholeLife;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Checksums;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Seen;
import java.util.List;
import java.util.function.Consumer;

/**
 * RFC 3768 5, RFC 5798 and RFC 9568 5: nothing that a device says breaks the format, whatever makes
 * it speak: its timer, a rival that loses, a release, a takeover, a stop.
 */
public final class WholeLife {

  private static void each(Bench bench, Consumer<Seen> judge) {
    wholeLife(bench).forEach(judge);
  }

  private static void always(Bench bench, Field field, long value) {
    each(bench, seen -> bench.expectField(seen, field, value));
  }

  @Case(
      id = "life-ttl",
      title = "no advert ever leaves with another TTL than 255",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TX-TTL-255", "VRRP-TX-HOPLIMIT-255"})
  void ttl(Bench bench) {
    Field field = bench.settings().family() == IPV4 ? Field.IPV4_TTL : Field.IPV6_HOP_LIMIT;
    always(bench, field, 255);
  }

  @Case(
      id = "life-protocol",
      title = "nothing ever goes to the group with another protocol than 112",
      over = {IPV4, IPV6},
      refuses = "VRRP-TX-IP-PROTO-112")
  void protocol(Bench bench) {
    Field field = bench.settings().family() == IPV4 ? Field.IPV4_PROTOCOL : Field.IPV6_NEXT_HEADER;
    always(bench, field, 112);
  }

  @Case(
      id = "life-destination",
      title = "no advert ever goes elsewhere than to the group",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TX-DST-IPV4", "VRRP-TX-DST-IPV6"})
  void destination(Bench bench) {
    String group = bench.settings().family().group().toString();
    each(
        bench,
        seen ->
            bench.expectSame(
                "IP destination",
                bench.settings().family() == IPV4 ? "30-33" : "38-53",
                group,
                seen.frame().destination().toString()));
  }

  @Case(
      id = "life-source",
      title = "no advert ever comes from another address than the primary or link-local one",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-TX-SRC-IPV4-PRIMARY",
        "VRRP-TX-SRC-IPV6-LINKLOCAL",
        "VRRP-ADDR-PRIMARY-IP",
        "VRRP-MAC-IID-NORMAL"
      })
  void source(Bench bench) {
    String address = bench.deviceAddress().toString();
    each(
        bench,
        seen ->
            bench.expectSame(
                "IP source",
                bench.settings().family() == IPV4 ? "26-29" : "22-37",
                address,
                seen.frame().source().toString()));
  }

  @Case(
      id = "life-mac-source",
      title = "no advert ever comes from another MAC than the virtual router's",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-TX-SRC-MAC-VIRTUAL",
        "VRRP-MAC-IPV4",
        "VRRP-MAC-IPV6",
        "VRRP-MAC-SAME-BOTH-VERSIONS",
        "VRRP-MAC-BRIDGE-LEARN"
      })
  void sourceMac(Bench bench) {
    always(bench, Field.ETHERNET_SOURCE, bench.settings().virtualMac().bits());
  }

  @Case(
      id = "life-mac-destination",
      title = "no advert ever goes to another MAC than the group's",
      over = {IPV4, IPV6},
      refuses = "VRRP-TX-DST-MAC-MCAST")
  void destinationMac(Bench bench) {
    boolean ipv4 = bench.settings().family() == IPV4;
    always(bench, Field.ETHERNET_DESTINATION, ipv4 ? 0x0100_5e00_0012L : 0x3333_0000_0012L);
  }

  @Case(
      id = "life-version",
      title = "no advert is ever of another version",
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-VERSION-2", "VRRP-PKT-VERSION-3"})
  void version(Bench bench) {
    always(bench, Field.VRRP_VERSION, bench.rfc().version());
  }

  @Case(
      id = "life-type",
      title = "no message is ever of another type",
      over = {IPV4, IPV6},
      refuses = "VRRP-PKT-TYPE-ADVERT")
  void type(Bench bench) {
    always(bench, Field.VRRP_TYPE, 1);
  }

  @Case(
      id = "life-vrid",
      title = "no advert is ever for another virtual router",
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-VRID-FIELD", "VRRP-TX-FIELDS-FROM-STATE"})
  void virtualRouterId(Bench bench) {
    bench.configure(bench.settings().withVirtualRouterId(7));
    always(bench, Field.VRRP_VRID, 7);
  }

  @Case(
      id = "life-priority",
      title = "no advert ever has another priority than the configured one, or 0 at the end",
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-PRIORITY-FIELD", "VRRP-TX-PRIORITY-OWN", "VRRP-ADDR-PRIO-OWNER-255"})
  void priority(Bench bench) {
    bench.configure(bench.settings().withPriority(73));
    List<Seen> adverts = wholeLife(bench);
    for (Seen seen : adverts.subList(0, adverts.size() - 1)) {
      bench.expectField(seen, Field.VRRP_PRIORITY, 73);
    }
  }

  @Case(
      id = "life-count",
      title = "no advert ever counts otherwise than it is configured",
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-COUNT-FIELD", "VRRP-PKT-COUNT-MIN-1"})
  void count(Bench bench) {
    bench.configure(PacketFormat.threeAddresses(bench));
    always(bench, Field.VRRP_COUNT, 3);
  }

  @Case(
      id = "life-addresses",
      title = "no advert ever lists other addresses than the configured ones",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-PKT-ADDR-LIST",
        "VRRP-PKT-SINGLE-FAMILY",
        "VRRP-PKT-FAMILY-MATCHES-HEADER",
        "VRRP-PKT-V6-FIRST-LINKLOCAL",
        "VRRP-PKT-ADDR-ORDER"
      })
  void addresses(Bench bench) {
    bench.configure(PacketFormat.threeAddresses(bench));
    String expected = bench.settings().addresses().toString();
    each(
        bench,
        seen -> {
          int from = seen.frame().messageStart() + 8;
          int octets = 3 * bench.virtualAddress().width() / Byte.SIZE;
          bench.expectSame(
              "VRRP addresses",
              from + "-" + (from + octets - 1),
              expected,
              seen.frame().addresses().toString());
        });
  }

  @Case(
      id = "life-length",
      title = "no advert is ever longer or shorter than its count says",
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-LENGTH", "VRRP-PKT-V2-AUTH-DATA-PRESENT", "VRRP-PKT-V3-NO-AUTH-FIELDS"})
  void length(Bench bench) {
    int message =
        8 + bench.virtualAddress().width() / Byte.SIZE + (bench.rfc().version() == 2 ? 8 : 0);
    boolean ipv4 = bench.settings().family() == IPV4;
    Field field = ipv4 ? Field.IPV4_TOTAL_LENGTH : Field.IPV6_PAYLOAD_LENGTH;
    always(bench, field, ipv4 ? 20 + message : message);
  }

  @Case(
      id = "life-checksum",
      title = "no advert ever has a checksum that is wrong",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-PKT-CSUM-ALGORITHM",
        "VRRP-PKT-CSUM-V2-COVERAGE",
        "VRRP-PKT-CSUM-V3-IPV6",
        "VRRP-PKT-CSUM-PSEUDO-NEXT-HEADER",
        "VRRP-TX-CSUM-COMPUTED"
      })
  void checksum(Bench bench) {
    each(
        bench,
        seen ->
            bench.expectField(seen, Field.VRRP_CHECKSUM, Checksums.of(seen.frame(), bench.rfc())));
  }

  @Case(
      id = "life-interval-v2",
      title = "no advert of version 2 ever carries another interval",
      rfcs = RFC3768,
      refuses = {"VRRP-PKT-V2-ADVINT-FIELD", "VRRP-TX-V2-ADVINT-OWN"})
  void intervalInSeconds(Bench bench) {
    bench.configure(bench.settings().withIntervalCs(300));
    always(bench, Field.VRRP_SECONDS, 3);
  }

  @Case(
      id = "life-interval-v3",
      title = "no advert of version 3 ever carries another interval, one that was learned included",
      rfcs = {RFC5798, RFC9568},
      over = {IPV4, IPV6},
      refuses = {"VRRP-PKT-V3-ADVINT-FIELD", "VRRP-TX-V3-ADVINT-OWN"})
  void intervalInCentiseconds(Bench bench) {
    bench.configure(bench.settings().withIntervalCs(300));
    always(bench, Field.VRRP_CENTISECONDS, 300);
  }

  @Case(
      id = "life-reserved",
      title = "no advert of version 3 ever has a reserved bit set",
      rfcs = {RFC5798, RFC9568},
      over = {IPV4, IPV6},
      refuses = "VRRP-PKT-V3-RESERVED-ZERO")
  void reserved(Bench bench) {
    always(bench, Field.VRRP_RESERVED, 0);
  }

  @Case(
      id = "life-auth-type",
      title = "no advert of version 2 ever names an authentication type",
      rfcs = RFC3768,
      refuses = {"VRRP-PKT-V2-AUTH-TYPE-FIELD", "VRRP-TX-V2-AUTH-TYPE-ZERO"})
  void authenticationType(Bench bench) {
    always(bench, Field.VRRP_AUTH_TYPE, 0);
  }

  @Case(
      id = "life-auth-data",
      title = "no advert of version 2 ever has authentication data",
      rfcs = RFC3768,
      refuses = "VRRP-PKT-V2-AUTH-DATA-ZERO")
  void authenticationData(Bench bench) {
    each(
        bench,
        seen -> {
          Anatomy frame = seen.frame();
          int at = Math.min(12, frame.message().length());
          bench.expectSame(
              "VRRP authentication data",
              (frame.messageStart() + 12) + "-" + (frame.messageStart() + 19),
              "0000000000000000",
              frame.message().from(at).toString());
        });
  }
}
