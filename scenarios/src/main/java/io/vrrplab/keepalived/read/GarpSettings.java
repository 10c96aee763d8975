package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Reads the timing of announcements, which global_defs and instances share but for a prefix. */
final class GarpSettings {

  private static final String IGNORES = "ignores the line";

  /** A day. */
  private static final int LONGEST_EXTRA = 86_400;

  private GarpSettings() {}

  /** The keywords of a block, which are made once and not for each of many instances. */
  private enum Keywords {
    OF_INSTANCE(""),
    OF_GLOBALS("vrrp_");

    private final String delay;
    private final String repeat;
    private final String refresh;
    private final String refreshRepeat;
    private final String lowerDelay;
    private final String lowerRepeat;
    private final List<String> extra;
    private final int leastExtra;

    Keywords(String prefix) {
      delay = prefix + "garp_master_delay";
      repeat = prefix + "garp_master_repeat";
      refresh = prefix + "garp_master_refresh";
      refreshRepeat = prefix + "garp_master_refresh_repeat";
      lowerDelay = prefix + "garp_lower_prio_delay";
      lowerRepeat = prefix + "garp_lower_prio_repeat";
      leastExtra = prefix.isEmpty() ? 0 : 1;
      extra = List.of(prefix + "vmac_garp_intvl", prefix + "garp_extra_if");
    }
  }

  static GarpTiming ofGlobals(Settings settings) {
    return read(settings, Keywords.OF_GLOBALS, GarpTiming.DEFAULT);
  }

  static GarpTiming ofInstance(Settings settings, GarpTiming inherited) {
    return read(settings, Keywords.OF_INSTANCE, inherited);
  }

  private static GarpTiming read(Settings settings, Keywords keywords, GarpTiming inherited) {
    Duration delay = whole(settings, keywords.delay, inherited.delay());
    int repeat = positive(settings, keywords.repeat, inherited.repeat());
    Extra extra = extra(settings, keywords, inherited);
    boolean ownDelay = settings.has(keywords.delay);
    boolean ownRepeat = settings.has(keywords.repeat);
    return new GarpTiming(
        delay,
        repeat,
        whole(settings, keywords.refresh, inherited.refresh()),
        positive(settings, keywords.refreshRepeat, inherited.refreshRepeat()),
        whole(settings, keywords.lowerDelay, ownDelay ? delay : inherited.lowerPriorityDelay()),
        settings
            .integer(keywords.lowerRepeat, 0, Integer.MAX_VALUE, IGNORES)
            .orElse(ownRepeat ? repeat : inherited.lowerPriorityRepeat()),
        extra.period(),
        extra.everywhere());
  }

  /** Reminders of MACs that no advert shows. */
  private record Extra(Duration period, boolean everywhere) {}

  /** The seconds stand under a name of now or of old, perhaps behind the word all. */
  private static Extra extra(Settings settings, Keywords keywords, GarpTiming inherited) {
    Extra extra = new Extra(inherited.extra(), inherited.extraEverywhere());
    for (String keyword : keywords.extra) {
      for (Node node : settings.all(keyword)) {
        List<Word> words = node.values();
        boolean all = !words.isEmpty() && words.getFirst().text().equals("all");
        List<Word> seconds = all ? words.subList(1, words.size()) : words;
        if (seconds.isEmpty()) {
          settings
              .findings()
              .add(
                  Rule.VALUE_MISSING,
                  settings.places().of(keyword),
                  "%s has no seconds; keepalived ignores the line",
                  keyword);
        }
        for (Word word : seconds) {
          OptionalInt said =
              settings.integer(word, keyword, keywords.leastExtra, LONGEST_EXTRA, IGNORES);
          extra = said.isPresent() ? new Extra(Duration.ofSeconds(said.getAsInt()), all) : extra;
        }
      }
    }
    return extra;
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
