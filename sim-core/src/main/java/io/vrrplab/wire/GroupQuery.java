package io.vrrplab.wire;

import java.util.List;

/** A question after multicast groups in either family; hosts answer with a {@link GroupReport}. */
public sealed interface GroupQuery permits IgmpQuery, MldQuery {

  /** The group asked for; the unspecified address asks for all. */
  IpAddress group();

  /** How long an answer may take at most, milliseconds. */
  int maxResponseMillis();

  /** What is asked for besides the group; of the answer, not of whom it concerns. */
  Details details();

  /**
   * What both families end their queries with (RFC 3376 4.1.5 to 4.1.9, RFC 3810 5.1.7 to 5.1.11).
   *
   * @param suppress the S flag: other routers leave their timers alone
   * @param robustness the querier's robustness variable, 0 to 7
   * @param intervalCode QQIC, 0 to 255: below 128 the seconds from query to query
   * @param sources the sources asked for, of the group's family; none for all
   */
  record Details(boolean suppress, int robustness, int intervalCode, List<IpAddress> sources) {

    /** A robustness of 2 and 125 s, the defaults of both RFCs (RFC 3376 8.1 and 8.2). */
    public static final Details DEFAULT = new Details(false, 2, 125, List.of());

    public Details {
      FieldWidth.check("robustness", robustness, 3);
      FieldWidth.check("interval code", intervalCode, 8);
      FieldWidth.check("number of sources", sources.size(), 16);
      sources = List.copyOf(sources);
    }

    /** Checks that all sources are of a family. */
    void check(int addressOctets) {
      for (IpAddress source : sources) {
        if (source.width() != addressOctets * Byte.SIZE) {
          throw new IllegalArgumentException(source + " is of the wrong family");
        }
      }
    }
  }
}
