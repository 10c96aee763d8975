package io.vrrplab.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

  private static final long SEED = 7;

  private final Simulation simulation = new Simulation(SEED, Limits.DEFAULT);
  private final List<String> seen = new ArrayList<>();

  private void note(String what) {
    seen.add(simulation.nowNanos() + " " + what);
  }

  @Test
  void shouldRunEventsInTheOrderOfTimeAndThenOfScheduling() {
    simulation.at(20, this::note, "b");
    simulation.at(10, this::note, "a");
    simulation.at(20, this::note, "c");

    simulation.runUntil(20);

    assertThat(seen).containsExactly("10 a", "20 b", "20 c");
  }

  @Test
  void shouldStandAtTheEndOfTheRunEvenIfNothingHappensThere() {
    simulation.at(10, this::note, "a");
    simulation.at(31, this::note, "too late");

    simulation.runUntil(30);

    assertThat(simulation.nowNanos()).isEqualTo(30);
    assertThat(simulation.eventsExecuted()).isEqualTo(1);
    assertThat(seen).containsExactly("10 a");
  }

  @Test
  void shouldRunWhatAnEventSchedulesForTheSameTimeAfterWhatWasThereBefore() {
    simulation.at(5, () -> simulation.at(5, this::note, "scheduled within"));
    simulation.at(5, this::note, "scheduled before");

    simulation.runUntil(5);

    assertThat(seen).containsExactly("5 scheduled before", "5 scheduled within");
  }

  @Test
  void shouldRefuseAnEventInThePast() {
    simulation.runUntil(10);

    assertThatThrownBy(() -> simulation.at(9, this::note, "past"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 ns");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldSortAnyMixOfTimes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> expected =
        IntStream.range(0, 5_000).mapToObj(i -> (long) random.nextInt(1_000)).toList();
    List<Long> times = new ArrayList<>();
    expected.forEach(time -> simulation.at(time, _ -> times.add(simulation.nowNanos()), time));

    simulation.runUntil(1_000);

    assertThat(times).isEqualTo(expected.stream().sorted().toList());
  }

  @Test
  void shouldFireATimerAtItsLastDeadline() {
    Timer timer = simulation.timer(() -> note("fired"));
    timer.start(100);
    simulation.at(50, () -> timer.start(100));
    simulation.at(120, () -> timer.start(10));

    simulation.runUntil(1_000);

    assertThat(seen).containsExactly("130 fired");
    assertThat(timer.isRunning()).isFalse();
  }

  @Test
  void shouldFireATimerThatWasBroughtForward() {
    Timer timer = simulation.timer(() -> note("fired"));
    timer.start(100);
    timer.start(10);

    simulation.runUntil(1_000);

    assertThat(seen).containsExactly("10 fired");
  }

  @Test
  void shouldNotFireACancelledTimerAndCountItAsNoEvent() {
    Timer timer = simulation.timer(() -> note("fired"));
    timer.start(100);
    simulation.at(50, timer::cancel);

    simulation.runUntil(1_000);

    assertThat(seen).isEmpty();
    assertThat(simulation.eventsExecuted()).isEqualTo(1);
  }

  @Test
  void shouldFireARestartedTimerInTheOrderOfItsRestart() {
    Timer timer = simulation.timer(() -> note("timer"));
    timer.start(50);
    simulation.at(
        40,
        () -> {
          simulation.at(100, this::note, "before the restart");
          timer.start(60);
          simulation.at(100, this::note, "after the restart");
        });

    simulation.runUntil(1_000);

    assertThat(seen)
        .containsExactly("100 before the restart", "100 timer", "100 after the restart");
  }

  @Test
  void shouldTellHowMuchTimeATimerHasLeft() {
    Timer timer = simulation.timer(() -> note("fired"));
    timer.start(100);
    simulation.runUntil(30);

    assertThat(timer.remainingNanos()).isEqualTo(70);
    timer.cancel();
    assertThat(timer.remainingNanos()).isZero();
  }

  @Test
  void shouldLetATimerStartItselfAgainForNow() {
    List<Timer> self = new ArrayList<>();
    self.add(
        simulation.timer(() -> {
          note("fired");
          if (seen.size() < 3) {
            self.getFirst().start(0);
          }
        }));
    self.getFirst().start(10);

    simulation.runUntil(10);

    assertThat(seen).containsExactly("10 fired", "10 fired", "10 fired");
  }

  @Test
  void shouldGiveEachNameAStreamOfItsOwn() {
    long alone = new Simulation(SEED, Limits.DEFAULT).random("m1").nextLong();
    simulation.random("m2").nextLong();

    assertThat(simulation.random("m1").nextLong()).isEqualTo(alone);
    assertThat(simulation.random("m2").nextLong()).isNotEqualTo(alone);
    assertThat(new Simulation(SEED + 1, Limits.DEFAULT).random("m1").nextLong())
        .isNotEqualTo(alone);
  }

  @Test
  void shouldStopARunThatNeverEnds() {
    Simulation bounded = new Simulation(SEED, new Limits(1_000, 1_000));
    Timer timer = endless(bounded);
    timer.start(0);

    assertThatThrownBy(() -> bounded.runUntil(10))
        .isInstanceOf(LimitReachedException.class)
        .hasMessageContaining("1000 events")
        .hasMessageContaining("seed 7");
  }

  private static Timer endless(Simulation bounded) {
    Timer[] self = new Timer[1];
    self[0] = bounded.timer(() -> self[0].start(0));
    return self[0];
  }

  @Test
  void shouldRefuseToRunPastItsLongestTime() {
    Simulation bounded = new Simulation(SEED, new Limits(1_000, 1_000));

    assertThatThrownBy(() -> bounded.runUntil(1_001))
        .isInstanceOf(LimitReachedException.class)
        .hasMessageContaining("1001 ns");
  }
}
