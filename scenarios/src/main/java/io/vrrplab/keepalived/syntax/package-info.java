/**
 * From text to blocks: comments, includes, variables, sequences, quotes and braces.
 *
 * <p>{@code SourceFiles} gets the text, {@code Preprocessor} makes logical lines of it with {@code
 * Variables} replaced, {@code Tokenizer} words and braces, {@code TreeReader} a tree of {@code
 * Node}s, with the {@code Grammar} of all keywords. What keepalived does with a mistake is done
 * here too: an unknown word is dropped, its block is not.
 */
@NullMarked
package io.vrrplab.keepalived.syntax;

import org.jspecify.annotations.NullMarked;
