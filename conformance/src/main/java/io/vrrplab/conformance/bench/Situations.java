package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Settings;
import java.util.List;

/**
 * The ways into the states that cases begin in. Each is seen on the wire before anything is judged:
 * a device that does not get there leaves the case inconclusive.
 */
public final class Situations {

  /** The priority of the rival that holds a device in Backup. */
  public static final int RIVAL_PRIORITY = 200;

  private static final int LOWER_PRIORITY = 50;

  private Situations() {}

  /** Starts a device and waits until it advertises; gives its first advert. */
  public static Seen becomeMaster(Bench bench) {
    bench.start();
    long deadline = bench.nowNanos() + 2 * bench.masterDown().toNanos();
    return next(bench, deadline, "a device that advertises when it is alone");
  }

  /** The same with settings of its own. */
  public static Seen becomeMaster(Bench bench, Settings settings) {
    bench.configure(settings);
    return becomeMaster(bench);
  }

  private static Seen next(Bench bench, long deadline, String needed) {
    Seen advert = bench.await(Anatomy::isAdvert, deadline);
    if (advert == null) {
      throw bench.inconclusive(needed, "no advert until " + Window.seconds(deadline));
    }
    return advert;
  }

  /** Starts a device that runs several virtual routers, and waits until it advertises for each. */
  public static void becomeMasterOfAll(Bench first, Bench... others) {
    becomeMaster(first);
    for (Bench other : others) {
      next(other, first.nowNanos() + 2 * other.masterDown().toNanos(), "a device that runs both");
    }
  }

  /**
   * Brings a device into Backup by way of Master, so that both its life and its stepping down are
   * seen.
   *
   * @return when the rival's last advert was sent
   */
  public static long becomeBackup(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    long at = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    return holdInBackup(bench, at, 2);
  }

  /** The same with settings of its own. */
  public static long becomeBackup(Bench bench, Settings settings) {
    bench.configure(settings);
    return becomeBackup(bench);
  }

  /**
   * Sends the rival's adverts at its interval, while the device should be silent.
   *
   * @param sinceNanos when its last one was sent
   * @return when the last of these was sent
   */
  public static long holdInBackup(Bench bench, long sinceNanos, int adverts) {
    long last = sinceNanos;
    for (int i = 0; i < adverts; i++) {
      long next = last + bench.interval().fromNanos();
      if (bench.await(Anatomy::isAdvert, next) != null) {
        throw bench.inconclusive(
            "a device that is silent while a higher priority is heard", "an advert of its own");
      }
      last = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    }
    return last;
  }

  /**
   * A whole conversation, after which the device stands as asked: Master when alone, Backup when
   * the rival speaks, and Master again when it is silent.
   *
   * @return when the last advert was on the wire: the rival's, or the device's own
   */
  public static long arrive(Bench bench, Standing standing) {
    long rival = becomeBackup(bench);
    return switch (standing) {
      case BACKUP -> rival;
      case MASTER -> {
        long deadline = rival + 2 * bench.masterDown().toNanos();
        yield next(bench, deadline, "a device that takes over").atNanos();
      }
    };
  }

  /** How long after the last advert of all one of the device is due, if nothing else comes. */
  public static Window unmoved(Bench bench, Standing standing) {
    return switch (standing) {
      case BACKUP -> bench.masterDown();
      case MASTER -> bench.interval();
    };
  }

  /**
   * Shows that the device is still alive after a frame that it should not mind. Times do not matter
   * here: other cases judge those.
   *
   * @param after which frame may have killed it
   */
  public static void proveAlive(Bench bench, String after) {
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectNone(
        "advert of the device, which " + after + " should have left able to listen",
        Anatomy::isAdvert,
        rival + bench.interval().toNanos());
    bench.expectAdvert(
        "an advert of the device, which " + after + " should have left able to take over",
        new Window(bench.nowNanos(), rival + 2 * bench.masterDown().toNanos()));
  }

  /** Goes through all that makes a device advertise; gives its adverts, of which there are some. */
  public static List<Seen> wholeLife(Bench bench) {
    becomeMaster(bench);
    long half = bench.interval().fromNanos() / 2;
    bench.pass(bench.nowNanos() + 3 * half);
    bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.pass(bench.nowNanos() + half);
    bench.send("a release", bench.advert(0));
    bench.pass(bench.nowNanos() + half);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.pass(rival + bench.masterDown().toNanos() + 3 * half);
    bench.stop();
    bench.pass(bench.nowNanos() + half);
    List<Seen> adverts = bench.heard().stream().filter(each -> each.frame().isAdvert()).toList();
    if (adverts.size() < 4) {
      throw bench.inconclusive("a device that advertises again and again", "too few adverts");
    }
    return adverts;
  }
}
