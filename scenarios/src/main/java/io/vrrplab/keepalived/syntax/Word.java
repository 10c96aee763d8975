package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;

/**
 * A word of a line.
 *
 * @param text without its quotes
 * @param at where it begins; the place of use where it comes from a variable
 */
public record Word(String text, Position at) {}
