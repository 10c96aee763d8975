package io.vrrplab.lan;

import static io.vrrplab.lan.TappedSegment.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VrrpState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who ends up as Master, seen from outside. */
class ElectionTest {

  private static final long LINK_NANOS = 2 * LinkProperties.DEFAULT.latencyNanos();

  private static TappedSegment ofThree(String profile) {
    TappedSegment tapped = new TappedSegment();
    for (int i = 1; i <= 3; i++) {
      int priority = 50 * i + 50;
      tapped.node(
          "m" + i,
          "192.0.2.1" + i,
          Profile.named(profile),
          config -> config.withPriority(priority));
    }
    return tapped.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-TMR-SKEW-ORDERING",
    "VRRP-SM-CONVERGE-PREFERRED",
    "VRRP-SM-INIT-NONOWNER-TO-BACKUP",
    "VRRP-PKT-PRIORITY-FIELD"
  })
  void shouldElectTheBestBackupBeforeTheOthersSayAnything(String profile) {
    TappedSegment tapped = ofThree(profile).runTo(10 * SECOND);

    assertThat(tapped.adverts("m3").getFirst().atNanos()).isEqualTo(3_218_750_000L);
    assertThat(tapped.adverts("m1")).isEmpty();
    assertThat(tapped.adverts("m2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-SM-CONVERGE-PREFERRED",
    "VRRP-SM-MST-LOWER-NO-LOOP",
    "VRRP-SM-MST-HIGHER-CANCEL",
    "VRRP-SM-BKP-PREEMPT-TAKEOVER",
    "VRRP-ADDR-PREEMPT-DEFAULT"
  })
  void shouldEndWithTheBestAloneAfterAPartitionOfEachForItself(String profile) {
    TappedSegment tapped = ofThree(profile).runTo(10 * SECOND);
    tapped.lan.partition(List.of(List.of("m1"), List.of("m2"), List.of("m3")));
    tapped.runFor(10 * SECOND);
    assertThat(masters(tapped)).containsExactly("m1", "m2", "m3");

    tapped.lan.heal();
    tapped.runFor(SECOND + LINK_NANOS).clear();
    tapped.runFor(10 * SECOND);

    assertThat(masters(tapped)).containsExactly("m3");
    assertThat(tapped.adverts("m3")).hasSize(10);
    assertThat(tapped.adverts("m1")).isEmpty();
    assertThat(tapped.adverts("m2")).isEmpty();
  }

  @Test
  @Requirement({
    "VRRP-SM-MST-LOWER-ASSERT",
    "VRRP-SM-MST-LOWER-NO-LOOP",
    "VRRP-SM-MST-LOWER-DISCARD"
  })
  void shouldAnswerEachLosingAdvertOnceAndKeepItsCadence() {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568).runTo(10 * SECOND);
    tapped.clear();
    long saidNanos = tapped.lab.simulation().nowNanos();

    tapped.advertise("192.0.2.66", 255, 50, 100);
    tapped.runFor(2 * SECOND);

    assertThat(tapped.adverts("m1"))
        .extracting(TappedSegment.Seen::atNanos)
        .containsExactly(saidNanos + LINK_NANOS, 10_218_750_000L, 11_218_750_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-SM-PREEMPT-PROHIBITED",
    "VRRP-OPS-NO-OWNER-NO-PREEMPT",
    "VRRP-SM-BKP-NOPREEMPT-RESET"
  })
  void shouldMoveTheRoleForRealFailuresOnlyWithoutPreemption(String profile) {
    TappedSegment tapped = new TappedSegment();
    Profile rules = Profile.named(profile);
    tapped.node("m1", "192.0.2.11", rules, c -> c.withPriority(200).withPreempt(false));
    tapped.node("m2", "192.0.2.12", rules, c -> c.withPriority(50).withPreempt(false));
    tapped.start().runTo(10 * SECOND);

    Machine m1 = tapped.lab.machine("m1");
    m1.powerOff();
    tapped.runFor(10 * SECOND);
    assertThat(masters(tapped)).containsExactly("m2");
    m1.powerOn();
    tapped.daemon("m1").start();
    tapped.runFor(30 * SECOND);
    assertThat(masters(tapped)).containsExactly("m2");

    tapped.lab.machine("m2").powerOff();
    tapped.runFor(10 * SECOND);
    assertThat(masters(tapped)).containsExactly("m1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({"VRRP-SM-OWNER-PREEMPTS", "VRRP-ADDR-PRIO-OWNER-255"})
  void shouldYieldToAnOwnerAtOnceWhateverItsPreemptMode(String profile) {
    TappedSegment tapped = new TappedSegment();
    Profile rules = Profile.named(profile);
    tapped.node("owner", "192.0.2.50", rules, c -> c.withPriority(255).withPreempt(false));
    tapped.node("m2", "192.0.2.12", rules, c -> c.withPriority(254));
    tapped.lab.machine("owner").powerOff();
    tapped.start().runTo(10 * SECOND);
    assertThat(masters(tapped)).containsExactly("m2");

    tapped.lab.machine("owner").powerOn();
    tapped.daemon("owner").start();
    tapped.runFor(LINK_NANOS);

    assertThat(masters(tapped)).containsExactly("owner");
  }

  /** EID 8298: of two owners the one with the higher address stays; as published, both stay. */
  @Test
  @Requirement({"VRRP-RX-OWNER-PROCESS", "VRRP-RX-OWNER-DISCARD"})
  void shouldSettleBetweenTwoOwnersAsTheProfileSays() {
    assertThat(masters(twoOwners(Profile.RFC9568))).containsExactly("m2");
    assertThat(masters(twoOwners(Profile.RFC5798))).containsExactly("m1", "m2");
    assertThat(masters(twoOwners(Profile.RFC3768))).containsExactly("m1", "m2");
  }

  private static TappedSegment twoOwners(Profile profile) {
    TappedSegment tapped = new TappedSegment();
    tapped.node("m1", "192.0.2.11", profile, c -> c.withPriority(255));
    tapped.node("m2", "192.0.2.12", profile, c -> c.withPriority(255));
    return tapped.start().runTo(10 * SECOND);
  }

  /** Delayed adverts, or here lost ones, make a Backup stand up and fall back: each is told. */
  @Test
  @Requirement("VRRP-TMR-QUEUE-FLAP-LOG")
  void shouldTellOfEveryTakeoverThatIsTakenBackAtOnce() {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568);
    StringBuilder told = new StringBuilder();
    tapped.lab.listen(
        new LabListener() {
          @Override
          public void stateChanged(
              VirtualRouter router, VrrpState before, VrrpState after, String why) {
            told.append(router.machine().name()).append(' ').append(after.label()).append('\n');
          }
        });
    tapped.runTo(10 * SECOND);
    told.setLength(0);
    FrameFilter everything = _ -> true;
    Lane delayed = tapped.lab.machine("m1").interfaces().getFirst().port().cable().uplink();
    for (int i = 0; i < 3; i++) {
      delayed.addFilter(everything, LossCause.IMPAIRMENT);
      tapped.runFor(4 * SECOND);
      delayed.removeFilter(everything);
      tapped.runFor(4 * SECOND);
    }

    assertThat(told.toString().lines())
        .containsExactly(
            "m2 Master", "m2 Backup", "m2 Master", "m2 Backup", "m2 Master", "m2 Backup");
  }

  private static List<String> masters(TappedSegment tapped) {
    return tapped.lab.machines().stream()
        .filter(machine -> machine.virtualRouters().stream().anyMatch(VirtualRouter::isMaster))
        .map(Machine::name)
        .toList();
  }
}
