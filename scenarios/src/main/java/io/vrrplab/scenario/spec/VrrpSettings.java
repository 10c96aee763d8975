package io.vrrplab.scenario.spec;

import io.vrrplab.track.Track;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterOptions;
import java.util.List;

/**
 * What a node says of a virtual router beyond the parameters of the RFCs.
 *
 * @param profile whose behaviour it shows, with the settings of a daemon worked in
 * @param options delays, peers and further addresses
 * @param authentication the password of version 2
 * @param tracks what it tracks
 */
public record VrrpSettings(
    Profile profile,
    VirtualRouterOptions options,
    Authentication authentication,
    List<Track> tracks) {

  public VrrpSettings {
    tracks = List.copyOf(tracks);
  }

  /** Nothing beyond a profile. */
  public static VrrpSettings of(Profile profile) {
    return new VrrpSettings(profile, VirtualRouterOptions.NONE, Authentication.NONE, List.of());
  }
}
