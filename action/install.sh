#!/usr/bin/env bash
# Downloads a released isogloss for this runner and refuses it if it is not what its checksum says.
#
# Reads ISOGLOSS_VERSION (may be empty), ISOGLOSS_REPOSITORY, ISOGLOSS_REF (what the action was named at; may be empty)
# and what every runner sets.
set -euo pipefail

fail() {
  echo "::error title=isogloss::$1"
  exit 2
}

case "$RUNNER_OS-$RUNNER_ARCH" in
  Linux-X64) target=x86_64-unknown-linux-musl ;;
  Linux-ARM64) target=aarch64-unknown-linux-musl ;;
  macOS-X64) target=x86_64-apple-darwin ;;
  macOS-ARM64) target=aarch64-apple-darwin ;;
  # Windows on ARM runs programs for x64.
  Windows-X64 | Windows-ARM64) target=x86_64-pc-windows-msvc ;;
  *) fail "there is no binary for $RUNNER_OS on $RUNNER_ARCH: build one and name it as 'executable'" ;;
esac

# The action and the binary belong together, so what the action was named at decides, if that is a release.
version=$ISOGLOSS_VERSION
if [[ -z $version && $ISOGLOSS_REF =~ ^v[0-9]+\.[0-9]+\.[0-9]+ ]]; then
  version=$ISOGLOSS_REF
fi
releases="$GITHUB_SERVER_URL/$ISOGLOSS_REPOSITORY/releases"
case "$version" in
  '' | latest) from="$releases/latest/download" ;;
  v*) from="$releases/download/$version" ;;
  *) from="$releases/download/v$version" ;;
esac

folder="$RUNNER_TEMP/isogloss"
archive="isogloss-$target.tar.gz"
mkdir -p "$folder"
cd "$folder"
for file in "$archive" "$archive.sha256"; do
  curl --fail --silent --show-error --location --retry 3 --output "$file" "$from/$file" ||
    fail "cannot download $from/$file"
done

expected=$(cut -d ' ' -f 1 "$archive.sha256")
if command -v sha256sum >/dev/null; then
  actual=$(sha256sum "$archive")
else
  actual=$(shasum -a 256 "$archive")
fi
if [[ -z $expected || ${actual%% *} != "$expected" ]]; then
  fail "$from/$archive is not what its checksum says"
fi

tar -xzf "$archive"
executable=isogloss
if [[ $RUNNER_OS == Windows ]]; then
  executable=isogloss.exe
fi
"./$executable" --version
echo "executable=$folder/$executable" >>"$GITHUB_OUTPUT"
# Later steps of the job may want it too.
echo "$folder" >>"$GITHUB_PATH"
