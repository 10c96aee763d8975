package io.vrrplab.scenario.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The scenario file that follows from configurations. */
class DrillTest {

  private static final long THREE_SECONDS_AND_A_HALF = 3_500_000_000L;

  private final SequencedMap<String, List<IpAddress>> said = new LinkedHashMap<>();

  private static Sketch.Part part(String card, int vrid, int priority, String... addresses) {
    return new Sketch.Part(
        card,
        vrid,
        addresses[0].contains(":"),
        true,
        priority,
        THREE_SECONDS_AND_A_HALF,
        virtual(addresses),
        null,
        List.of());
  }

  private static Sketch.Part tacit(boolean ipv6) {
    return new Sketch.Part(
        "eth0", 50, ipv6, true, 100, THREE_SECONDS_AND_A_HALF, List.of(), null, List.of());
  }

  private static Sketch.Part unicast(
      int priority, String address, @Nullable String source, String... peers) {
    return new Sketch.Part(
        "eth0",
        50,
        false,
        true,
        priority,
        THREE_SECONDS_AND_A_HALF,
        virtual(address),
        source == null ? null : IpAddress.parse(source),
        Arrays.stream(peers).map(IpAddress::parse).toList());
  }

  private static List<VirtualAddress> virtual(String... addresses) {
    return Arrays.stream(addresses)
        .map(text -> text.split("/"))
        .map(parts -> new VirtualAddress(IpAddress.parse(parts[0]), Integer.parseInt(parts[1])))
        .toList();
  }

