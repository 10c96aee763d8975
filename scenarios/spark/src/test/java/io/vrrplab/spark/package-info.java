/** Campaigns on Spark's local mode, beside those of the local engine. */
@NullMarked
package io.vrrplab.spark;

import org.jspecify.annotations.NullMarked;
