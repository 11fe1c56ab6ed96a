#!/usr/bin/env bash
# Packs the release binary of a target, with its checksum beside it, in target/packages. The tag must be the version.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
tag=$2

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
if [[ $tag != "v$version" ]]; then
  echo "::error::the tag is $tag, but Cargo.toml says $version"
  exit 1
fi

packages=target/packages
folder="$packages/$target"
executable=isogloss
if [[ $target == *-windows-* ]]; then
  executable=isogloss.exe
fi
mkdir -p "$folder"
cp "target/$target/release/$executable" README.md LICENSE-APACHE LICENSE-MIT "$folder/"
# What this machine can run must say its version.
if [[ $(rustc -vV) == *"host: ${target%%-*}-"* ]]; then
  "$folder/$executable" --version
fi

archive="isogloss-$target.tar.gz"
tar -czf "$packages/$archive" -C "$folder" "$executable" README.md LICENSE-APACHE LICENSE-MIT
cd "$packages"
if command -v sha256sum >/dev/null; then
  sha256sum "$archive" >"$archive.sha256"
else
  shasum -a 256 "$archive" >"$archive.sha256"
fi
cat "$archive.sha256"
