package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import java.time.Duration;

/** Advice on gratuitous ARP, and on what many addresses cost. */
final class AnnouncementAdvice {

  /** A common policer of switches lets this many ARP frames pass in a second. */
  private static final int POLICED_PER_SECOND = 100;

  /** From here on, adding addresses one by one was seen to outlast the peer's patience. */
  private static final int MANY_ADDRESSES = 80;

  private static final Duration CISCO_ARP_TIMEOUT = Duration.ofHours(4);

  private final KeepalivedConfig config;
  private final Instance instance;
  private final Findings findings;

  AnnouncementAdvice(KeepalivedConfig config, Instance instance, Findings findings) {
    this.config = config;
    this.instance = instance;
    this.findings = findings;
  }

  void give() {
    GarpTiming garp = instance.garp();
    if (garp.refresh().isZero()) {
      add(
          Rule.GARP_NO_REFRESH,
          "garp_master_refresh",
          "a neighbour that missed the announcement of %s keeps the old MAC until its cache"
              + " expires, up to %d h on some routers",
          instance.name(),
          CISCO_ARP_TIMEOUT.toHours());
    }
    if (garp.lowerPriorityRepeat() == 0) {
      String cause = instance.rules().strict() ? "strict mode" : "garp_lower_prio_repeat 0";
      add(
          Rule.GARP_LOWER_OFF,
          "garp_lower_prio_repeat",
          "with %s a Master that outlives a second one never claims its address back; clients go to"
              + " the wrong node until their caches expire",
          cause);
    }
    burst(garp);
    many();
  }

  private void burst(GarpTiming garp) {
    int addresses = instance.addresses().size() + instance.excluded().size();
    int frames = addresses * garp.repeat();
    boolean paced =
        !config.globals().pace().garpInterval().isZero()
            || config.garpGroups().paceOf(instance.interfaceName()).isPresent();
    if (frames > POLICED_PER_SECOND && !paced) {
      add(
          Rule.GARP_BURST,
          "virtual_ipaddress",
          "a takeover sends %d announcements at once%s; a switch that lets %d pass in a second"
              + " drops most",
          frames,
          garp.delay().isZero() ? "" : ", and again after " + Seconds.of(garp.delay()) + " s",
          POLICED_PER_SECOND);
    }
    if (addresses >= MANY_ADDRESSES) {
      add(
          Rule.ADDRESSES_SLOW,
          "virtual_ipaddress",
          "adding %d addresses can take longer than the %s s that the old Master waits; it then"
              + " takes them back",
          addresses,
          Seconds.of(Waits.masterDown(instance)));
    }
  }

  private void many() {
    if (instance.addresses().size() > 1 && !Releases.has(config.version(), "2.3.3")) {
      add(
          Rule.ADDRESSES_ADVERTISED,
          "virtual_ipaddress",
          "keepalived %s drops adverts with another list than its own: while a change of these %d"
              + " addresses is rolled out, both nodes are Master",
          config.version().text(),
          instance.addresses().size());
    }
    for (VirtualAddress address : instance.addresses()) {
      if (!address.tracked()) {
        boolean elsewhere = address.isElsewhereThan(instance.interfaceName());
        findings.add(
            Rule.NO_TRACK,
            address.at(),
            "when other software deletes %s%s, keepalived stays Master without it",
            address.address(),
            elsewhere ? ", or %s loses its link".formatted(address.device()) : "");
      }
    }
  }

  private void add(Rule rule, String keyword, String format, Object... arguments) {
    findings.add(rule, instance.places().of(keyword), format, arguments);
  }
}
