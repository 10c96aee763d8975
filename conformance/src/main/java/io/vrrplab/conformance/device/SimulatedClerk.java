package io.vrrplab.conformance.device;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.measure.AdvertLog;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.measure.LogEntry;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Keeps what a simulated device says of itself. */
final class SimulatedClerk implements LabListener {

  private final AdvertMeter meter;
  private final AdvertLog log;
  private final List<MasterReason> takeovers = new ArrayList<>();

  /** Those that have heard a Master of lower priority, and are about to replace it. */
  private final SequencedSet<VirtualRouter> preempting = new LinkedHashSet<>();

  SimulatedClerk(Lab lab) {
    this.meter = new AdvertMeter(lab);
    this.log = new AdvertLog(lab);
    lab.listen(this);
  }

  @Override
  public void decided(
      VirtualRouter router,
      VrrpState before,
      Transition transition,
      @Nullable ReceivedAdvert heard) {
    Decision decision = transition.decision();
    if (transition.next() instanceof VrrpState.Master && !(before instanceof VrrpState.Master)) {
      takeovers.add(
          decision == Decision.STARTUP_OWNER
              ? MasterReason.PRIORITY
              : preempting.contains(router) ? MasterReason.PREEMPTED : MasterReason.NO_RESPONSE);
    }
    if (decision == Decision.LOWER_PRIORITY_DISCARDED && before instanceof VrrpState.Backup) {
      preempting.add(router);
    } else if (heard == null || decision != Decision.REJECTED_ADVERT_IGNORED) {
      preempting.remove(router);
    }
  }

  SelfReport report() {
    Map<AdvertError, Long> errors = new EnumMap<>(AdvertError.class);
    for (RejectReason reason : RejectReason.values()) {
      AdvertError error = error(reason);
      if (error != null) {
        errors.merge(error, meter.report().rejected().getOrDefault(reason.key(), 0L), Long::sum);
      }
    }
    return new SelfReport(errors, log.report().stream().map(LogEntry::text).toList(), takeovers);
  }

  /** Null for what the statistics of the RFCs have no name for. */
  private static @Nullable AdvertError error(RejectReason reason) {
    return switch (reason) {
      case TTL -> AdvertError.TTL;
      case VERSION -> AdvertError.VERSION;
      case TYPE -> AdvertError.TYPE;
      case INCOMPLETE, SURPLUS, COUNT -> AdvertError.LENGTH;
      case CHECKSUM -> AdvertError.CHECKSUM;
      case UNKNOWN_VRID -> AdvertError.VRID;
      case AUTHENTICATION, PASSWORD -> AdvertError.AUTHENTICATION;
      case INTERVAL, INTERVAL_ZERO -> AdvertError.INTERVAL;
      case ADDRESS_LIST, LINK_LOCAL -> AdvertError.ADDRESS_LIST;
      case OWN_ADDRESS,
          DESTINATION,
          PEER,
          OWNER,
          TRAILER_MISSING,
          TRAILER_MALFORMED,
          TRAILER_STALE,
          TRAILER_KEY,
          TRAILER_HMAC,
          TRAILER_REPLAYED ->
          null;
    };
  }
}
