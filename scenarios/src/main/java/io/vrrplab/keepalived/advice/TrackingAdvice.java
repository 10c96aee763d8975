package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.SyncGroup;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Advice on checks, and on instances that should move together. */
final class TrackingAdvice {

  private final KeepalivedConfig config;
  private final Findings findings;

  TrackingAdvice(KeepalivedConfig config, Findings findings) {
    this.config = config;
    this.findings = findings;
  }

  void give() {
    config.scripts().all().forEach(this::script);
    config.groups().all().forEach(this::group);
    apart();
    unwatched();
  }

  private void script(TrackScript script) {
    Duration detection = script.interval().multipliedBy(script.fall()).plus(script.timeout());
    findings.add(
        Rule.SCRIPT_SLOW,
        script.places().block(),
        "%s needs up to %s s to notice a failure: %d runs, one every %s s, and %s s for the last",
        script.name(),
        Seconds.of(detection),
        script.fall(),
        Seconds.of(script.interval()),
        Seconds.of(script.timeout()));
    if (script.fall() == 1) {
      findings.add(
          Rule.SCRIPT_FALL,
          script.places().of("fall"),
          "one run of %s that fails, perhaps just when the service reloads, moves the address",
          script.name());
    }
    if (script.timeout().compareTo(script.interval()) >= 0 && script.places().has("timeout")) {
      findings.add(
          Rule.SCRIPT_TIMEOUT,
          script.places().of("timeout"),
          "%s may run for %s s and is to start every %s s; runs that overlap are left out",
          script.name(),
          Seconds.of(script.timeout()),
          Seconds.of(script.interval()));
    }
    if (script.initFail()) {
      findings.add(
          Rule.INIT_FAIL,
          script.places().of("init_fail"),
          "the track_script line that uses %s resets its start to well; one success releases it",
          script.name());
    }
  }

  private void group(SyncGroup group) {
    List<Instance> members = group.members();
    boolean equal = members.stream().map(Instance::priority).distinct().count() <= 1;
    if (!equal) {
      findings.add(
          Rule.GROUP_PRIORITY,
          group.places().block(),
          "the members of %s have priorities %s; the group moves when the slowest of them does",
          group.name(),
          String.join(", ", members.stream().map(it -> it.name() + " " + it.priority()).toList()));
    }
    members.stream()
        .flatMap(member -> member.trackers().stream())
        .filter(tracker -> !group.counted(tracker).equals(Optional.of(tracker)))
        .forEach(tracker ->
            findings.add(
                Rule.WEIGHT_GROUP,
                tracker.at(),
                group.counted(tracker).isPresent()
                    ? "in sync group %s keepalived makes the weight %d of %s a 0: its failure is a"
                        + " fault"
                    : "in sync group %s keepalived drops what has a weight, %d of %s: its failure"
                        + " changes nothing",
                group.name(),
                tracker.weight(),
                tracker.name()));
  }

  /** Instances on two interfaces, or of both families, without a group. */
  private void apart() {
    List<Instance> alone =
        config.instances().stream().filter(it -> config.groupOf(it).isEmpty()).toList();
    for (int i = 1; i < alone.size(); i++) {
      Instance first = alone.getFirst();
      Instance other = alone.get(i);
      boolean twoFamilies =
          first.interfaceName().equals(other.interfaceName()) && first.ipv6() != other.ipv6();
      boolean twoSides =
          !first.interfaceName().equals(other.interfaceName()) && first.ipv6() == other.ipv6();
      if (twoFamilies || twoSides) {
        findings.add(
            Rule.GROUP_ABSENT,
            other.places().block(),
            "%s and %s can be Master on different nodes, for as long as one of their networks"
                + " fails",
            first.name(),
            other.name());
      }
    }
  }

  private void unwatched() {
    boolean several =
        config.instances().stream().map(Instance::interfaceName).distinct().limit(2).count() > 1;
    if (!several) {
      return;
    }
    for (Instance instance : config.instances()) {
      if (config.groupOf(instance).isEmpty() && !watchesInterface(instance)) {
        findings.add(
            Rule.TRACK_ABSENT,
            instance.places().of("interface"),
            "%s stays Master when another interface of the node than %s fails, and leads nowhere",
            instance.name(),
            instance.interfaceName());
      }
    }
  }

  private static boolean watchesInterface(Instance instance) {
    return !instance.otherInterfaces().isEmpty()
        || instance.trackers().stream()
            .anyMatch(tracker -> tracker.kind() == Tracker.Kind.INTERFACE);
  }
}
