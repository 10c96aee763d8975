package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void shouldReplaceWhatWouldSteerTheTerminal() {
    assertThat(Printable.of("a\tb\u001b[2Jc\u202ed\ne")).isEqualTo("a b\uFFFD[2Jc\uFFFDd e");
    assertThat(Printable.of("plain → ✓ 東京")).isEqualTo("plain → ✓ 東京");
  }
}
