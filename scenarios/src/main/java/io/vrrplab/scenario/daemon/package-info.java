/**
 * From what people run in production to a scenario: keepalived.conf files, and the environment of
 * the osixia/keepalived image.
 *
 * <p>{@link io.vrrplab.scenario.daemon.ConfigFile} reads a file, {@link
 * io.vrrplab.scenario.daemon.DaemonNode} places it in a world, {@link
 * io.vrrplab.scenario.daemon.StandardDrill} makes a world of nothing but such files. {@link
 * io.vrrplab.scenario.daemon.OsixiaTemplate} writes the configuration that the image makes of its
 * environment.
 */
@NullMarked
package io.vrrplab.scenario.daemon;

import org.jspecify.annotations.NullMarked;
