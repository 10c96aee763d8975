package io.vrrplab.conformance;

import io.vrrplab.conformance.Requirement.Sight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which requirements the cases test, in both ways: that they are obeyed, and that a violation is
 * refused or absent.
 *
 * @param rows one for each requirement of the register, in its order
 */
public record Coverage(List<Row> rows) {

  /** What is to be said of a requirement; each is in one bin only. */
  public enum Bin {
    BOTH("tested both ways"),
    ONE_EXCUSED("tested one way, with a reason for the other"),
    EXCUSED("not tested, with a reason"),
    OFF_THE_WIRE("not to be seen on the wire"),
    OPEN("not tested both ways, and no reason given");

    private final String words;

    Bin(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * A requirement.
   *
   * @param obeyedBy ids of cases that show it obeyed
   * @param refusedBy ids of cases that show a violation refused or absent
   * @param excuse why a way is not tested; empty where none is needed or none was given
   */
  public record Row(
      Requirement requirement, List<String> obeyedBy, List<String> refusedBy, String excuse) {

    public Row {
      obeyedBy = List.copyOf(obeyedBy);
      refusedBy = List.copyOf(refusedBy);
    }

    /** Where it belongs. */
    public Bin bin() {
      if (!obeyedBy.isEmpty() && !refusedBy.isEmpty()) {
        return Bin.BOTH;
      }
      boolean untested = obeyedBy.isEmpty() && refusedBy.isEmpty();
      if (untested && requirement.sight() != Sight.WIRE) {
        return Bin.OFF_THE_WIRE;
      }
      if (excuse.isEmpty()) {
        return Bin.OPEN;
      }
      return untested ? Bin.EXCUSED : Bin.ONE_EXCUSED;
    }
  }

  public Coverage {
    rows = List.copyOf(rows);
  }

  /** What a suite covers. */
  public static Coverage of(Suite suite) {
    List<Row> rows = new ArrayList<>();
    for (Requirement each : Requirements.all()) {
      rows.add(
          new Row(
              each,
              ids(suite, each, ConformanceCase::obeys),
              ids(suite, each, ConformanceCase::refuses),
              Excuses.of(each.id())));
    }
    return new Coverage(rows);
  }

  @FunctionalInterface
  private interface Way {
    List<Requirement> of(ConformanceCase each);
  }

  private static List<String> ids(Suite suite, Requirement requirement, Way way) {
    return suite.cases().stream()
        .filter(each -> way.of(each).contains(requirement))
        .map(ConformanceCase::id)
        .toList();
  }

  /** How many requirements are in each bin; every bin has an entry, and they add up to all. */
  public Map<Bin, Long> bins() {
    Map<Bin, Long> bins = new EnumMap<>(Bin.class);
    for (Bin bin : Bin.values()) {
      bins.put(bin, rows.stream().filter(row -> row.bin() == bin).count());
    }
    return bins;
  }
}
