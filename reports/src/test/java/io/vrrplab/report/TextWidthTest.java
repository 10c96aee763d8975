package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {

  @Test
  void shouldCountColumnsAsATerminalDoes() {
    assertThat(TextWidth.of("m1 → m3 ✓")).isEqualTo(9);
    assertThat(TextWidth.of("東京")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("😀")).isEqualTo(2);
  }

  @Test
  void shouldBreakAtSpacesAndKeepLongWordsWhole() {
    assertThat(TextWidth.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(TextWidth.wrap("incomprehensible it is", 5))
        .containsExactly("incomprehensible", "it is");
    assertThat(TextWidth.wrap("", 5)).containsExactly("");
  }
}
