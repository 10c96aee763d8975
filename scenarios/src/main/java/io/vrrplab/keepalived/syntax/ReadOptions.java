package io.vrrplab.keepalived.syntax;

import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What keepalived would know besides the file.
 *
 * @param version decides which keywords there are
 * @param configId what {@code @id} lines are held against, keepalived's option -i; null where not
 *     known: then no such line is for this node
 * @param environment what {@code ${_ENV NAME}} sees, by name
 * @param seed of {@code ${_RANDOM}}
 * @param files where includes are looked for
 */
public record ReadOptions(
    KeepalivedVersion version,
    @Nullable String configId,
    Map<String, String> environment,
    long seed,
    FileTree files) {

  /** Version 2.2, no config-id, nothing in the environment. */
  public static final ReadOptions PLAIN =
      new ReadOptions(KeepalivedVersion.DEFAULT, null, Map.of(), 1, FileTree.DISK);

  /** The same for another version. */
  public ReadOptions with(KeepalivedVersion other) {
    return new ReadOptions(other, configId, environment, seed, files);
  }

  /** The same with another config-id. */
  public ReadOptions withConfigId(String id) {
    return new ReadOptions(version, id, environment, seed, files);
  }

  /** The same with includes looked for elsewhere. */
  public ReadOptions withFiles(FileTree other) {
    return new ReadOptions(version, configId, environment, seed, other);
  }
}
