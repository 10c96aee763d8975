package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.deciding;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.AdvertError;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.MasterReason;
import io.vrrplab.conformance.device.SelfReport;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpAction.CancelAdvertTimer;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mutants that deal wrongly with their operator: with settings, changes, and what they report. */
final class WrongManners {

  private static final int A_FLOOD = 200;

  private WrongManners() {}

  static List<Mutant> all() {
    return Stream.of(tolerant(), picky(), changing(), counting(), logging(), reasoning())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> tolerant() {
    return List.of(
        reading("takes-any-vrid", s -> s.withVirtualRouterId(near(s.virtualRouterId(), 1, 255))),
        reading("takes-any-priority", s -> s.withPriority(near(s.priority(), 1, 255))),
        Mutant.under(
            "takes-any-interval-v2",
            "makes the nearest of settings that are out of range",
            Defect.ofSettings(s -> s.withIntervalCs(near(s.intervalCs() / 100 * 100, 100, 25_500))),
            RFC3768),
        Mutant.under(
            "takes-any-interval-v3",
            "makes the nearest of settings that are out of range",
            Defect.ofSettings(s -> s.withIntervalCs(near(s.intervalCs(), 1, 4095))),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "takes-no-address",
            "makes up an address where it is given none",
            Defect.ofSettings(
                s -> s.addresses().isEmpty() ? s.withAddresses(Settings.IPV4.addresses()) : s)),
        Mutant.under(
            "takes-any-first-address",
            "makes up a link-local address where it is given none",
            Defect.ofSettings(WrongManners::withLinkLocal),
            RFC5798,
            RFC9568));
  }

  private static Mutant reading(String id, UnaryOperator<Settings> settings) {
    return Mutant.everywhere(
        id, "makes the nearest of settings that are out of range", Defect.ofSettings(settings));
  }

  private static int near(int value, int lowest, int highest) {
    return Math.clamp(value, lowest, highest);
  }

  private static Settings withLinkLocal(Settings settings) {
    if (settings.family() == AddressFamily.IPV4 || settings.addresses().getFirst().isLinkLocal()) {
      return settings;
    }
    List<IpAddress> addresses = new ArrayList<>(settings.addresses());
    addresses.removeIf(IpAddress::isLinkLocal);
    addresses.addFirst(Settings.IPV6.addresses().getFirst());
    return settings.withAddresses(addresses);
  }

  private static List<Mutant> picky() {
    return List.of(
        refusing("refuses-vrid-255", s -> s.virtualRouterId() == 255),
        refusing("refuses-priority-1", s -> s.priority() == 1),
        refusing("refuses-priority-254", s -> s.priority() == 254),
        refusing(
            "refuses-longest-interval", s -> s.intervalCs() == 25_500 || s.intervalCs() == 4095),
        refusing("refuses-twenty-addresses", s -> s.addresses().size() > 16),
        refusing(
            "refuses-vrid-on-other-lan", s -> s.lan() == Lan.SECOND && s.virtualRouterId() == 51));
  }

  private static Mutant refusing(String id, Predicate<Settings> settings) {
    return Mutant.everywhere(
        id,
        "refuses settings that are in range",
        Defect.ofSettings(s -> settings.test(s) ? s.withVirtualRouterId(0) : s));
  }

  private static List<Mutant> changing() {
    return List.of(
        Mutant.everywhere(
            "change-keeps-priority",
            "keeps its priority until it is stopped",
            Defect.ofChange((was, told) -> told.withPriority(was.priority()))),
        Mutant.everywhere(
            "change-keeps-interval",
            "keeps its interval until it is stopped",
            Defect.ofChange(
                (was, told) -> told.withAdvertisementIntervalCs(was.advertisementIntervalCs()))),
        Mutant.everywhere(
            "change-keeps-addresses",
            "keeps its addresses until it is stopped",
            Defect.ofChange(WrongManners::withAddressesOf)),
        Mutant.everywhere(
            "change-steps-down",
            "steps down when its settings change",
            deciding(step ->
                step.isMaster() && step.event() instanceof VrrpEvent.Reconfigured
                    ? steppingDown(Engines.asBackup(step))
                    : step.outcome())));
  }

  private static VirtualRouterConfig withAddressesOf(
      VirtualRouterConfig was, VirtualRouterConfig told) {
    return new VirtualRouterConfig(
        told.virtualRouterId(),
        told.version(),
        told.priority(),
        told.advertisementIntervalCs(),
        was.addresses(),
        told.preempt(),
        told.accept(),
        told.primaryAddress(),
        told.authentication(),
        told.profile());
  }

  private static Transition steppingDown(Transition backup) {
    return Engines.acting(
        backup,
        actions -> {
          actions.addFirst(new CancelAdvertTimer());
          return actions;
        });
  }

  private static List<Mutant> counting() {
    return List.of(
        Mutant.everywhere(
            "counts-nothing", "counts no error", errors(_ -> new EnumMap<>(AdvertError.class))),
        Mutant.everywhere(
            "counts-as-checksum", "counts each error as a checksum", errors(WrongManners::sums)),
        Mutant.everywhere("counts-twice", "counts each error twice", errors(WrongManners::twice)),
        Mutant.everywhere(
            "hears-echoes",
            "hears each advert once more with TTL 254",
            Defect.ofInbound(WrongManners::echoed)));
  }

  private static Map<AdvertError, Long> sums(Map<AdvertError, Long> errors) {
    Map<AdvertError, Long> sums = new EnumMap<>(AdvertError.class);
    sums.put(AdvertError.CHECKSUM, errors.values().stream().mapToLong(Long::longValue).sum());
    return sums;
  }

  private static Map<AdvertError, Long> twice(Map<AdvertError, Long> errors) {
    Map<AdvertError, Long> twice = new EnumMap<>(AdvertError.class);
    errors.forEach((error, count) -> twice.put(error, 2 * count));
    return twice;
  }

  private static Defect errors(UnaryOperator<Map<AdvertError, Long>> change) {
    return Defect.ofReport(report ->
        new SelfReport(change.apply(report.errors()), report.complaints(), report.takeovers()));
  }

  private static List<Frame> echoed(Frame frame) {
    Anatomy heard = Anatomy.of(frame);
    return heard.isAdvert()
        ? List.of(frame, TestAdvert.read(heard).withTtl(254).frame())
        : List.of(frame);
  }

  private static List<Mutant> logging() {
    return List.of(
        Mutant.everywhere("logs-nothing", "logs no complaint", complaints(0)),
        Mutant.under("logs-floods", "logs each complaint many times", complaints(A_FLOOD), RFC9568),
        Mutant.under(
            "owner-hears-another-in-itself",
            "takes an advert of its own for that of another owner",
            Defect.ofInbound(WrongManners::echoOfAnother),
            RFC9568));
  }

  private static Defect complaints(int times) {
    return Defect.ofReport(report ->
        new SelfReport(
            report.errors(),
            report.complaints().stream()
                .flatMap(line -> Collections.nCopies(times, line).stream())
                .toList(),
            report.takeovers()));
  }

  private static List<Frame> echoOfAnother(Frame frame) {
    Anatomy heard = Anatomy.of(frame);
    boolean own =
        heard.isAdvert()
            && (heard.source().toString().equals("192.0.2.11")
                || heard.source().toString().equals("fe80::11"));
    return own
        ? List.of(
            TestAdvert.read(heard).from(Rivals.lower(AddressFamily.of(heard.source()))).frame())
        : List.of(frame);
  }

  private static List<Mutant> reasoning() {
    return Stream.of(MasterReason.PRIORITY, MasterReason.NO_RESPONSE)
        .map(reason ->
            Mutant.everywhere(
                "reason-always-" + reason.words().replace(' ', '-'),
                "gives one reason for each takeover",
                Defect.ofReport(report ->
                    new SelfReport(
                        report.errors(),
                        report.complaints(),
                        report.takeovers().stream().map(_ -> reason).toList()))))
        .toList();
  }
}
