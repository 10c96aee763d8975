package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.text.Nearest;
import io.vrrplab.wire.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be run of keepalived.conf files alone: a scenario file is written of them, and read like
 * any other.
 */
public final class StandardDrill {

  private static final String SCENARIO_FILE = "scenario.yaml";
  private static final String SUFFIX = ".conf";
  private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s*include[rmwba]?\\s");

  private final List<Problem> problems = new ArrayList<>();
  private final SequencedMap<String, Source> sources = new LinkedHashMap<>();

  /** A configuration, with the octets of its file. */
  private static final class Source {
    private final String path;
    private final byte[] content;
    private final KeepalivedConfig config;

    Source(String path, byte[] content, KeepalivedConfig config) {
      this.path = path;
      this.content = content;
      this.config = config;
    }

    /** What a file includes is looked for beside it, so such a file stays where it is. */
    boolean staysInPlace() {
      return INCLUDE.matcher(new String(content, StandardCharsets.UTF_8)).find();
    }

    String wholePath() {
      return Path.of(path).toAbsolutePath().normalize().toString();
    }
  }

  /** Each has a client's pings; the scenario of twice as many would be too long to be read. */
  private static final int MAX_INSTANCES = 5000;

  private StandardDrill() {}

  /** What became of it. */
  public sealed interface Draft {

    /**
     * A scenario file.
     *
     * @param text naming the configurations as they were given
     * @param textBesideCopies the same with the configurations beside it, save for those that
     *     include others
     * @param copies the configurations, by the names that they have there
     */
    record Written(String text, String textBesideCopies, SequencedMap<String, byte[]> copies)
        implements Draft {}

    /**
     * None.
     *
     * @param problems the reasons, at least one an error
     */
    record Refused(List<Problem> problems) implements Draft {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads the drill as a scenario, ready to run. */
  public static ReadResult read(List<String> files, List<String> addresses) {
    return switch (draft(files, addresses)) {
      case Draft.Refused(List<Problem> problems) -> new ReadResult.Refused(problems);
      case Draft.Written written ->
          new ScenarioReader()
              .read(
                  SCENARIO_FILE,
                  written.text().getBytes(StandardCharsets.UTF_8),
                  StandardDrill::content);
    };
  }

  private static byte[] content(String name) throws IOException {
    return Companions.beside(Path.of(name)).read(String.valueOf(Path.of(name).getFileName()));
  }

  /**
   * Writes the scenario file.
   *
   * @param files paths of configurations, one a node, at least one
   * @param addresses what nodes have, as {@code name=address}
   */
  public static Draft draft(List<String> files, List<String> addresses) {
    StandardDrill drill = new StandardDrill();
    files.forEach(drill::take);
    SequencedMap<String, List<IpAddress>> said = drill.said(addresses);
    if (drill.problems.stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR)) {
      return new Draft.Refused(drill.problems);
    }
    List<Sketch> sketches = new ArrayList<>();
    SequencedMap<String, String> paths = new LinkedHashMap<>();
    SequencedMap<String, String> names = new LinkedHashMap<>();
    SequencedMap<String, byte[]> copies = new LinkedHashMap<>();
    drill.sources.forEach((node, source) -> {
      sketches.add(sketch(node, source.config));
      paths.put(node, quoted(source.path));
      if (source.staysInPlace()) {
        names.put(node, quoted(source.wholePath()));
      } else {
        names.put(node, node + SUFFIX);
        copies.put(node + SUFFIX, source.content);
      }
    });
    return new Draft.Written(
        Drill.text(sketches, paths, said), Drill.text(sketches, names, said), copies);
  }

  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9._/-]+")
        ? path
        : "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void take(String file) {
    try {
      byte[] content = content(file);
      ConfigFile read = ConfigFile.read(file, content, ReadOptions.PLAIN);
      read.problems().stream()
          .filter(each -> each.severity() == Problem.Severity.ERROR)
          .forEach(problems::add);
      int instances = read.config().instances().size();
      if (instances > MAX_INSTANCES) {
        refuse(
            file,
            "%d instances, and a drill takes up to %d of a file; check reads them all"
                .formatted(instances, MAX_INSTANCES));
        return;
      }
      if (instances > 0
          && read.config().instances().stream().allMatch(Instance::faultsWithoutPeers)) {
        refuse(file, "all its instances stay in FAULT, since they have no peers");
        return;
      }
      nodeName(file, read.config())
          .ifPresent(name -> sources.put(name, new Source(file, content, read.config())));
    } catch (NoSuchFileException _) {
      refuse(file, "no such file");
    } catch (IOException e) {
      refuse(file, "the file cannot be read: " + e.getMessage());
    } catch (InvalidPathException _) {
      refuse(file, "this is not a path that the system's character set can write");
    }
  }

  /** By its file; by its router_id where the files have one and the same name. */
  private Optional<String> nodeName(String file, KeepalivedConfig config) {
    String name = String.valueOf(Path.of(file).getFileName());
    int dot = name.lastIndexOf('.');
    Optional<String> free =
        Stream.concat(
                Stream.of(dot > 0 ? name.substring(0, dot) : name),
                config.globals().routerId().stream())
            .map(each -> each.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", ""))
            .filter(each -> !each.isEmpty() && !sources.containsKey(each))
            .findFirst();
    if (free.isEmpty()) {
      refuse(file, "two nodes would have one name; name the files apart, or give them router_ids");
    }
    return free;
  }

  private SequencedMap<String, List<IpAddress>> said(List<String> addresses) {
    SequencedMap<String, List<IpAddress>> said = new LinkedHashMap<>();
    for (String word : addresses) {
      int equals = word.indexOf('=');
      String node = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0) {
        refuse("--node " + word, "an address is given as NAME=ADDRESS");
      } else if (!sources.containsKey(node)) {
        List<String> known = List.copyOf(sources.sequencedKeySet());
        String hint = Nearest.hint(node, known);
        refuse("--node " + word, "there is no node " + node + hint);
      } else {
        try {
          IpAddress address = IpAddress.parse(word.substring(equals + 1));
          said.computeIfAbsent(node, _ -> new ArrayList<>()).add(address);
        } catch (IllegalArgumentException _) {
          refuse("--node " + word, word.substring(equals + 1) + " is not an address");
        }
      }
    }
    return said;
  }

  private void refuse(String what, String message) {
    problems.add(new Problem(what, 0, 0, Problem.Severity.ERROR, message));
  }

  private static Sketch sketch(String node, KeepalivedConfig config) {
    GlobalDefaults globals = config.globals();
    long startup = Math.max(globals.startupDelay().toNanos(), globals.delayAfterBoot().toNanos());
    List<Instance> instances =
        config.instances().stream().filter(each -> !each.faultsWithoutPeers()).toList();
    return new Sketch(
        node,
        Stream.concat(
                instances.stream().map(instance -> SketchParts.own(instance, startup)),
                instances.stream()
                    .flatMap(instance -> SketchParts.elsewhere(instance, startup).stream()))
            .toList());
  }
}
