import com.google.googlejavaformat.java.GoogleJavaFormatToolProvider;

/**
 * Checks or rewrites the layout of every Java file in the repository, the working directory.
 *
 * <p>Run by the root pom in the verify phase: {@code check} fails and names the files that
 * google-java-format would change, {@code write} changes them.
 */
void main(String[] args) throws IOException {
  boolean write = args[0].equals("write");
  var arguments = new ArrayList<String>();
  arguments.addAll(write ? List.of("-i") : List.of("--dry-run", "--set-exit-if-changed"));
  arguments.addAll(javaFiles());

  int exit =
      new GoogleJavaFormatToolProvider()
          .run(System.out, System.err, arguments.toArray(String[]::new));
  if (exit != 0 && !write) {
    System.err.println("The files above are not formatted. Run .ci/format and commit the result.");
  }
  System.exit(exit);
}

List<String> javaFiles() throws IOException {
  try (Stream<Path> paths = Files.walk(Path.of(""))) {
    return paths
        .filter(path -> path.toString().endsWith(".java"))
        .filter(path -> !StreamSupport.stream(path.spliterator(), false).anyMatch(this::isOutput))
        .map(Path::toString)
        .sorted()
        .toList();
  }
}

boolean isOutput(Path directory) {
  return directory.toString().equals("target");
}
