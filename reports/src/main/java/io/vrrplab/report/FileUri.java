package io.vrrplab.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Names of files as references of RFC 3986. */
final class FileUri {

  private FileUri() {}

  /** A relative path stays relative, to the root of the repository for a code host. */
  static String of(String file) {
    try {
      String scheme = file.startsWith("/") ? "file" : null;
      return new URI(scheme, scheme == null ? null : "", file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no reference can be made of " + file, e);
    }
  }
}
