package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.finding.Rule;
import java.time.Duration;
import java.util.OptionalInt;

/** Reads the timing of announcements, which global_defs and instances share but for a prefix. */
final class GarpSettings {

  private static final String IGNORES = "ignores the line";

  private GarpSettings() {}

  static GarpTiming read(Settings settings, String prefix, GarpTiming inherited) {
    Duration delay = whole(settings, prefix + "garp_master_delay", inherited.delay());
    int repeat = positive(settings, prefix + "garp_master_repeat", inherited.repeat());
    String lowerDelay = prefix + "garp_lower_prio_delay";
    String lowerRepeat = prefix + "garp_lower_prio_repeat";
    boolean ownDelay = settings.has(prefix + "garp_master_delay");
    boolean ownRepeat = settings.has(prefix + "garp_master_repeat");
    return new GarpTiming(
        delay,
        repeat,
        whole(settings, prefix + "garp_master_refresh", inherited.refresh()),
        positive(settings, prefix + "garp_master_refresh_repeat", inherited.refreshRepeat()),
        whole(settings, lowerDelay, ownDelay ? delay : inherited.lowerPriorityDelay()),
        settings
            .integer(lowerRepeat, 0, Integer.MAX_VALUE, IGNORES)
            .orElse(ownRepeat ? repeat : inherited.lowerPriorityRepeat()));
  }

  private static Duration whole(Settings settings, String keyword, Duration otherwise) {
    OptionalInt seconds = settings.integer(keyword, 0, Integer.MAX_VALUE, IGNORES);
    return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : otherwise;
  }

  private static int positive(Settings settings, String keyword, int otherwise) {
    OptionalInt value = settings.integer(keyword, 0, Integer.MAX_VALUE, IGNORES);
    if (value.isPresent() && value.getAsInt() == 0) {
      settings
          .findings()
          .add(
              Rule.VALUE_INVALID,
              settings.places().of(keyword),
              "%s 0 is outside the numbers from 1; keepalived takes 1",
              keyword);
      return 1;
    }
    return value.orElse(otherwise);
  }
}
