package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.wire.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VrrpStateMachineTest {

  private static final long SEED = 9568;

  @ParameterizedTest
  @Requirement("VRRP-OPS-SAME-PRIO-LOG")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rfc9568    | Initialize | Startup          | STARTUP_BACKUP
          rfc9568    | Initialize | advert 255       | NOT_RUNNING
          rfc9568    | Backup 100 | Shutdown         | SHUTDOWN
          rfc9568    | Backup 100 | Fault            | FAULT
          rfc9568    | Backup 100 | MDT              | NOTHING_HEARD
          rfc9568    | Backup 100 | advert 0         | PRIORITY_ZERO_HEARD
          rfc9568    | Backup 100 | advert 101       | HIGHER_PRIORITY_HEARD
          rfc9568    | Backup 100 | advert 100 lower | EQUAL_PRIORITY_HEARD
          rfc9568    | Backup 100 | advert 99        | LOWER_PRIORITY_DISCARDED
          rfc9568    | Backup 100 | rejected         | REJECTED_ADVERT_IGNORED
          rfc9568    | Backup 100 | AT               | OUT_OF_PLACE
          rfc9568    | Master     | Shutdown         | SHUTDOWN
          rfc9568    | Master     | Fault            | FAULT
          rfc9568    | Master     | AT               | ADVERT_DUE
          rfc9568    | Master     | MDT              | OUT_OF_PLACE
          rfc9568    | Master     | advert 0         | PRIORITY_ZERO_ANSWERED
          rfc9568    | Master     | advert 101       | HIGHER_PRIORITY_HEARD
          rfc9568    | Master     | advert 100       | HIGHER_ADDRESS_HEARD
          rfc9568    | Master     | advert 100 lower | SMALLER_ADDRESS_ANSWERED
          rfc9568    | Master     | advert 99        | LOWER_PRIORITY_ANSWERED
          rfc9568    | Master     | rejected         | REJECTED_ADVERT_IGNORED
          rfc5798    | Master     | advert 100 lower | SMALLER_ADDRESS_DISCARDED
          rfc5798    | Master     | advert 99        | LOWER_PRIORITY_DISCARDED
          keepalived | Master     | rejected         | REJECTED_ADVERT_RESTARTED_TIMER
          keepalived | Master     | announce SECOND_BURST | ANNOUNCEMENT_DUE
          """)
  void shouldSayWhy(String profile, String state, String event, Decision decision) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));

    Transition transition =
        new VrrpStateMachine(config).step(Shorthand.state(state), Shorthand.event(event, config));

    assertThat(transition.decision()).isEqualTo(decision);
    assertThat(transition.decision().words()).isNotBlank();
  }

  @Test
  void shouldSayThatAnOwnerStartedAndThatALowerMasterIsTolerated() {
    VirtualRouterConfig patient = Samples.ipv4(Profile.RFC9568).withPreempt(false);
    VrrpStateMachine owner = new VrrpStateMachine(patient.withPriority(255));

    assertThat(owner.step(new VrrpState.Initialize(), new VrrpEvent.Startup()).decision())
        .isEqualTo(Decision.STARTUP_OWNER);
    assertThat(
            new VrrpStateMachine(patient)
                .step(Shorthand.state("Backup 100"), Shorthand.event("advert 1", patient))
                .decision())
        .isEqualTo(Decision.LOWER_PRIORITY_TOLERATED);
  }

  /** 192.0.2.11 is negative as a Java int, 10.0.0.1 is not: signed numbers would turn it over. */
  @ParameterizedTest
  @Requirement({
    "VRRP-SM-MST-TIE-UNSIGNED",
    "VRRP-SM-MST-EQUAL-GREATER-ADDR",
    "VRRP-SM-MST-EQUAL-SMALLER-ADDR"
  })
  @CsvSource({
    "10.0.0.1,        Master",
    "127.255.255.255, Master",
    "192.0.2.10,      Master",
    "192.0.2.11,      Master",
    "192.0.2.12,      Backup 100",
    "223.255.255.255, Backup 100"
  })
  void shouldCompareAddressesUnsigned(String sender, String next) {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC9568);

    Transition transition =
        new VrrpStateMachine(config)
            .step(new VrrpState.Master(), Shorthand.event("advert 100 " + sender, config));

    assertThat(Shorthand.of(transition.next())).isEqualTo(next);
  }

  @Test
  void shouldKeepItsConfiguration() {
    VirtualRouterConfig config = Samples.ipv6(Profile.RFC5798);

    assertThat(new VrrpStateMachine(config).config()).isEqualTo(config);
  }

  @Test
  @Requirement("VRRP-TMR-V2-NOT-LEARNED")
  void shouldLearnNothingInVersion2EvenFromAnAdvertThatNobodyChecked() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC3768);
    VrrpStateMachine machine = new VrrpStateMachine(config);
    VrrpEvent slow = Shorthand.event("advert 150 higher 300", config);

    assertThat(Shorthand.of(machine.step(Shorthand.state("Backup 100"), slow).next()))
        .isEqualTo("Backup 100");
    assertThat(Shorthand.of(machine.step(new VrrpState.Master(), slow).next()))
        .isEqualTo("Backup 100");
  }

  @Test
  void shouldAnswerMillionsOfLikeAdvertsWithOneObject() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC9568);
    VrrpStateMachine machine = new VrrpStateMachine(config);
    VrrpEvent advert = Shorthand.event("advert 150 higher 300", config);
    Transition first = machine.step(Shorthand.state("Backup 100"), advert);

    Transition second = machine.step(first.next(), advert);
    Transition third = machine.step(second.next(), advert);

    assertThat(second).isSameAs(first);
    assertThat(third).isSameAs(first);
  }

  static List<Profile> profiles() {
    return Profile.all();
  }

  /** What a machine remembers for speed never shows: each step equals that of a fresh machine. */
  @ParameterizedTest
  @MethodSource("profiles")
  void shouldDependOnStateAndEventAlone(Profile profile) {
    VirtualRouterConfig config = Samples.ipv4(profile);
    VrrpStateMachine veteran = new VrrpStateMachine(config);
    Random random = new Random(SEED);
    VrrpState state = new VrrpState.Initialize();
    List<String> visited = new ArrayList<>();
    for (int step = 0; step < 5_000; step++) {
      VrrpEvent event = randomEvent(random, config);
      Transition transition = veteran.step(state, event);

      assertThat(transition).isEqualTo(new VrrpStateMachine(config).step(state, event));
      state = transition.next();
      visited.add(state.label());
    }

    assertThat(visited).contains("Initialize", "Backup", "Master");
  }

  /** Three states, six moves; adverts come from a Master or from one that becomes or was Master. */
  @ParameterizedTest
  @MethodSource("profiles")
  @Requirement({"VRRP-SM-TRANSITIONS", "VRRP-TX-ONLY-MASTER", "VRRP-SM-INIT-QUIET"})
  void shouldMakeTheListedMovesOnlyAndBeSilentOutsideMaster(Profile profile) {
    VirtualRouterConfig config = Samples.ipv4(profile);
    VrrpStateMachine machine = new VrrpStateMachine(config);
    Random random = new Random(SEED);
    VrrpState state = new VrrpState.Initialize();
    Set<String> moves = new TreeSet<>();
    for (int step = 0; step < 5_000; step++) {
      Transition transition = machine.step(state, randomEvent(random, config));
      String move = state.label() + " to " + transition.next().label();
      if (transition.actions().stream().anyMatch(VrrpAction.SendAdvert.class::isInstance)) {
        assertThat(move).contains("Master");
      }
      moves.add(move);
      state = transition.next();
    }

    assertThat(moves)
        .containsExactly(
            "Backup to Backup",
            "Backup to Initialize",
            "Backup to Master",
            "Initialize to Backup",
            "Initialize to Initialize",
            "Master to Backup",
            "Master to Initialize",
            "Master to Master");
  }

  private static VrrpEvent randomEvent(Random random, VirtualRouterConfig config) {
    return switch (random.nextInt(12)) {
      case 0 -> new VrrpEvent.Startup();
      case 1 -> random.nextInt(4) == 0 ? new VrrpEvent.Shutdown() : new VrrpEvent.Startup();
      case 2 -> new VrrpEvent.MasterDownTimerExpired();
      case 3 -> new VrrpEvent.AdvertTimerExpired();
      case 4 -> new VrrpEvent.AnnounceTimerExpired(oneOf(random, List.of(AnnounceTimer.values())));
      case 5 -> new VrrpEvent.AdvertRejected(RejectReason.CHECKSUM, random.nextBoolean());
      default ->
          new VrrpEvent.AdvertReceived(
              new Advert(
                  Samples.VRID,
                  config.version(),
                  oneOf(random, List.of(0, 1, 99, 100, 101, 255)),
                  oneOf(random, List.of(1, 100, 300)),
                  new Ipv4Address(random.nextInt()),
                  config.addresses()));
    };
  }

  private static <T> T oneOf(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  static List<VrrpEvent> allButStartup() {
    VirtualRouterConfig config = Samples.ipv4(Profile.KEEPALIVED, 2);
    return List.of(
        new VrrpEvent.Shutdown(),
        new VrrpEvent.Fault(),
        new VrrpEvent.MasterDownTimerExpired(),
        new VrrpEvent.AdvertTimerExpired(),
        new VrrpEvent.AnnounceTimerExpired(AnnounceTimer.REFRESH),
        new VrrpEvent.PreemptDelayExpired(),
        new VrrpEvent.GroupFault(),
        new VrrpEvent.GroupReasserted(),
        new VrrpEvent.GroupYielded(),
        new VrrpEvent.Reloading(),
        new VrrpEvent.Reconfigured(config, true),
        new VrrpEvent.AdvertReceived(Samples.advert(config, 200, 100, "higher")),
        new VrrpEvent.AdvertRejected(RejectReason.TTL, true));
  }

  /** RFC 3768 6.4.1: in Initialize only a Startup event counts. */
  @ParameterizedTest
  @MethodSource("allButStartup")
  void shouldStayInInitializeUntilStartup(VrrpEvent event) {
    VrrpStateMachine machine = new VrrpStateMachine(Samples.ipv4(Profile.KEEPALIVED, 2));

    Transition transition = machine.step(new VrrpState.Initialize(), event);

    assertThat(transition.next()).isEqualTo(new VrrpState.Initialize());
    assertThat(transition.actions()).isEmpty();
  }
}
