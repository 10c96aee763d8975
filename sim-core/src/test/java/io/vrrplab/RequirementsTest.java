package io.vrrplab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Every requirement of the RFCs is met by a test or excused, and the page says the truth. */
class RequirementsTest {

  private static final Path PAGE = Path.of("PROTOCOL.md");

  private final Map<String, RequirementEntry> requirements = Requirements.all();
  private final Map<String, Excuse> excuses = Requirements.excuses();
  private final SortedMap<String, SortedSet<String>> tests = Requirements.tests();

  @Test
  void shouldKnowAllRequirements() {
    assertThat(requirements).hasSize(272);
    assertThat(requirements.values())
        .allSatisfy(entry -> {
          assertThat(entry.id()).matches("VRRP(-[A-Z0-9]+)+");
          assertThat(entry.clauses()).matches("RFC \\d+ .+");
          assertThat(entry.title()).isNotBlank();
          assertThat(entry.level())
              .isIn("MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY", "stated");
        });
  }

  @Test
  void shouldShowOrExcuseEveryRequirement() {
    List<String> forgotten =
        requirements.keySet().stream()
            .filter(id -> !tests.containsKey(id) && !excuses.containsKey(id))
            .toList();

    assertThat(forgotten).as("requirements that no test cites and nothing excuses").isEmpty();
  }

  @Test
  void shouldCiteAndExcuseNoOtherThanKnownRequirements() {
    Set<String> known = requirements.keySet();

    assertThat(known).as("cited by tests").containsAll(tests.keySet());
    assertThat(known).as("excused").containsAll(excuses.keySet());
  }

  @Test
  void shouldNotExcuseWhatATestShows() {
    assertThat(excuses.keySet()).doesNotContainAnyElementsOf(tests.keySet());
    assertThat(excuses.values()).allSatisfy(excuse -> assertThat(excuse.reason()).isNotBlank());
  }

  @Test
  void shouldPublishThePageThatWouldBeGenerated() throws IOException {
    String page = new ProtocolPage(requirements, excuses, tests).text();
    if (Boolean.getBoolean("renew")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("renew it by %s", ProtocolPage.RENEWAL).content().isEqualTo(page);
  }
}