  private String text(Sketch... nodes) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    for (Sketch node : nodes) {
      files.put(node.node(), node.node() + ".conf");
    }
    return Drill.text(List.of(nodes), files, said);
  }

  @Test
  void shouldGiveThreeNodesTheFirstFreeAddresses() {
    String text =
        text(
            new Sketch("m1", List.of(part("enp5s0", 41, 200, "192.0.2.1/24"))),
            new Sketch("m2", List.of(part("enp5s0", 41, 100, "192.0.2.1/24"))));

    assertThat(text)
        .isEqualTo(
            """
            scenario: The standard drill of m1, m2
            about: >
              The Master of the first virtual router is stopped in good order and started again, then
              killed and started again. Addresses and segments follow from the virtual addresses.
            duration: 50s

            segments:
              lan: { subnet: 192.0.2.0/24 }

            nodes:
              m1: { segment: lan, address: 192.0.2.2, keepalived: m1.conf }
              m2: { segment: lan, address: 192.0.2.3, keepalived: m2.conf }

            hosts:
              client: { segment: lan, address: 192.0.2.254 }

            traffic:
              - ping: { from: client, to: 192.0.2.1, every: 1s }

            timeline:
              - { at: 10s, stop: m1 }
              - { at: 20s, start: m1 }
              - { at: 30s, kill: m1 }
              - { at: 40s, start: m1 }

            expect:
              - { at: 9s, master: m1, virtual-router: lan/41/ipv4 }
              - failover: { from: m1, within: rfc, virtual-router: lan/41/ipv4 }
              - dual-master: { at-most: 100ms, virtual-router: lan/41/ipv4 }
            """);
  }

  @Test
  void shouldSeatNodesWhereTheirPeersSendTo() {
    String text =
        text(
            new Sketch("a", List.of(unicast(100, "10.0.0.5/32", null, "10.0.0.127"))),
            new Sketch("b", List.of(unicast(50, "10.0.0.5/32", null, "10.0.0.116"))));

    assertThat(text)
        .contains(
            "a: { segment: lan, address: 10.0.0.116,", "b: { segment: lan, address: 10.0.0.127,");
  }

  @Test
  void shouldSeatNodesThatListThemselvesInTheOrderOfTheFiles() {
    String text =
        text(
            new Sketch(
                "one", List.of(unicast(200, "192.168.4.3/32", null, "192.168.4.1", "192.168.4.2"))),
            new Sketch(
                "two",
                List.of(unicast(100, "192.168.4.3/32", null, "192.168.4.1", "192.168.4.2"))));

    assertThat(text)
        .contains("one: { segment: lan, address: 192.168.4.1,", "address: 192.168.4.2,");
  }

  @Test
  void shouldTakeTheSourceThatAFileSaysAndWidenTheSubnetForIt() {
    String text =
        text(
            new Sketch("a", List.of(unicast(100, "10.0.0.5/32", "10.0.3.7", "10.0.3.8"))),
            new Sketch("b", List.of(unicast(50, "10.0.0.5/32", "10.0.3.8", "10.0.3.7"))));

    assertThat(text)
        .contains("lan: { subnet: 10.0.0.0/22 }", "address: 10.0.3.7,", "address: 10.0.3.8,");
  }

  @Test
  void shouldPreferWhatTheUserSays() {
    said.put("b", List.of(IpAddress.parse("192.0.2.77")));

    String text =
        text(
            new Sketch("a", List.of(part("eth0", 41, 100, "192.0.2.50/24"))),
            new Sketch("b", List.of(part("eth0", 41, 100, "192.0.2.50/24"))));

    // of equal priorities the higher address is Master in the end
    assertThat(text).contains("b: { segment: lan, address: 192.0.2.77,", "stop: b");
  }

  @Test
  void shouldMakeASegmentOfEachInterfaceAndServeBothFamilies() {
    Sketch a =
        new Sketch(
            "a",
            List.of(
                part("lan0", 1, 200, "192.0.2.50/24"),
                part("lan0", 1, 200, "fe80::1/64", "2001:db8::50/64"),
                part("wan0", 2, 200, "198.51.100.50/28")));
    Sketch b = new Sketch("b", a.parts());

    assertThat(text(a, b))
        .contains(
            "  lan0: { subnet: [192.0.2.0/24, 2001:db8::/64] }\n",
            "  wan0: { subnet: 198.51.100.48/28 }\n",
            "  a: { interfaces: { lan0: lan0, wan0: wan0 },"
                + " address: [192.0.2.1, 2001:db8::1, 198.51.100.49], keepalived: a.conf }\n",
            "  client-lan0: { segment: lan0, address: [192.0.2.254, 2001:db8::ffff] }\n",
            "  - ping: { from: client-lan0, to: 2001:db8::50, every: 1s }\n",
            "  - ping: { from: client-wan0, to: 198.51.100.50, every: 1s }\n")
        .doesNotContain("to: fe80::1");
  }

  /** An interface that only gets addresses of a virtual router; no advert goes over it. */
  private static Sketch.Part elsewhere(String card, int vrid, String... addresses) {
    return new Sketch.Part(
        card,
        vrid,
        addresses[0].contains(":"),
        false,
        100,
        THREE_SECONDS_AND_A_HALF,
        virtual(addresses),
        null,
        List.of());
  }

  @Test
  void shouldPingAddressesOnOtherInterfacesThere() {
    String text =
        text(
            new Sketch(
                "a",
                List.of(part("eth0", 7, 200, "192.0.2.1/24"), elsewhere("eth1", 7, "10.9.0.1/16"))),
            new Sketch(
                "b",
                List.of(
                    part("eth0", 7, 100, "192.0.2.1/24"), elsewhere("eth1", 7, "10.9.0.1/16"))));

    assertThat(text)
        .contains(
            "eth0: { subnet: 192.0.2.0/24 }",
            "eth1: { subnet: 10.9.0.0/16 }",
            "a: { interfaces: { eth0: eth0, eth1: eth1 }, address: [192.0.2.2, 10.9.0.2],",
            "b: { interfaces: { eth0: eth0, eth1: eth1 }, address: [192.0.2.3, 10.9.0.3],",
            "- ping: { from: client-eth1, to: 10.9.0.1, every: 1s }",
            "master: a, virtual-router: eth0/7/ipv4");
  }

  /** Nothing is known of a network over which adverts go and nothing else. */
  @Test
  void shouldGiveANetworkOfAdvertsAloneOneForLaboratories() {
    Sketch.Part adverts =
        new Sketch.Part(
            "eth1", 7, false, true, 100, THREE_SECONDS_AND_A_HALF, List.of(), null, List.of());
    String text =
        text(
            new Sketch("a", List.of(adverts, elsewhere("eth0", 7, "192.0.2.1/24"))),
            new Sketch("b", List.of(adverts, elsewhere("eth0", 7, "192.0.2.1/24"))));

    assertThat(text)
        .contains("eth1: { subnet: 198.18.0.0/24 }", "address: [198.18.0.1, 192.0.2.2]")
        .doesNotContain("to: 198.18.");
  }

  @Test
  void shouldTakeTheLinkLocalAddressesOfIpv4ForASubnet() {
    assertThat(text(new Sketch("a", List.of(part("ha", 7, 50, "169.254.0.7/24")))))
        .contains("lan: { subnet: 169.254.0.0/24 }", "to: 169.254.0.7");
  }

  @Test
  void shouldTakeANetworkForLaboratoriesWhereNoAddressTells() {
    String text =
        text(
            new Sketch("m1", List.of(tacit(false), tacit(true))),
            new Sketch("m2", List.of(tacit(false))));

    assertThat(text)
        .contains("lan: { subnet: [198.18.0.0/24, 2001:2::/64] }")
        .contains("m1: { segment: lan, address: [198.18.0.1, 2001:2::1]")
        .doesNotContain("traffic:");
  }
}
