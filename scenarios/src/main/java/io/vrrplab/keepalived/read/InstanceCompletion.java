package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.Preemption;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.config.VirtualMac;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import io.vrrplab.vrrp.HmacRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What keepalived corrects in an instance once it has read all of it. */
final class InstanceCompletion {

  private static final int MILLIS_PER_CENTISECOND = 10;
  private static final int MILLIS_PER_SECOND = 1000;

  /** Twelve bits of centiseconds (RFC 9568 5.2.8). */
  private static final Duration LONGEST_V3 = Duration.ofMillis(40_950);

  private final Settings settings;
  private final Findings findings;
  private final GlobalDefaults globals;
  private final boolean master;

  InstanceCompletion(Settings settings, GlobalDefaults globals, boolean master) {
    this.settings = settings;
    this.findings = settings.findings();
    this.globals = globals;
    this.master = master;
  }

  /** Whether state MASTER is left standing. */
  boolean startsAsMaster(Authentication authentication, int priority, AdvertRules rules) {
    boolean strictly = rules.strict() && priority != Instance.OWNER;
    return master && !strictly && authentication.type() != Authentication.Type.AH;
  }

  /** The interval in whole seconds for version 2, in centiseconds for version 3. */
  Duration rounded(Duration interval, int version) {
    long unit = version == 2 ? MILLIS_PER_SECOND : MILLIS_PER_CENTISECOND;
    long units = Math.max(1, interval.plusMillis(unit / 2).toMillis() / unit);
    Duration rounded = Duration.ofMillis(units * unit);
    if (version == 3 && rounded.compareTo(LONGEST_V3) > 0) {
      rounded = LONGEST_V3;
    }
    if (!rounded.equals(interval)) {
      add(
          Rule.ADVERT_ROUNDED,
          "advert_int",
          "version %d has no interval of %s s; keepalived sends every %s s"
              .formatted(version, Seconds.of(interval), Seconds.of(rounded)));
    }
    return rounded;
  }

  Authentication authentication(Authentication written, int version, AdvertRules rules) {
    if (written.type() == Authentication.Type.NONE) {
      return written;
    }
    if (version == 3) {
      add(
          Rule.AUTH_VERSION_3,
          "authentication",
          "version 3 has no authentication; keepalived sends and takes adverts without");
      return Authentication.NONE;
    }
    if (rules.strict()) {
      strictly("authentication", "keepalived drops the authentication");
      return Authentication.NONE;
    }
    if (written.type() == Authentication.Type.AH && master) {
      add(
          Rule.AUTH_AH_MASTER,
          "authentication",
          "AH does not go with state MASTER; keepalived drops the state");
    }
    return written;
  }

  /** A trailer takes the place of whatever else authenticates adverts. */
  Authentication trailer(Authentication written, Optional<HmacRules> hmac) {
    if (hmac.isEmpty()) {
      return written;
    }
    if (written.type() != Authentication.Type.NONE) {
      add(
          Rule.AUTH_HMAC,
          "auth_hmac",
          "authentication does not go with auth_hmac; keepalived drops the authentication");
    }
    return Authentication.of(hmac.get());
  }

  AdvertRules strict(AdvertRules rules, int priority) {
    if (!rules.strict()) {
      return rules;
    }
    if (master && priority != Instance.OWNER) {
      strictly("state", "only an address owner may be MASTER, keepalived takes BACKUP");
    }
    if (!rules.lowerPriorityNoAdvert() && settings.has("lower_prio_no_advert")) {
      strictly("lower_prio_no_advert", "adverts of lower priority are never answered");
    }
    return new AdvertRules(
        true,
        false,
        rules.ownerIgnoreAdverts() || priority == Instance.OWNER,
        rules.checkUnicastSource(),
        rules.skipCheckAddresses(),
        true,
        rules.v3ChecksumAsV2());
  }

