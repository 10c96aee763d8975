package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Ability.RECONFIGURATION;
import static io.vrrplab.conformance.device.Ability.REFUSAL;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * RFC 3768 5.3 and 6.1, RFC 5798 and RFC 9568 5.2 and 6.1: settings out of their range are refused,
 * those at the edges are not. An owner shows the longest interval at once.
 */
public final class SettingsRanges {

  private static void expectRefused(Bench bench, Settings... outside) {
    for (Settings each : outside) {
      bench.expectRefused(each);
    }
  }

  @Case(
      id = "settings-vrid-range",
      title = "a VRID of 0 or 256 is refused",
      over = {IPV4, IPV6},
      needs = REFUSAL,
      refuses = "VRRP-ADDR-VRID-RANGE")
  void virtualRouterId(Bench bench) {
    Settings usual = bench.settings();
    expectRefused(bench, usual.withVirtualRouterId(0), usual.withVirtualRouterId(256));
  }

  @Case(
      id = "settings-vrid-edges",
      title = "VRIDs of 1 and 255 are taken and advertised",
      over = {IPV4, IPV6},
      obeys = "VRRP-ADDR-VRID-RANGE")
  void virtualRouterIdEdges(Bench bench) {
    bench.expectTaken(bench.settings().withVirtualRouterId(1));
    Settings last = bench.settings().withVirtualRouterId(255);
    bench.expectTaken(last);
    bench.expectField(becomeMaster(bench), Field.VRRP_VRID, 255);
  }

  @Case(
      id = "settings-priority-range",
      title = "a priority of 0 or 256 is refused",
      over = {IPV4, IPV6},
      needs = REFUSAL,
      refuses = "VRRP-ADDR-PRIO-BACKUP-RANGE")
  void priority(Bench bench) {
    Settings usual = bench.settings();
    expectRefused(bench, usual.withPriority(0), usual.withPriority(256));
  }

  @Case(
      id = "settings-priority-lowest",
      title = "a priority of 1 is taken and advertised",
      over = {IPV4, IPV6},
      obeys = {"VRRP-ADDR-PRIO-BACKUP-RANGE", "VRRP-TX-PRIORITY-OWN"})
  void lowestPriority(Bench bench) {
    bench.expectTaken(bench.settings().withPriority(1));
    bench.expectField(becomeMaster(bench), Field.VRRP_PRIORITY, 1);
  }

  @Case(
      id = "settings-priority-highest",
      title = "a priority of 254 is taken and advertised",
      over = {IPV4, IPV6},
      obeys = {"VRRP-ADDR-PRIO-BACKUP-RANGE", "VRRP-TX-PRIORITY-OWN"})
  void highestPriority(Bench bench) {
    bench.expectTaken(bench.settings().withPriority(254));
    bench.expectField(becomeMaster(bench), Field.VRRP_PRIORITY, 254);
  }

  @Case(
      id = "settings-interval-range-v2",
      title = "version 2 refuses an interval of 0, of 256 s, and of half a second",
      rfcs = RFC3768,
      needs = REFUSAL,
      refuses = "VRRP-TMR-ADVINT-RANGE-V2")
  void intervalInSeconds(Bench bench) {
    Settings usual = bench.settings();
    expectRefused(
        bench, usual.withIntervalCs(0), usual.withIntervalCs(25_600), usual.withIntervalCs(50));
  }

  @Case(
      id = "settings-interval-edges-v2",
      title = "version 2 takes intervals of 1 s and of 255 s, and announces them",
      rfcs = RFC3768,
      needs = OWNERSHIP,
      obeys = "VRRP-TMR-ADVINT-RANGE-V2")
  void intervalEdgesInSeconds(Bench bench) {
    Settings owner = bench.settings().withPriority(255);
    bench.expectTaken(owner.withIntervalCs(100));
    bench.expectTaken(owner.withIntervalCs(25_500));
    bench.expectField(becomeMaster(bench), Field.VRRP_SECONDS, 255);
  }

  @Case(
      id = "settings-interval-range-v3",
      title = "version 3 refuses an interval of 0 and of 40.96 s",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = REFUSAL,
      refuses = "VRRP-TMR-ADVINT-RANGE-V3")
  void intervalInCentiseconds(Bench bench) {
    Settings usual = bench.settings();
    expectRefused(bench, usual.withIntervalCs(0), usual.withIntervalCs(4096));
  }

  @Case(
      id = "settings-interval-edges-v3",
      title = "version 3 takes intervals of 0.01 s and of 40.95 s, and announces them",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = OWNERSHIP,
      obeys = "VRRP-TMR-ADVINT-RANGE-V3")
  void intervalEdgesInCentiseconds(Bench bench) {
    Settings owner = bench.settings().withPriority(255);
    bench.expectTaken(owner.withIntervalCs(1));
    bench.expectTaken(owner.withIntervalCs(4095));
    bench.expectField(becomeMaster(bench), Field.VRRP_CENTISECONDS, 4095);
  }

  @Case(
      id = "settings-no-address",
      title = "a virtual router without an address is refused",
      needs = REFUSAL,
      refuses = "VRRP-ADDR-LIST-CONFIG")
  void noAddress(Bench bench) {
    expectRefused(bench, bench.settings().withAddresses(List.of()));
  }

  @Case(
      id = "settings-twenty-addresses",
      title = "a virtual router of twenty addresses is taken and advertised",
      over = {IPV4, IPV6},
      obeys = {"VRRP-ADDR-LIST-CONFIG", "VRRP-ADDR-V6-LIST-FIRST-LL"})
  void twentyAddresses(Bench bench) {
    List<IpAddress> addresses = PacketFormat.addresses(bench, 20);
    bench.expectTaken(bench.settings().withAddresses(addresses));
    bench.expectField(becomeMaster(bench), Field.VRRP_COUNT, 20);
  }

  @Case(
      id = "settings-first-address",
      title = "an IPv6 virtual router whose first address is not link-local is refused",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      needs = REFUSAL,
      refuses = "VRRP-ADDR-V6-LIST-FIRST-LL")
  void firstAddress(Bench bench) {
    IpAddress global = IpAddress.parse("2001:db8::50");
    expectRefused(
        bench,
        bench.settings().withAddresses(List.of(global)),
        bench.settings().withAddresses(List.of(global, bench.virtualAddress())));
  }

  @Case(
      id = "settings-refusal-changes-nothing",
      title = "a Master that refuses new settings goes on with the old ones",
      over = {IPV4, IPV6},
      needs = {REFUSAL, RECONFIGURATION},
      obeys = "VRRP-TX-FIELDS-FROM-STATE",
      refuses = "VRRP-ADDR-PRIO-BACKUP-RANGE")
  void refusalChangesNothing(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    bench.expectRefused(bench.settings().withPriority(256).withIntervalCs(200));
    Seen next =
        bench.expectAdvert("the next advert", bench.after(advert.atNanos(), bench.interval()));
    bench.expectField(next, Field.VRRP_PRIORITY, bench.settings().priority());
    Timers.expectCadence(bench, next);
  }
}
