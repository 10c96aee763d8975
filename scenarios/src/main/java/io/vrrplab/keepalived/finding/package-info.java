/**
 * What there is to say about a keepalived.conf: rules with stable names, and findings with a place.
 *
 * <p>{@code Rule} is the catalogue, {@code Finding} one application of it, {@code Findings}
 * collects them while a file is read.
 */
@NullMarked
package io.vrrplab.keepalived.finding;

import org.jspecify.annotations.NullMarked;
