package io.vrrplab.keepalived.config;

import java.time.Duration;

/**
 * A vrrp_script: a check that runs again and again.
 *
 * @param name by which instances refer to it
 * @param command as written; nothing is ever run here
 * @param interval from start to start
 * @param timeout after which a run counts as failed
 * @param weight 0: its failure is a fault; -253 to 253
 * @param reverse whether the weight changes its sign; of weight 0, whether success is the fault
 * @param rise successes in a row until it is well, 1 or more
 * @param fall failures in a row until it is not, 1 or more
 * @param initFail whether init_fail is written, which has no effect
 * @param places where each keyword stands
 */
public record TrackScript(
    String name,
    String command,
    Duration interval,
    Duration timeout,
    int weight,
    boolean reverse,
    int rise,
    int fall,
    boolean initFail,
    Places places) {}
