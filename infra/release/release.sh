#!/usr/bin/env bash
# Makes everything a release consists of, in artifacts/release: bash infra/release/release.sh [part …]
# Parts: version, test, service, image, teams, sbom, notes, checksums. Without any, all of them in this order.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=artifacts/release
platforms=(linux-x64 linux-arm64 win-x64)
mkdir -p "$out"

# Written in one place; the tests compare the Teams package and the changelog with it.
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
say() { echo "── $*"; }

# The same files give the same archive: sorted, without owners, and dated by the commit.
pack() {
  local epoch
  epoch=$(git log -1 --format=%ct 2>/dev/null || echo 0)
  tar -C "$1" --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner -cf - . | gzip -9 -n > "$out/teamsconnectbot-$version-$2.tar.gz"
}

# A tag (TAG) must be the version it releases, and the changelog must give that version a date.
part_version() { node infra/release/notes.mjs --check ${TAG:+--tag "$TAG"}; }

part_test() { CI=true bash .ci/run; }

# Without a runtime of its own: the machine needs ASP.NET Core 10.
part_service() {
  for platform in "${platforms[@]}"; do
    local folder="artifacts/publish/$platform"
    rm -rf "$folder"
    dotnet publish src/TeamsConnectBot -c Release -r "$platform" --self-contained false -o "$folder" --nologo -v quiet
    pack "$folder" "$platform"
  done
}

# One archive for `docker load` or `podman load`. Needs the registry of the base image (mcr.microsoft.com), but no Docker.
part_image() {
  dotnet publish src/TeamsConnectBot -c Release -r linux-x64 --self-contained false --nologo -v quiet /t:PublishContainer \
    -p:ContainerImageTag="$version" -p:ContainerArchiveOutputPath="$PWD/$out/teamsconnectbot-$version-image.tar.gz"
}

# What `node manifest/package.mjs` needs, to fill in an organisation's own names. Needs Node, and no npm package.
part_teams() {
  local folder=artifacts/publish/teams
  rm -rf "$folder" && mkdir -p "$folder/icons"
  cp manifest/{package,fill,zip,clouds,versions}.mjs manifest/{manifest,en,nl}.json manifest/{color,outline}.png "$folder"
  cp manifest/icons/png.mjs "$folder/icons"
  pack "$folder" teams-package
}

# The restore makes the list of packages that the SBOM is written from.
part_sbom() {
  dotnet restore src/TeamsConnectBot --nologo -v quiet
  node infra/sbom.mjs --out "$out/teamsconnectbot-$version-sbom.cdx.json"
}

part_notes() { node infra/release/notes.mjs > "$out/release-notes.md"; }

# To be checked with: sha256sum --check SHA256SUMS
part_checksums() {
  (cd "$out" && find . -maxdepth 1 -name "teamsconnectbot-$version-*" -printf '%f\n' | sort | xargs sha256sum > SHA256SUMS)
  cat "$out/SHA256SUMS"
}

for part in "${@:-all}"; do
  case "$part" in
    all) set -- version test service image teams sbom notes checksums ;;
    version | test | service | image | teams | sbom | notes | checksums) ;;
    *)
      echo "There is no part '$part'. Parts: version, test, service, image, teams, sbom, notes, checksums." >&2
      exit 2
      ;;
  esac
done
for part in "$@"; do
  say "$part of TeamsConnectBot $version"
  "part_$part"
done
