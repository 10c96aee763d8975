/**
 * Meters that watch a run and never touch it: who was Master when, what each failover took against
 * the bound of the RFC, what clients lost. A meter listens, and gives its report at the end.
 */
@NullMarked
package io.vrrplab.measure;

import org.jspecify.annotations.NullMarked;
