/**
 * What a keepalived.conf says, as values: defaults, fallbacks and corrections are applied as
 * keepalived applies them, so that each value is the one in effect.
 *
 * <p>{@code KeepalivedConfig} holds all. What was written where is in {@code Places}.
 */
@NullMarked
package io.vrrplab.keepalived.config;

import org.jspecify.annotations.NullMarked;
