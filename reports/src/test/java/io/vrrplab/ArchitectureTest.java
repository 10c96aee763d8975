package io.vrrplab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Holds the floors of the house: each knows those beneath it and none above. It stands here because
 * this module sees all the others; the rooms of the lowest floor have a test of their own there.
 */
@AnalyzeClasses(packages = "io.vrrplab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] WORLD =
      packages("sim", "wire", "vrrp", "track", "lan", "fault", "measure", "capture");
  private static final String[] STORIES = packages("scenario", "keepalived", "campaign");
  private static final String[] CONFORMANCE = packages("conformance");
  private static final String[] REPORTS = packages("report", "cli");
  private static final String[] BENCHMARKS = packages("benchmark");

  @ArchTest static final ArchRule world = floor(WORLD);
  @ArchTest static final ArchRule stories = floor(STORIES, WORLD);
  @ArchTest static final ArchRule conformance = floor(CONFORMANCE, WORLD);
  @ArchTest static final ArchRule reports = floor(REPORTS, WORLD, STORIES, CONFORMANCE);
  @ArchTest static final ArchRule benchmarks = floor(BENCHMARKS, WORLD, STORIES, CONFORMANCE);

  @ArchTest
  static final ArchRule everyClassHasAFloor =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.of(WORLD, STORIES, CONFORMANCE, REPORTS, BENCHMARKS)
                  .flatMap(Stream::of)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule roomsDoNotNeedEachOtherInACircle =
      slices().matching("io.vrrplab.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule storiesReplay =
      noClasses()
          .that()
          .resideInAnyPackage(STORIES)
          .should()
          .accessTargetWhere(
              target(owner(type(System.class)))
                  .and(target(nameMatching("nanoTime|currentTimeMillis|identityHashCode"))))
          .orShould()
          .accessTargetWhere(
              target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now"))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .allowEmptyShould(true)
          .because("the same file and seed must give the same bytes at any time of day");

  /** A floor that knows itself and those beneath; one that is still empty keeps the rule. */
  private static ArchRule floor(String[] packages, String[]... beneath) {
    String[] known =
        Stream.concat(Stream.of(packages), Stream.of(beneath).flatMap(Stream::of))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(resideInAPackage("io.vrrplab..").and(not(resideInAnyPackage(known))))
        .allowEmptyShould(true);
  }

  private static String[] packages(String... rooms) {
    return Stream.of(rooms).map("io.vrrplab.%s.."::formatted).toArray(String[]::new);
  }
}
