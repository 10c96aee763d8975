package io.vrrplab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code PROTOCOL.md}: where the engine stands on each requirement. */
record ProtocolPage(
    Map<String, RequirementEntry> requirements,
    Map<String, Excuse> excuses,
    SortedMap<String, SortedSet<String>> tests) {

  /** What {@code mvn} has to be told to write the page anew. */
  static final String RENEWAL = "mvn test -pl sim-core -Dtest=RequirementsTest -Drenew=true";

  private static final String IMPLEMENTED = "implemented";

  /** The whole page. */
  String text() {
    StringBuilder page = new StringBuilder(head());
    Map<String, List<RequirementEntry>> areas =
        requirements.values().stream()
            .collect(
                Collectors.groupingBy(
                    RequirementEntry::area, LinkedHashMap::new, Collectors.toList()));
    appendSummary(page, areas);
    areas.forEach((area, entries) -> appendArea(page, area, entries));
    return page.toString();
  }

  private void appendSummary(StringBuilder page, Map<String, List<RequirementEntry>> areas) {
    page.append("| area | requirements | implemented | not applicable | not implemented |\n");
    page.append("| --- | ---: | ---: | ---: | ---: |\n");
    areas.forEach((area, entries) -> appendCounts(page, area, entries));
    appendCounts(page, "all", List.copyOf(requirements.values()));
  }

  private void appendCounts(StringBuilder page, String name, List<RequirementEntry> entries) {
    page.append(
        "| %s | %d | %d | %d | %d |\n"
            .formatted(
                name,
                entries.size(),
                count(entries, IMPLEMENTED),
                count(entries, Excuse.Status.NOT_APPLICABLE.words()),
                count(entries, Excuse.Status.NOT_IMPLEMENTED.words())));
  }

  private long count(List<RequirementEntry> entries, String status) {
    return entries.stream().filter(entry -> status(entry).equals(status)).count();
  }

  private String status(RequirementEntry entry) {
    Excuse excuse = excuses.get(entry.id());
    return excuse == null ? IMPLEMENTED : excuse.status().words();
  }

  private void appendArea(StringBuilder page, String area, List<RequirementEntry> entries) {
    page.append("\n## %s\n\n".formatted(heading(area)));
    page.append("| requirement | what it asks | level | clauses | status | tests or reason |\n");
    page.append("| --- | --- | --- | --- | --- | --- |\n");
    for (RequirementEntry entry : entries) {
      page.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  entry.id(),
                  entry.title(),
                  entry.level(),
                  entry.clauses(),
                  status(entry),
                  evidence(entry)));
    }
  }

  private String evidence(RequirementEntry entry) {
    Excuse excuse = excuses.get(entry.id());
    return excuse == null
        ? String.join(", ", tests.getOrDefault(entry.id(), new TreeSet<>()))
        : excuse.reason();
  }

  private static String heading(String area) {
    return switch (area) {
      case "tx" -> "Sending";
      case "rx" -> "Receiving";
      case "arp-nd" -> "ARP and neighbour discovery";
      case "mac" -> "Virtual MACs and other links than Ethernet";
      default ->
          area.substring(0, 1).toUpperCase(Locale.ROOT) + area.substring(1).replace('-', ' ');
    };
  }

  private static String head() {
    return """
    # Where the engine stands on the RFCs

    Each requirement of RFC 3768 (VRRPv2), RFC 5798 (VRRPv3) and RFC 9568 (VRRPv3; obsoletes 5798,
    with its verified errata) is shown by tests, or it stands here why not. The words are ours; the
    RFCs are the authority. Requirements that exclude each other are met by different profiles.

    This page is generated, and the build fails where it is not up to date. To renew it:

    ```
    %s
    ```

    """
        .formatted(RENEWAL);
  }
}
