/**
 * Prints one line of coverage for a module, summed over the classes in JaCoCo's CSV report.
 *
 * <p>Arguments: the module's name and the report. A module without tests has no report and gets no
 * line.
 */
void main(String[] args) throws IOException {
  Path report = Path.of(args[1]);
  if (!Files.exists(report)) {
    return;
  }
  List<String> lines = Files.readAllLines(report);
  List<String> columns = List.of(lines.getFirst().split(","));
  List<String[]> classes = lines.stream().skip(1).map(line -> line.split(",")).toList();
  IO.println(
      "coverage of %s: %s, %s"
          .formatted(
              args[0], figure(columns, classes, "LINE"), figure(columns, classes, "BRANCH")));
}

String figure(List<String> columns, List<String[]> classes, String counter) {
  long missed = sum(classes, columns.indexOf(counter + "_MISSED"));
  long covered = sum(classes, columns.indexOf(counter + "_COVERED"));
  long total = missed + covered;
  String name = counter.toLowerCase(Locale.ROOT);
  return total == 0
      ? "no %s".formatted(name)
      : "%s %.1f %% (%d of %d)".formatted(name, 100.0 * covered / total, covered, total);
}

long sum(List<String[]> classes, int column) {
  return classes.stream().mapToLong(fields -> Long.parseLong(fields[column])).sum();
}
