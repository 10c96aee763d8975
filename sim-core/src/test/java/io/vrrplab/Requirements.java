package io.vrrplab;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The requirements, the excuses and the tests that cite requirements. */
final class Requirements {

  private static final String COMMENT = "#";

  private Requirements() {}

  /** All requirements by id, in the order of the file. */
  static SequencedMap<String, RequirementEntry> all() {
    SequencedMap<String, RequirementEntry> entries = new LinkedHashMap<>();
    for (String[] row : rows("requirements.tsv", 7)) {
      RequirementEntry entry =
          new RequirementEntry(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
      if (entries.put(entry.id(), entry) != null) {
        throw new IllegalStateException(entry.id() + " stands twice among the requirements");
      }
    }
    return entries;
  }

  /** The excuses by requirement, in the order of the file. */
  static SequencedMap<String, Excuse> excuses() {
    SequencedMap<String, Excuse> excuses = new LinkedHashMap<>();
    for (String[] row : rows("excuses.tsv", 3)) {
      if (excuses.put(row[0], new Excuse(Excuse.Status.of(row[1]), row[2])) != null) {
        throw new IllegalStateException(row[0] + " is excused twice");
      }
    }
    return excuses;
  }

  private static List<String[]> rows(String resource, int columns) {
    List<String[]> rows =
        text(resource)
            .lines()
            .filter(line -> !line.startsWith(COMMENT))
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();
    for (String[] row : rows) {
      if (row.length != columns) {
        throw new IllegalStateException(resource + ": not " + columns + " columns: " + row[0]);
      }
    }
    return rows;
  }

  private static String text(String resource) {
    try (InputStream in = Requirements.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the tests that cite each requirement: {@code Class} or {@code Class.method}. */
  static SortedMap<String, SortedSet<String>> tests() {
    SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.vrrplab")) {
      if (type.isAnnotatedWith(Requirement.class)) {
        cite(tests, type.getAnnotationOfType(Requirement.class), type.getSimpleName());
      }
      for (JavaMethod method : type.getMethods()) {
        if (method.isAnnotatedWith(Requirement.class)) {
          String name = type.getSimpleName() + "." + method.getName();
          if (!isTest(method)) {
            throw new IllegalStateException(name + " cites requirements and is no test");
          }
          cite(tests, method.getAnnotationOfType(Requirement.class), name);
        }
      }
    }
    return tests;
  }

  private static void cite(
      SortedMap<String, SortedSet<String>> tests, Requirement cited, String name) {
    for (String id : cited.value()) {
      tests.computeIfAbsent(id, _ -> new TreeSet<>()).add(name);
    }
  }

  private static boolean isTest(JavaMethod method) {
    Set<String> kinds =
        new TreeSet<>(
            method.getAnnotations().stream().map(a -> a.getRawType().getSimpleName()).toList());
    return kinds.contains("Test") || kinds.contains("ParameterizedTest");
  }
}
