/** Tests of what makes readable tables of measurements, and of the models that are measured. */
@NullMarked
package io.vrrplab.benchmark;

import org.jspecify.annotations.NullMarked;
