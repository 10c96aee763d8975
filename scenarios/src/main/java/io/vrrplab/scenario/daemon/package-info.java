/**
 * From what people run in production to a scenario: keepalived.conf files, and the environment of
 * the osixia/keepalived image.
 *
 * <p>{@link io.vrrplab.scenario.daemon.OsixiaTemplate} writes the configuration that the image
 * makes of its environment.
 */
@NullMarked
package io.vrrplab.scenario.daemon;

import org.jspecify.annotations.NullMarked;
