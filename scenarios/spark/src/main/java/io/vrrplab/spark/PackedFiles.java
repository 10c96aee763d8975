package io.vrrplab.spark;

import io.vrrplab.keepalived.syntax.FileTree;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.read.ScenarioReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that reading a scenario asked for: configurations beside it, and what these include. A
 * reader elsewhere finds them here, under the same names.
 */
final class PackedFiles implements Companions, FileTree, Serializable {

  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, byte[]> named = new LinkedHashMap<>();
  private final LinkedHashMap<Include, ArrayList<Hit>> includes = new LinkedHashMap<>();
  private final LinkedHashMap<String, byte[]> included = new LinkedHashMap<>();

  private PackedFiles() {}

  private record Include(String folder, String from, String pattern) implements Serializable {}

  private record Hit(String file, Kind kind) implements Serializable {}

  private static Include include(Path folder, Path from, String pattern) {
    return new Include(folder.toString(), from.toString(), pattern);
  }

  /** Packs up what a reader of the scenario asks for. */
  static PackedFiles of(String label, byte[] content, Companions companions) {
    PackedFiles packed = new PackedFiles();
    new ScenarioReader().readSweep(label, content, packed.new Packer(companions));
    return packed;
  }

  /** Hands on what is asked for, and keeps a copy. */
  private final class Packer implements Companions, FileTree {
    private final Companions from;

    Packer(Companions from) {
      this.from = from;
    }

    @Override
    public byte[] read(String name) throws IOException {
      byte[] content = from.read(name);
      named.put(name, content);
      return content;
    }

    @Override
    public FileTree includes() {
      return this;
    }

    @Override
    public List<Found> matching(Path folder, Path at, String pattern) throws IOException {
      List<Found> found = from.includes().matching(folder, at, pattern);
      ArrayList<Hit> hits = new ArrayList<>();
      found.forEach(each -> hits.add(new Hit(each.file().toString(), each.kind())));
      includes.put(include(folder, at, pattern), hits);
      return found;
    }

    @Override
    public byte[] read(Path file) throws IOException {
      byte[] content = from.includes().read(file);
      included.put(file.toString(), content);
      return content;
    }
  }

  @Override
  public byte[] read(String name) throws NoSuchFileException {
    return present(named.get(name), name);
  }

  @Override
  public FileTree includes() {
    return this;
  }

  @Override
  public List<Found> matching(Path folder, Path from, String pattern) {
    List<Hit> hits = includes.getOrDefault(include(folder, from, pattern), new ArrayList<>());
    return hits.stream().map(hit -> new Found(Path.of(hit.file()), hit.kind())).toList();
  }

  @Override
  public byte[] read(Path file) throws NoSuchFileException {
    return present(included.get(file.toString()), file.toString());
  }

  private static byte[] present(byte @Nullable [] content, String name) throws NoSuchFileException {
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }
}
