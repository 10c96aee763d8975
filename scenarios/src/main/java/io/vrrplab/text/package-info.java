/** Words for people who mistyped one: which known word was meant. */
@NullMarked
package io.vrrplab.text;

import org.jspecify.annotations.NullMarked;
