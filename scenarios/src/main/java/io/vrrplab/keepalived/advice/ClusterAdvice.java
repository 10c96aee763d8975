package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.keepalived.advice.Cluster.Member;
import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.SyncGroups;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import io.vrrplab.vrrp.HmacRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares the nodes of a virtual router: what must be equal, and what must not. */
final class ClusterAdvice {

  private final Cluster cluster;
  private final Findings findings;

  ClusterAdvice(Cluster cluster, Findings findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  void give() {
    Member first = cluster.members().getFirst();
    for (Member other : cluster.members().subList(1, cluster.members().size())) {
      addresses(first, other);
      versions(first, other);
      authentication(first, other);
      intervals(first, other);
      groups(first, other);
    }
    ties();
    order();
  }

  private void addresses(Member first, Member other) {
    if (first.addresses().equals(other.addresses())) {
      return;
    }
    boolean accepted = Releases.has(other.config().version(), "2.3.3");
    add(
        Rule.ADDRESSES_DIFFER,
        other,
        "virtual_ipaddress",
        "%s lists other addresses: %s"
            .formatted(
                first.name(),
                accepted
                    ? "the adverts are taken, and what only one node lists moves nowhere"
                    : "each node drops the other's adverts, both are Master from "
                        + Seconds.of(Waits.masterDown(other.instance()))
                        + " s after the start on"));
  }

  private void versions(Member first, Member other) {
    int here = other.instance().version();
    int there = first.instance().version();
    if (here != there) {
      add(
          Rule.VERSION_DIFFERS,
          other,
          "version",
          "version %d here, %d in %s: each drops the other's adverts, both are Master"
              .formatted(here, there, first.name()));
    }
    int missed = other.instance().downTimerAdverts();
    if (missed != first.instance().downTimerAdverts()) {
      add(
          Rule.DOWN_TIMER_DIFFERS,
          other,
          "down_timer_adverts",
          "a takeover needs %d missed adverts here and %d in %s: the wait is %s s or %s s"
              .formatted(
                  missed,
                  first.instance().downTimerAdverts(),
                  first.name(),
                  Seconds.of(Waits.masterDown(other.instance())),
                  Seconds.of(Waits.masterDown(first.instance()))));
    }
  }

  private void authentication(Member first, Member other) {
    Authentication here = other.instance().authentication();
    Authentication there = first.instance().authentication();
    if (!takes(here, there) || !takes(there, here)) {
      add(
          Rule.AUTH_DIFFERS,
          other,
          "auth_hmac",
          "trailers differ from %s: who drops the other's adverts is Master beside it"
              .formatted(first.name()));
    }
    if (other.instance().version() == 3) {
      return;
    }
    if (here.type() != there.type() || !here.password().equals(there.password())) {
      add(
          Rule.AUTH_DIFFERS,
          other,
          "authentication",
          "type or password differ from %s: each drops the other's adverts, both are Master"
              .formatted(first.name()));
    } else if (!here.written().equals(there.written())) {
      add(
          Rule.AUTH_SAME_START,
          other,
          "authentication",
          "the password differs from that in %s behind the 8th character only, which works"
              .formatted(first.name()));
    }
  }

  /** Whether one takes what another sends, as far as trailers go. */
  private static boolean takes(Authentication receiver, Authentication sender) {
    Optional<HmacRules> signer = sender.hmac().filter(HmacRules::signs);
    if (receiver.hmac().isEmpty()) {
      return signer.isEmpty();
    }
    HmacRules rules = receiver.hmac().get();
    return signer.isEmpty()
        ? rules.mode() != HmacRules.Mode.ENFORCE
        : Objects.equals(
            rules.keys().get(signer.get().activeKey()),
            signer.get().keys().get(signer.get().activeKey()));
  }

  private void intervals(Member first, Member other) {
    Instance here = other.instance();
    Instance there = first.instance();
    if (here.advertInterval().equals(there.advertInterval())) {
      return;
    }
    String intervals =
        "adverts every %s s here, every %s s in %s: "
            .formatted(
                Seconds.of(here.advertInterval()),
                Seconds.of(there.advertInterval()),
                first.name());
    String consequence =
        here.version() == 2
            ? "each drops the other's, both are Master"
            : "the Backup takes the Master's, and waits %s s or %s s"
                .formatted(
                    Seconds.of(Waits.masterDown(here, there.advertIntervalCentiseconds())),
                    Seconds.of(Waits.masterDown(there, here.advertIntervalCentiseconds())));
    add(Rule.ADVERT_DIFFERS, other, "advert_int", intervals + consequence);
  }

  private void groups(Member first, Member other) {
    SyncGroups here = other.config().groups();
    if (!here.areAlike(other.instance(), first.config().groups(), first.instance())) {
      add(
          Rule.GROUP_DIFFERS,
          other,
          "virtual_router_id",
          "VRID %d moves together with others in %s and not here, or the other way round"
              .formatted(other.instance().virtualRouterId(), first.name()));
    }
  }

  private void ties() {
    Map<Integer, Member> firsts = new LinkedHashMap<>();
    for (Member other : cluster.members()) {
      Member first = firsts.putIfAbsent(other.instance().priority(), other);
      if (first != null) {
        tie(first, other);
      }
    }
  }

  private void tie(Member first, Member other) {
    if (other.instance().owner()) {
      add(
          Rule.OWNER_TWICE,
          other,
          other.instance().places().has("priority") ? "priority" : "state",
          "%s is an owner with priority 255 too: both are Master at once".formatted(first.name()));
    } else {
      add(
          Rule.PRIORITY_TIE,
          other,
          "priority",
          "%s has priority %d too: both stand up after %s s, and the higher address stays"
              .formatted(
                  first.name(),
                  other.instance().priority(),
                  Seconds.of(Waits.masterDown(other.instance()))));
    }
  }

  private void order() {
    List<Member> members = cluster.members();
    int highest = members.stream().mapToInt(it -> it.instance().priority()).max().orElse(0);
    boolean highestPreempts =
        members.stream()
            .filter(it -> it.instance().priority() == highest)
            .allMatch(it -> it.instance().preemption().allowed());
    for (Member member : members) {
      Instance instance = member.instance();
      if (instance.priority() == highest) {
        continue;
      }
      if (instance.startsAsMaster()) {
        add(
            Rule.STATE_AGAINST_PRIORITY,
            member,
            "state",
            "state MASTER with priority %d against %d: another node is Master"
                .formatted(instance.priority(), highest));
      }
      if (!instance.preemption().allowed() && highestPreempts) {
        add(
            Rule.NOPREEMPT_LOW,
            member,
            "nopreempt",
            "this node has not the highest priority, and the one that has fails back all the same");
      }
    }
  }

  private void add(Rule rule, Member member, String keyword, String message) {
    findings.add(rule, member.instance().places().of(keyword), "%s", message);
  }
}
