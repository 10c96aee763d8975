/**
 * Captures: every frame of a run as a pcapng file that Wireshark opens.
 *
 * <p>{@link io.vrrplab.capture.CaptureRecorder} listens to a lab and keeps what it hears; {@link
 * io.vrrplab.capture.PcapngWriter} knows the file format and nothing else.
 */
@NullMarked
package io.vrrplab.capture;

import org.jspecify.annotations.NullMarked;
