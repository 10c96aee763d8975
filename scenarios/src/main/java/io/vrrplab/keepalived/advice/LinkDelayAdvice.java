package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.InterfaceDelay;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Advice on changes of interfaces that are waited out. */
final class LinkDelayAdvice {

  private final KeepalivedConfig config;
  private final Findings findings;

  LinkDelayAdvice(KeepalivedConfig config, Findings findings) {
    this.config = config;
    this.findings = findings;
  }

  void give() {
    if (config.interfaceDelays().isEmpty()) {
      return;
    }
    Map<String, List<Instance>> byInterface = new LinkedHashMap<>();
    for (Instance instance : config.instances()) {
      byInterface.computeIfAbsent(instance.interfaceName(), _ -> new ArrayList<>()).add(instance);
    }
    for (InterfaceDelay delay : config.interfaceDelays()) {
      byInterface
          .getOrDefault(delay.interfaceName(), List.of())
          .forEach(instance -> clipped(delay, instance.longestLinkDelay()));
    }
  }

  private void clipped(InterfaceDelay delay, Duration most) {
    if (delay.down().compareTo(most) > 0) {
      findings.add(
          Rule.DELAY_CLIPPED,
          delay.at(),
          "a delay of %s s is more than the %s s for which the others surely wait; keepalived"
              + " shortens it to that",
          Seconds.of(delay.down()),
          Seconds.of(most));
    }
  }
}
