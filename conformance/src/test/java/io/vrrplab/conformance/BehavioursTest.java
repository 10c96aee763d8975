package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each behaviour has cases or a reason, each case shows a behaviour, and the page says so. */
class BehavioursTest {

  private static final Path PAGE = Path.of("BEHAVIOURS.md");
  private static final String RENEWAL =
      "mvn test -pl conformance -am -Dtest=BehavioursTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Drenew=true";

  /** Extensions and matters of the platform. */
  private static final List<String> OUT_OF_SCOPE =
      List.of("A20", "C23", "F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23");

  /** An owner is never Backup. */
  private static final String OF_OWNERS = "E11";

  private static final List<Behaviour> BEHAVIOURS = Behaviour.all();

  private static Stream<String> codes(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number);
  }

  @Test
  void shouldHaveARowForEachBehaviour() {
    List<String> codes =
        Stream.of(
                codes("A", 20),
                codes("B", 8),
                codes("C", 23),
                codes("D", 28),
                codes("E", 26),
                codes("F", 26))
            .flatMap(each -> each)
            .toList();

    assertThat(BEHAVIOURS).extracting(Behaviour::code).isEqualTo(codes).hasSize(131);
  }

  @Test
  void shouldTestWhatTheProtocolAsksFor() {
    assertThat(BEHAVIOURS)
        .filteredOn(behaviour -> behaviour.cases().isEmpty())
        .allSatisfy(behaviour -> assertThat(behaviour.reason()).isNotBlank())
        .extracting(Behaviour::code)
        .isEqualTo(OUT_OF_SCOPE);
  }

  @Test
  void shouldNameCasesThatThereAre() {
    List<String> idle = new ArrayList<>();
    for (Behaviour behaviour : BEHAVIOURS) {
      behaviour.cases().stream()
          .filter(glob -> Suite.canonical().cases().stream().noneMatch(glob::matches))
          .forEach(glob -> idle.add(behaviour.code() + " " + glob.text()));
    }

    assertThat(idle).isEmpty();
  }

  /** What is refused is crossed with the states, since a Backup and a Master differ in what for. */
  @Test
  void shouldTestWhatIsReceivedInBothStates() {
    List<String> crossed = codes("E", 19).filter(code -> !code.equals(OF_OWNERS)).toList();
    for (Behaviour behaviour : BEHAVIOURS) {
      if (!crossed.contains(behaviour.code())) {
        continue;
      }
      assertThat(Suite.canonical().cases().stream().filter(behaviour::isTestedBy))
          .as(behaviour.code())
          .extracting(ConformanceCase::id)
          .anyMatch(id -> id.endsWith("/backup"))
          .anyMatch(id -> id.endsWith("/master"));
    }
  }

  @Test
  void shouldPublishThePageThatWouldBeGenerated() throws IOException {
    String page = page();
    if (Boolean.getBoolean("renew")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("renew it by %s", RENEWAL).content().isEqualTo(page);
  }

  private static String page() {
    long tested = BEHAVIOURS.stream().filter(each -> !each.cases().isEmpty()).count();
    return """
    # Behaviours

    What known test suites look at in an implementation of VRRP, and what they forget: %d
    behaviours, and the cases that test %d of them. Why a case exists is said by
    `./vrrplab conformance explain CASE`.

    This page is made of `src/test/resources/io/vrrplab/conformance/behaviours.txt`, and the
    build fails where it is not up to date. To renew it:

    ```
    %s
    ```
    """
            .formatted(BEHAVIOURS.size(), tested, RENEWAL)
        + sections();
  }

  private static String sections() {
    StringBuilder text = new StringBuilder();
    String letter = "";
    for (Behaviour behaviour : BEHAVIOURS) {
      if (!behaviour.code().startsWith(letter) || letter.isEmpty()) {
        letter = behaviour.code().substring(0, 1);
        text.append(
            "\n## %s. %s\n\n| | A device | tested by |\n| --- | --- | --- |\n"
                .formatted(letter, title(letter)));
      }
      text.append(
          "| %s | %s | %s |\n".formatted(behaviour.code(), behaviour.words(), evidence(behaviour)));
    }
    return text.toString();
  }

  private static String title(String letter) {
    return switch (letter.toUpperCase(Locale.ROOT)) {
      case "A" -> "Adverts that it sends";
      case "B" -> "In Initialize";
      case "C" -> "As Backup";
      case "D" -> "As Master";
      case "E" -> "Adverts that it receives";
      case "F" -> "Among several routers, and with its operator";
      default -> throw new IllegalArgumentException("no letter of a behaviour: " + letter);
    };
  }

  private static String evidence(Behaviour behaviour) {
    return behaviour.cases().isEmpty()
        ? "*" + behaviour.reason() + "*"
        : behaviour.cases().stream()
            .map(glob -> "`" + glob.text() + "`")
            .collect(Collectors.joining(", "));
  }
}
