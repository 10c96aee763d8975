/**
 * Turns a scenario file into a {@link io.vrrplab.scenario.Scenario}, or into all that is wrong with
 * it at once.
 *
 * <p>The way of a file: text, a tree that remembers the place of every key and value ({@code
 * YamlTree}), the published JSON Schema ({@code SchemaCheck}), then binding to records with the
 * checks that a schema cannot make. Binding goes on where the schema has complained, so that one
 * reading finds a misspelt key and a misspelt name; it is silent on what has been reported.
 */
@NullMarked
package io.vrrplab.scenario.read;

import org.jspecify.annotations.NullMarked;
