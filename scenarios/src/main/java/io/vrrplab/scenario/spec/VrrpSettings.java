package io.vrrplab.scenario.spec;

import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Placement;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterOptions;
import io.vrrplab.wire.IpAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a node says of a virtual router beyond the parameters of the RFCs.
 *
 * @param behaviour whose behaviour it shows, with its defaults
 * @param tuning how a keepalived is told to depart from them; empty of others
 * @param excluded what a Master holds besides and does not advertise
 * @param spots where a Master holds what does not stand on the segment of the adverts
 * @param delivery to whom adverts go
 * @param mixedVersions whether version 2 is spoken beside version 3 (RFC 9568 8.4.2)
 * @param authentication the password of version 2
 * @param tracks what it tracks
 */
public record VrrpSettings(
    Profile behaviour,
    Optional<Tuning> tuning,
    List<IpAddress> excluded,
    SequencedMap<IpAddress, Placement.Spot> spots,
    Delivery delivery,
    boolean mixedVersions,
    Authentication authentication,
    List<TrackSpec> tracks) {

  public VrrpSettings {
    excluded = List.copyOf(excluded);
    spots = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(spots));
    tracks = List.copyOf(tracks);
  }

  /** Nothing beyond a profile but what is tracked. */
  public static VrrpSettings of(Profile profile, List<TrackSpec> tracks) {
    return new VrrpSettings(
        profile,
        Optional.empty(),
        List.of(),
        new LinkedHashMap<>(),
        Delivery.STANDARD,
        false,
        Authentication.NONE,
        tracks);
  }

  /** The same with version 2 beside version 3, or without it. */
  public VrrpSettings mixing(boolean mixed) {
    return new VrrpSettings(
        behaviour, tuning, excluded, spots, delivery, mixed, authentication, tracks);
  }

  /** Whose behaviour it shows, with the settings of a daemon worked in. */
  public Profile profile() {
    return tuning.map(tuned -> tuned.within(behaviour)).orElse(behaviour);
  }

  /** Delays, peers and further addresses. */
  public VirtualRouterOptions options() {
    VirtualRouterOptions plain =
        VirtualRouterOptions.NONE
            .withUnadvertisedAddresses(excluded)
            .withDelivery(delivery)
            .withMixedVersions(mixedVersions);
    return tuning
        .map(tuned ->
            plain
                .withHmac(tuned.hmac().orElse(null))
                .withWatch(tuned.watch())
                .withPlacement(
                    new Placement(
                        spots,
                        tuned.announcing().extra().asLong(),
                        tuned.announcing().extraEverywhere()))
                .withLatePriority((int) tuned.latePriority().asLong())
                .withPreemptDelayNanos(tuned.preemptDelay().asLong())
                .withAnnouncementSpacingNanos(tuned.announcing().spacing().asLong()))
        .orElse(plain);
  }

  /** All that a draw may decide. */
  Stream<Quantity> quantities() {
    return Stream.concat(
        tuning.stream().flatMap(Tuning::quantities),
        tracks.stream().flatMap(TrackSpec::quantities));
  }

  /** Settles what is left to chance. */
  VrrpSettings resolve(long run) {
    UnaryOperator<Quantity> draw = quantity -> quantity.resolve(run);
    return new VrrpSettings(
        behaviour,
        tuning.map(tuned -> tuned.resolve(draw)),
        excluded,
        spots,
        delivery,
        mixedVersions,
        authentication,
        tracks.stream().map(track -> track.resolve(draw)).toList());
  }
}
