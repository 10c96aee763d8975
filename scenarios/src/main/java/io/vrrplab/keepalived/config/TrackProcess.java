package io.vrrplab.keepalived.config;

import java.time.Duration;
import java.util.List;

/**
 * A vrrp_track_process: processes that must be there.
 *
 * @param name by which instances refer to it
 * @param command the process and its arguments
 * @param weight 0: too few are a fault; -254 to 254
 * @param reverse whether the weight changes its sign; of weight 0, whether enough is the fault
 * @param quorum the least number that is enough, 1 to 65535
 * @param quorumMax the greatest number that is not too many
 * @param forkDelay how long it is waited when there are enough
 * @param terminateDelay how long it is waited when there are too few
 * @param places where each keyword stands
 */
public record TrackProcess(
    String name,
    List<String> command,
    int weight,
    boolean reverse,
    int quorum,
    int quorumMax,
    Duration forkDelay,
    Duration terminateDelay,
    Places places) {

  public TrackProcess {
    command = List.copyOf(command);
  }
}
