package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import java.time.Duration;

/** Advice on who becomes Master, and when. */
final class ElectionAdvice {

  /** The VRID of keepalived's own sample, of osixia's image and of most guides. */
  private static final int EVERYBODYS_VRID = 51;

  /** Below this, a busy scheduler is late by more than the wait. */
  private static final Duration SHORT = Duration.ofMillis(100);

  private final KeepalivedConfig config;
  private final Instance instance;
  private final Findings findings;

  ElectionAdvice(KeepalivedConfig config, Instance instance, Findings findings) {
    this.config = config;
    this.instance = instance;
    this.findings = findings;
  }

  void give() {
    state();
    vrid();
    nopreempt();
    interval();
  }

  private void state() {
    if (instance.owner() && !instance.places().has("priority")) {
      add(
          Rule.OWNER_BY_DEFAULT,
          "state",
          "state MASTER without priority means priority 255: %s is Master at once, and neither"
              + " nopreempt nor a tracker's weight counts",
          instance.name());
    } else if (instance.startsAsMaster() && !instance.owner()) {
      add(
          Rule.STATE_MASTER,
          "state",
          "state MASTER gives no head start below priority 255: %s starts as Backup and waits %s s",
          instance.name(),
          Seconds.of(Waits.masterDown(instance)));
    }
  }

  private void vrid() {
    if (instance.virtualRouterId() == EVERYBODYS_VRID && !instance.unicast().inUse()) {
      String consequence =
          instance.rules().lowerPriorityNoAdvert()
              ? "a stranger's adverts with it are heard as the cluster's own"
              : "a stranger's adverts with it, even refused ones, silence this Master and make its"
                  + " Backup take over every %s s"
                      .formatted(Seconds.of(Waits.masterDown(instance)));
      add(
          Rule.VRID_51,
          "virtual_router_id",
          "%d is the VRID of the samples: %s",
          EVERYBODYS_VRID,
          consequence);
    }
    if (instance.authentication().type() == Authentication.Type.PASS) {
      add(
          Rule.AUTH_PLAIN,
          "authentication",
          "the password travels in clear text; it keeps mistakes out, not strangers");
    }
  }

  private void nopreempt() {
    boolean held =
        config.globals().startupDelay().isPositive()
            || config.globals().delayAfterBoot().isPositive();
    if (!instance.preemption().allowed() && !held) {
      add(
          Rule.NOPREEMPT_BOOT,
          "nopreempt",
          "a node that boots deaf for more than %s s, as behind a switch port that learns for 30 s,"
              + " becomes Master; the conflict then goes by priority, whatever nopreempt says",
          Seconds.of(Waits.masterDown(instance)));
    }
    if (!instance.preemption().allowed() && isWeighted()) {
      add(
          Rule.NOPREEMPT_WEIGHT,
          "nopreempt",
          "a Backup with nopreempt takes any advert, even of priority 1: a Master whose check fails"
              + " with a weight stays Master for ever");
    }
  }

  private boolean isWeighted() {
    return config.trackersOf(instance).stream().anyMatch(tracker -> tracker.weight() != 0);
  }

  private void interval() {
    if (instance.advertInterval().compareTo(SHORT) < 0) {
      add(
          Rule.ADVERT_SHORT,
          "advert_int",
          "with adverts every %s s a pause of %s s is a failover; scheduling alone can take that"
              + " long",
          Seconds.of(instance.advertInterval()),
          Seconds.of(Waits.freeze(instance)));
    }
    String help = config.globals().realTime() ? "" : ", and no real-time priority helps it";
    add(
        Rule.FREEZE,
        "advert_int",
        "a Master that stands still for more than %s s, as in a VM backup, loses %s%s",
        Seconds.of(Waits.freeze(instance)),
        instance.name(),
        help);
  }

  private void add(Rule rule, String keyword, String format, Object... arguments) {
    findings.add(rule, instance.places().of(keyword), format, arguments);
  }
}
