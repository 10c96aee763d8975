package io.vrrplab.conformance.mutant;

import java.util.List;
import java.util.stream.Stream;

/** All mutants that there are. */
public final class Mutants {

  private static final List<Mutant> ALL =
      Stream.of(
              WrongRules.all(),
              WrongElection.all(),
              WrongTimers.all(),
              WrongHearing.all(),
              WrongSpeech.all(),
              WrongNeighbours.all(),
              WrongMemory.all(),
              WrongOccasions.all(),
              WrongWords.all(),
              WrongCompany.all(),
              WrongManners.all(),
              WrongMixture.all())
          .flatMap(List::stream)
          .toList();

  private Mutants() {}

  /** In an order that stays: first those of the rules, then of the engine, then of the frames. */
  public static List<Mutant> all() {
    return ALL;
  }
}
