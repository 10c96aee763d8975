package io.vrrplab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the rooms of the virtual world to what each may know, and to determinism. */
@AnalyzeClasses(packages = "io.vrrplab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule sim = room("sim");
  @ArchTest static final ArchRule wire = room("wire");
  @ArchTest static final ArchRule vrrp = room("vrrp", "wire");
  @ArchTest static final ArchRule track = room("track");
  @ArchTest static final ArchRule lan = room("lan", "sim", "wire", "vrrp", "track");
  @ArchTest static final ArchRule fault = room("fault", "sim", "wire", "vrrp", "track", "lan");
  @ArchTest static final ArchRule measure = room("measure", "sim", "wire", "vrrp", "lan");
  @ArchTest static final ArchRule capture = room("capture", "sim", "wire", "vrrp", "lan");

  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .should()
          .resideInAnyPackage(
              packages("sim", "wire", "vrrp", "track", "lan", "fault", "measure", "capture"));

  @ArchTest
  static final ArchRule worldStandsOnFewLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.vrrplab..",
              "java..",
              "javax.crypto..",
              "org.jspecify..",
              "io.netty.buffer..",
              "io.netty.util..",
              "org.jgrapht..");

  @ArchTest
  static final ArchRule timeIsSimulated =
      noClasses()
          .should()
          .accessTargetWhere(member(type(System.class), "nanoTime|currentTimeMillis"))
          .orShould()
          .accessTargetWhere(member(resideInAPackage("java.time.."), "now"))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Date.class)
          .because("a run must not know when it is run");

  @ArchTest
  static final ArchRule chanceComesFromTheSeed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .accessTargetWhere(member(type(RandomGenerator.class), "of|getDefault"))
          .orShould()
          .accessTargetWhere(member(type(Math.class), "random"))
          .orShould()
          .accessTargetWhere(member(type(UUID.class), "randomUUID"))
          .because("only streams split from the run's seed can be replayed");

  @ArchTest
  static final ArchRule worldHasOneThread =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.util.concurrent..")
                  .and(not(type(TimeUnit.class)))
                  .or(type(Thread.class))
                  .or(type(ThreadLocal.class))
                  .or(type(Timer.class)))
          .orShould()
          .accessTargetWhere(
              member(
                  assignableTo(BaseStream.class).or(assignableTo(Collection.class)),
                  "parallel|parallelStream"))
          .because("a second thread would have a say in the order of events");

  @ArchTest
  static final ArchRule collectionsAreOrdered =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class)
          .orShould()
          .accessTargetWhere(
              member(type(Map.class).or(type(Set.class)), "of|ofEntries|copyOf")
                  .and(not(isEmpty())))
          .orShould()
          .accessTargetWhere(
              member(type(Collectors.class), "to(Unmodifiable)?(Set|Map)|groupingBy")
                  .and(not(choosesItsMap())))
          .orShould()
          .accessTargetWhere(member(type(System.class), "identityHashCode"))
          .because("their order may change from one start of the JVM to the next");

  /** A room that knows itself and {@code known}; one that is still empty keeps the rule. */
  private static ArchRule room(String name, String... known) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(name))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.vrrplab..")
                .and(not(resideInAnyPackage(packages(name))))
                .and(not(resideInAnyPackage(packages(known)))))
        .allowEmptyShould(true)
        .as(
            "room %s knows %s"
                .formatted(name, known.length == 0 ? "no other" : String.join(", ", known)));
  }

  private static String[] packages(String... rooms) {
    return Stream.of(rooms).map("io.vrrplab.%s.."::formatted).toArray(String[]::new);
  }

  /**
   * A call of, or a reference to, a member: {@code System.nanoTime()}, {@code System::nanoTime}.
   */
  private static DescribedPredicate<JavaAccess<?>> member(
      DescribedPredicate<? super JavaClass> owner, String names) {
    return target(owner(owner)).and(target(nameMatching(names)));
  }

  /** {@code groupingBy(…, TreeMap::new, …)} is told which map to fill. */
  private static DescribedPredicate<JavaAccess<?>> choosesItsMap() {
    return describe(
        "choose the map they fill",
        access -> parameters(access).anyMatch(type -> type.isEquivalentTo(Supplier.class)));
  }

  /** {@code Map.of()} has no order to lose. */
  private static DescribedPredicate<JavaAccess<?>> isEmpty() {
    return describe("take nothing", access -> parameters(access).findAny().isEmpty());
  }

  private static Stream<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        ? called.getRawParameterTypes().stream()
        : Stream.empty();
  }
}
