package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.Ipv4Address;
import java.util.ArrayList;
import java.util.List;

/** What went to and fro in a case, and the windows in which something was awaited. */
final class Ladder {

  /** How many rungs a report shows; what led to a failure is rarely further back. */
  private static final int SHOWN = 14;

  private final List<Rung> rungs = new ArrayList<>();

  private record Rung(long atNanos, String arrow, String what) {}

  void act(long atNanos, String what) {
    rungs.add(new Rung(atNanos, "tester", what));
  }

  void sent(Lan lan, long atNanos, String what) {
    rungs.add(new Rung(atNanos, "     ->", what + place(lan)));
  }

  void heard(Seen seen) {
    rungs.add(new Rung(seen.atNanos(), "     <-", describe(seen.frame()) + place(seen.lan())));
  }

  /** Most cases know one LAN only, and need no word for it. */
  private static String place(Lan lan) {
    return lan == Lan.FIRST ? "" : " on " + lan.words();
  }

  void awaited(long atNanos, Window window, String what) {
    rungs.add(new Rung(atNanos, "  await", what + " at " + window.text()));
  }

  static String describe(Settings settings) {
    return "VRID %d%s, priority %d, every %d cs, %s"
        .formatted(
            settings.virtualRouterId(),
            place(settings.lan()),
            settings.priority(),
            settings.intervalCs(),
            settings.addresses());
  }

  static String describe(Anatomy frame) {
    if (frame.isAdvert()) {
      return "advert of version %d, VRID %d, priority %d from %s"
          .formatted(
              frame.value(Field.VRRP_VERSION),
              frame.value(Field.VRRP_VRID),
              frame.value(Field.VRRP_PRIORITY),
              frame.source());
    }
    if (frame.isArp()) {
      String sender =
          new Ipv4Address((int) frame.value(Field.ARP_SENDER_ADDRESS))
              + " is at "
              + Anatomy.text(Field.ARP_SENDER_MAC, frame.value(Field.ARP_SENDER_MAC));
      if (frame.isGratuitousArp()) {
        return "gratuitous ARP: " + sender;
      }
      Ipv4Address target = new Ipv4Address((int) frame.value(Field.ARP_TARGET_ADDRESS));
      return frame.value(Field.ARP_OPERATION) == 1
          ? "ARP: who has " + target + "? " + sender
          : "ARP: " + sender;
    }
    if (frame.isNeighborAdvertisement()) {
      return "neighbour advertisement: %s is at %s"
          .formatted(
              frame.ndTarget(),
              Anatomy.text(Field.ND_OPTION_MAC, frame.value(Field.ND_OPTION_MAC)));
    }
    return "frame of " + frame.octets().length() + " octets";
  }

  /** The last rungs, oldest first, a line each. */
  List<String> lines() {
    int from = Math.max(0, rungs.size() - SHOWN);
    List<String> lines = new ArrayList<>();
    if (from > 0) {
      lines.add("… " + from + " earlier");
    }
    for (Rung rung : rungs.subList(from, rungs.size())) {
      lines.add(
          "%14s  %s  %s".formatted(Window.seconds(rung.atNanos()), rung.arrow(), rung.what()));
    }
    return lines;
  }
}
