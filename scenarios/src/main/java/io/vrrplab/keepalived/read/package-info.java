/**
 * From blocks to typed values, with keepalived's own fallbacks, each told as a finding.
 *
 * <p>{@code KeepalivedReader} is the door, {@code ConfigReader} walks the blocks in the order of
 * the file, and there is a reader for each kind of block. {@code InstanceDraft} holds what an
 * instance says until {@code InstanceCompletion} makes it consistent, as keepalived does at the
 * end.
 */
@NullMarked
package io.vrrplab.keepalived.read;

import org.jspecify.annotations.NullMarked;
