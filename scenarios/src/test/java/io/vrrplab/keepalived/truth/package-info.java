/**
 * Predictions beside measurements: the simulator runs what real daemons ran, and each figure is
 * compared. {@code measured.json} holds what was measured.
 */
@org.jspecify.annotations.NullMarked
package io.vrrplab.keepalived.truth;
