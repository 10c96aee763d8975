package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Pace;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.wire.IpAddress;
import java.time.Duration;

/** Reads the blocks global_defs; there may be several, and they count as one. */
final class GlobalReader {

  private static final IpAddress GROUP_V4 = IpAddress.parse("224.0.0.18");
  private static final IpAddress GROUP_V6 = IpAddress.parse("ff02::12");
  private static final String IGNORES = "ignores the line";

  private final Settings settings;

  GlobalReader(Settings settings) {
    this.settings = settings;
  }

  GlobalDefaults read() {
    return new GlobalDefaults(
        settings.word("router_id").map(word -> word.text()),
        settings.integer("vrrp_version", 2, 3, IGNORES).orElse(2),
        group("vrrp_mcast_group4", GROUP_V4),
        group("vrrp_mcast_group6", GROUP_V6),
        garp(),
        settings.integer("vrrp_down_timer_adverts", 1, 100, IGNORES).orElse(3),
        pace(settings, "vrrp_garp_interval", "vrrp_gna_interval", "0.000001", "4294.967295"),
        rules(),
        settings
            .seconds("vrrp_startup_delay", "0.001", "4294.967295", IGNORES)
            .orElse(Duration.ZERO),
        settings
            .seconds("vrrp_delay_after_boot", "0.001", "4294.967295", IGNORES)
            .orElse(Duration.ZERO),
        settings.has("dynamic_interfaces"),
        settings.text("default_interface", "eth0"),
        !settings.has("disable_local_igmp"),
        realTime(),
        settings.places());
  }

  private GarpTiming garp() {
    GarpTiming timing = GarpSettings.ofGlobals(settings);
    if (!settings.bool("vrrp_min_garp").orElse(false)) {
      return timing;
    }
    // One message and no second block, where nothing else is said.
    return new GarpTiming(
        settings.has("vrrp_garp_master_delay") ? timing.delay() : Duration.ZERO,
        settings.has("vrrp_garp_master_repeat") ? timing.repeat() : 1,
        timing.refresh(),
        timing.refreshRepeat(),
        settings.has("vrrp_garp_lower_prio_delay") ? timing.lowerPriorityDelay() : Duration.ZERO,
        settings.has("vrrp_garp_lower_prio_repeat") ? timing.lowerPriorityRepeat() : 1,
        timing.extra(),
        timing.extraEverywhere());
  }

  private AdvertRules rules() {
    boolean strict = settings.has("vrrp_strict");
    return new AdvertRules(
        settings.bool("vrrp_lower_prio_no_advert").orElse(strict),
        settings.bool("vrrp_higher_prio_send_advert").orElse(false),
        settings.bool("vrrp_owner_ignore_adverts").orElse(false),
        settings.has("vrrp_check_unicast_src"),
        settings.has("vrrp_skip_check_adv_addr"),
        strict,
        settings.bool("v3_checksum_as_v2").orElse(false));
  }

  private boolean realTime() {
    int automatic = settings.integer("max_auto_priority", -1, 99, IGNORES).orElse(0);
    settings.integer("vrrp_priority", -20, 19, IGNORES);
    boolean fixed = settings.integer("vrrp_rt_priority", 1, 99, "takes the nearest").isPresent();
    return fixed || automatic > 0;
  }

  private IpAddress group(String keyword, IpAddress otherwise) {
    IpAddress group = settings.address(keyword).orElse(otherwise);
    if (group.isMulticast() && group.getClass() == otherwise.getClass()) {
      return group;
    }
    settings
        .findings()
        .add(
            Rule.VALUE_INVALID,
            settings.places().of(keyword),
            "%s %s is no multicast address of its family; keepalived uses %s",
            keyword,
            group,
            otherwise);
    return otherwise;
  }

  /** The spacing of announcements, which garp_group has too. */
  static Pace pace(Settings settings, String garp, String neighbour, String least, String most) {
    return new Pace(
        settings.seconds(garp, least, most, IGNORES).orElse(Duration.ZERO),
        settings.seconds(neighbour, least, most, IGNORES).orElse(Duration.ZERO));
  }
}
