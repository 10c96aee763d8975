package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import java.time.Duration;

/**
 * How long a change of an interface must last before it counts.
 *
 * @param interfaceName which
 * @param down for the loss of the link, 0 to 255 s
 * @param up for its return
 * @param at where it stands
 */
public record InterfaceDelay(String interfaceName, Duration down, Duration up, Position at) {}
