/**
 * What a case works with: adverts of its own making, the timers of the RFCs, a look at every octet
 * of what the device says, and the words of judgement.
 *
 * <p>{@link io.vrrplab.conformance.bench.Bench} is the door. Adverts are written and frames are
 * read octet by octet here, apart from the codecs of the simulator, so that the two check each
 * other.
 */
@NullMarked
package io.vrrplab.conformance.bench;

import org.jspecify.annotations.NullMarked;
