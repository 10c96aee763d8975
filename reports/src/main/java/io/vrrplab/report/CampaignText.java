package io.vrrplab.report;

import io.vrrplab.campaign.Measure;
import io.vrrplab.campaign.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Words and figures of campaign reports, short enough for a table. */
final class CampaignText {

  private static final MathContext FIGURES = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final String[] UNITS = {" ns", " µs", " ms", " s"};

  private CampaignText() {}

  static boolean isTime(Measure measure) {
    return switch (measure) {
      case Measure.OfFailover _, Measure.OfVirtualRouter _ -> true;
      case Measure.Failovers _, Measure.Lost _ -> false;
    };
  }

  /** What a row is called; the flow has its own heading where there are several. */
  static String name(Measure measure) {
    return switch (measure) {
      case Measure.OfFailover each ->
          switch (each) {
            case DETECTION -> "detection";
            case MASTER_DOWN -> "master down";
            case OUTAGE -> "outage";
          };
      case Measure.OfVirtualRouter each ->
          switch (each) {
            case DUAL_MASTER -> "dual master";
            case NO_MASTER -> "no master";
            case FIRST_MASTER -> "first Master";
          };
      case Measure.Failovers _ -> "failovers";
      case Measure.Lost lost -> "lost, " + Printable.of(lost.flow());
    };
  }

  /** A time with four figures in the largest unit that leaves a whole part. */
  static String time(double nanos) {
    BigDecimal shown = new BigDecimal(nanos).round(FIGURES);
    int unit = 0;
    while (unit < UNITS.length - 1 && shown.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
      shown = shown.movePointLeft(3);
      unit++;
    }
    return shown.signum() == 0 ? "0" : plain(shown) + UNITS[unit];
  }

  /** A time, or a count, as the measure asks for. */
  static String value(Measure measure, double value) {
    return isTime(measure) ? time(value) : plain(new BigDecimal(value).round(FIGURES));
  }

  /** A count with its thousands apart. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  static String percent(double share) {
    return plain(new BigDecimal(100 * share).round(FIGURES)) + " %";
  }

  /** A share with the interval in which the true one lies, 95 times of 100. */
  static String share(Share share) {
    return "%s (%s to %s)"
        .formatted(percent(share.value()), percent(share.low()), percent(share.high()));
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped)
        .toPlainString();
  }
}