  Preemption preemption(Preemption written, int priority, AdvertRules rules) {
    boolean allowed = written.allowed();
    Duration delay = written.delay();
    boolean owner = priority == Instance.OWNER;
    boolean startsAsMaster = master && !rules.strict();
    if (!allowed && (owner || startsAsMaster)) {
      String reason = owner ? "priority 255" : "state MASTER";
      add(
          Rule.NOPREEMPT_CLEARED,
          "nopreempt",
          "nopreempt does not go with %s; keepalived preempts".formatted(reason));
      allowed = true;
    }
    if (delay.isPositive() && (owner || startsAsMaster || !allowed || rules.strict())) {
      String reason =
          rules.strict()
              ? "strict mode"
              : owner ? "priority 255" : startsAsMaster ? "state MASTER" : "nopreempt";
      add(
          Rule.PREEMPT_DELAY_CLEARED,
          "preempt_delay",
          "preempt_delay does not go with %s; keepalived does not wait".formatted(reason));
      delay = Duration.ZERO;
    }
    return new Preemption(allowed, delay, written.yieldWhenLate());
  }

  int downTimer(int written, AdvertRules rules) {
    if (!rules.strict() || written == 3) {
      return written;
    }
    if (settings.has("down_timer_adverts")) {
      strictly("down_timer_adverts", "three missed adverts count");
    }
    return 3;
  }

  GarpTiming garp(GarpTiming written, AdvertRules rules) {
    if (!rules.strict()) {
      return written;
    }
    if (settings.has("garp_lower_prio_repeat") && written.lowerPriorityRepeat() > 0) {
      strictly("garp_lower_prio_repeat", "adverts of lower priority are not answered with ARP");
    }
    return new GarpTiming(
        written.delay(),
        written.repeat(),
        written.refresh(),
        written.refreshRepeat(),
        Duration.ZERO,
        0,
        written.extra(),
        written.extraEverywhere());
  }

  boolean accept(boolean written, AdvertRules rules, int priority, int version) {
    if (!rules.strict() || priority == Instance.OWNER) {
      return written;
    }
    if (settings.has("accept") && version == 2) {
      strictly(
          "accept", "RFC 3768 has no accept mode, keepalived drops what is sent to the address");
    }
    return settings.has("accept") && version == 3;
  }

  VirtualMac virtualMac(VirtualMac written, boolean unicast) {
    if (!written.used() && written.transmitBase()) {
      add(Rule.VMAC_BASE, "vmac_xmit_base", "there is no virtual MAC; keepalived drops the line");
      return VirtualMac.NONE;
    }
    if (written.used() && unicast && !written.transmitBase()) {
      add(
          Rule.VMAC_UNICAST,
          "use_vmac",
          "unicast with a virtual MAC needs vmac_xmit_base; keepalived sets it");
      return new VirtualMac(true, true, written.forAddresses());
    }
    return written;
  }

  /** Without the instance's own interface, and without weights at an owner. */
  List<Tracker> trackers(List<Tracker> written, String interfaceName, int priority) {
    if (written.isEmpty()) {
      return written;
    }
    return written.stream()
        .filter(tracker -> {
          boolean own =
              tracker.kind() == Tracker.Kind.INTERFACE && tracker.name().equals(interfaceName);
          boolean weighted = priority == Instance.OWNER && tracker.weight() != 0;
          if (own) {
            findings.add(
                Rule.TRACK_OWN,
                tracker.at(),
                "%s is the instance's own interface; keepalived ignores the tracker",
                interfaceName);
          } else if (weighted) {
            findings.add(
                Rule.TRACK_OWNER,
                tracker.at(),
                "the priority 255 of an owner never changes; keepalived drops the tracker %s",
                tracker.name());
          }
          return !own && !weighted;
        })
        .toList();
  }

  private void strictly(String keyword, String consequence) {
    boolean global = !settings.has("strict_mode") && globals.rules().strict();
    add(
        Rule.STRICT_RESET,
        keyword,
        "%s undoes %s: %s".formatted(global ? "vrrp_strict" : "strict_mode", keyword, consequence));
  }

  private void add(Rule rule, String keyword, String message) {
    findings.add(rule, settings.places().of(keyword), "%s", message);
  }
}
