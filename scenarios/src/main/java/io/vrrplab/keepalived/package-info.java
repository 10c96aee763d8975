/**
 * keepalived.conf as keepalived reads it, and advice on it.
 *
 * <p>{@code read.KeepalivedReader} is the door: from a file to a {@code config.KeepalivedConfig}
 * and findings. On the way {@code syntax} makes lines, words and blocks of the text, {@code read}
 * makes typed values of them and says where keepalived would fall back in silence. {@code
 * advice.Advisor} holds one or several files against what is known to go wrong.
 */
@NullMarked
package io.vrrplab.keepalived;

import org.jspecify.annotations.NullMarked;
