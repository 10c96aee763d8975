package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeMaster;
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
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Octets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** RFC 3768 5.3, RFC 5798 5.2 and RFC 9568 5.2: the fields of an advert. */
public final class PacketFormat {

  /** The first address, and two more. */
  static Settings threeAddresses(Bench bench) {
    return bench.settings().withAddresses(addresses(bench, 3));
  }

  /** The first address, and those that follow it; over IPv6 these are global. */
  static List<IpAddress> addresses(Bench bench, int count) {
    String prefix = bench.settings().family() == IPV4 ? "192.0.2." : "2001:db8::";
    return Stream.concat(
            Stream.of(bench.virtualAddress()),
            IntStream.range(51, 50 + count).mapToObj(each -> IpAddress.parse(prefix + each)))
        .toList();
  }

  @Case(
      id = "pkt-version",
      title = "an advert names the version of the protocol",
      over = {IPV4, IPV6},
      obeys = {"VRRP-PKT-VERSION-2", "VRRP-PKT-VERSION-3"})
  void version(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.VRRP_VERSION, bench.rfc().version());
  }

  @Case(
      id = "pkt-type",
      title = "an advert has type 1",
      over = {IPV4, IPV6},
      obeys = "VRRP-PKT-TYPE-ADVERT")
  void type(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.VRRP_TYPE, 1);
  }

  @Case(
      id = "pkt-vrid",
      title = "an advert names the configured virtual router",
      over = {IPV4, IPV6},
      obeys = {"VRRP-PKT-VRID-FIELD", "VRRP-TX-FIELDS-FROM-STATE"})
  void virtualRouterId(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withVirtualRouterId(7));
    bench.expectField(advert, Field.VRRP_VRID, 7);
  }

  @Case(
      id = "pkt-priority",
      title = "an advert carries the configured priority",
      over = {IPV4, IPV6},
      obeys = {"VRRP-PKT-PRIORITY-FIELD", "VRRP-TX-PRIORITY-OWN"})
  void priority(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withPriority(37));
    bench.expectField(advert, Field.VRRP_PRIORITY, 37);
  }

  @Case(
      id = "pkt-count",
      title = "an advert counts the addresses that it lists",
      over = {IPV4, IPV6},
      obeys = {"VRRP-PKT-COUNT-FIELD", "VRRP-PKT-COUNT-MIN-1"})
  void count(Bench bench) {
    bench.expectField(becomeMaster(bench, threeAddresses(bench)), Field.VRRP_COUNT, 3);
  }

  @Case(
      id = "pkt-addresses",
      title = "an advert lists the configured addresses",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-PKT-ADDR-LIST",
        "VRRP-PKT-SINGLE-FAMILY",
        "VRRP-PKT-FAMILY-MATCHES-HEADER",
        "VRRP-PKT-ADDR-ORDER"
      })
  void addresses(Bench bench) {
    Anatomy advert = becomeMaster(bench, threeAddresses(bench)).frame();
    List<IpAddress> expected = bench.settings().addresses();
    int from = advert.messageStart() + 8;
    bench.expectSame(
        "VRRP addresses",
        from + "-" + (from + bench.virtualAddress().width() / 8 * expected.size() - 1),
        expected.toString(),
        advert.addresses().toString());
  }

  @Case(
      id = "pkt-length",
      title = "an advert is exactly as long as its count says",
      obeys = {"VRRP-PKT-LENGTH", "VRRP-PKT-V2-AUTH-DATA-PRESENT", "VRRP-PKT-V3-NO-AUTH-FIELDS"})
  void length(Bench bench) {
    Seen advert = becomeMaster(bench, threeAddresses(bench));
    int trailer = bench.rfc().version() == 2 ? 8 : 0;
    bench.expectField(advert, Field.IPV4_TOTAL_LENGTH, 20 + 8 + 4 * 3 + trailer);
  }

  @Case(
      id = "pkt-interval-v2",
      title = "an advert of version 2 carries the configured interval in seconds",
      rfcs = RFC3768,
      obeys = {"VRRP-PKT-V2-ADVINT-FIELD", "VRRP-TX-V2-ADVINT-OWN"})
  void intervalInSeconds(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withIntervalCs(300));
    bench.expectField(advert, Field.VRRP_SECONDS, 3);
  }

  @Case(
      id = "pkt-interval-v3",
      title = "an advert of version 3 carries the configured interval in 12 bits of centiseconds",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-PKT-V3-ADVINT-FIELD", "VRRP-TX-V3-ADVINT-OWN"})
  void intervalInCentiseconds(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withIntervalCs(1234));
    bench.expectField(advert, Field.VRRP_CENTISECONDS, 1234);
  }

  @Case(
      id = "pkt-reserved-zero",
      title = "the reserved bits of version 3 are sent as zero",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-PKT-V3-RESERVED-ZERO")
  void reservedBits(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.VRRP_RESERVED, 0);
  }

  @Case(
      id = "pkt-checksum",
      title = "the checksum is right for what the document says it covers",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-PKT-CSUM-ALGORITHM",
        "VRRP-PKT-CSUM-V2-COVERAGE",
        "VRRP-PKT-CSUM-V3-IPV4-5798",
        "VRRP-PKT-CSUM-V3-IPV4-9568",
        "VRRP-PKT-CSUM-V3-IPV6",
        "VRRP-PKT-CSUM-PSEUDO-NEXT-HEADER",
        "VRRP-TX-CSUM-COMPUTED"
      })
  void checksum(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.expectField(advert, Field.VRRP_CHECKSUM, Checksums.of(advert.frame(), bench.rfc()));
  }

  @Case(
      id = "pkt-auth-type-zero",
      title = "version 2 sends authentication type 0",
      rfcs = RFC3768,
      obeys = {"VRRP-PKT-V2-AUTH-TYPE-FIELD", "VRRP-TX-V2-AUTH-TYPE-ZERO"})
  void authenticationType(Bench bench) {
    bench.expectField(becomeMaster(bench), Field.VRRP_AUTH_TYPE, 0);
  }

  @Case(
      id = "pkt-auth-data-zero",
      title = "version 2 sends authentication data of zero",
      rfcs = RFC3768,
      obeys = "VRRP-PKT-V2-AUTH-DATA-ZERO")
  void authenticationData(Bench bench) {
    Anatomy advert = becomeMaster(bench).frame();
    Octets message = advert.message();
    int at = Math.min(12, message.length());
    bench.expectSame(
        "VRRP authentication data",
        (advert.messageStart() + 12) + "-" + (advert.messageStart() + 19),
        "0000000000000000",
        message.from(at).toString());
  }
}
