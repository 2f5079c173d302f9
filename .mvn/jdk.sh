# Sourced by mvnw: sees to it that JAVA_HOME names a JDK of at least $JDK_MIN, whatever the machine offers first.

jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

jdk_fits() {
  jdk_found_major=$(jdk_major "$1") || return 1
  [ -n "$jdk_found_major" ] && [ "$jdk_found_major" -ge "$JDK_MIN" ]
}

jdk_of_path() {
  jdk_javac=$(command -v javac 2>/dev/null) || return 1
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null || printf '%s' "$jdk_javac")
  dirname "$(dirname "$jdk_javac")"
}

if ! jdk_fits "${JAVA_HOME:-/nonexistent}"; then
  jdk_best=
  jdk_best_major=
  for jdk_home in "$(jdk_of_path || :)" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/*jdk* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_fits "$jdk_home"; then
      # The lowest version that fits: the one this project is tried with.
      if [ -z "$jdk_best_major" ] || [ "$jdk_found_major" -lt "$jdk_best_major" ]; then
        jdk_best=$jdk_home
        jdk_best_major=$jdk_found_major
      fi
    fi
  done
  if [ -z "$jdk_best" ]; then
    echo "mvnw: no JDK $JDK_MIN or newer found; install one (Debian: apt-get install openjdk-$JDK_MIN-jdk, or Temurin $JDK_MIN from adoptium.net) or point JAVA_HOME at it" >&2
    exit 1
  fi
  JAVA_HOME=$jdk_best
  export JAVA_HOME
fi
