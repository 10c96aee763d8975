# Sourced by the scripts of this module: finds a JDK 25 or newer, builds the jar of the benchmarks.
# Sets JAVA.

is_fit() {
  [[ -x $1/bin/java ]] && grep -qsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release"
}

find_java() {
  local jdk
  for jdk in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/*; do
    if is_fit "$jdk"; then
      JAVA=$jdk/bin/java
      return
    fi
  done
  echo "benchmarks: need a JDK 25 or newer: install one under /usr/lib/jvm or set JAVA25_HOME" >&2
  exit 2
}

build_benchmarks() {
  (cd "$(dirname "${BASH_SOURCE[0]}")/.." &&
    mvn -q -B -ntp -Dmaven.test.skip -Djacoco.skip -pl benchmarks -am package >&2)
}

find_java
