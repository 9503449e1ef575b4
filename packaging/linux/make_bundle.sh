#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Packs a .deb with every system package that a minimal Debian lacks for it, checksums and an
# install script: what goes onto the USB stick.
#
# usage: packaging/linux/make_bundle.sh DEB [DIST]     as root; needs a Debian mirror
#   SUITE  Debian's name of the oldest system to install on; bookworm by default
#   BASE   a minimal system made by debootstrap, kept from run to run
#   APT    apt's configuration for that system; this computer's own by default
# Needs: debootstrap, dpkg-dev.
set -euo pipefail

DEB=$(realpath "$1")
DIST=$(realpath "${2:-$(dirname "$DEB")}")
SUITE=${SUITE:-bookworm}
BASE=${BASE:-/var/tmp/followup-tracker-$SUITE}
FILES=$(cd "$(dirname "$0")/files" && pwd)
NAME=$(basename "$DEB" .deb)-offline
WORK=$(mktemp -d)
trap 'rm -rf --one-file-system "$WORK"' EXIT

[[ -d $BASE/usr ]] || debootstrap --variant=minbase "$SUITE" "$BASE"
ROOTFS=$WORK/system
OUT=$WORK/$NAME
mkdir -p "$OUT/debs"
cp -a "$BASE" "$ROOTFS"
rm -rf "$ROOTFS/etc/apt"
cp -rL "${APT:-/etc/apt}" "$ROOTFS/etc/apt"
cp -L /etc/resolv.conf /etc/hosts "$ROOTFS/etc/"
mkdir -p "$ROOTFS/debs/partial"
cp "$DEB" "$ROOTFS/tmp/followup-tracker.deb"
inside() { chroot "$ROOTFS" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
inside apt-get -q update >/dev/null
inside apt-get -q install -y --download-only --no-install-recommends -o Dir::Cache::Archives=/debs \
  -o APT::Keep-Downloaded-Packages=true /tmp/followup-tracker.deb fonts-noto-core fonts-noto-cjk >/dev/null
cp "$ROOTFS"/debs/*.deb "$DEB" "$OUT/debs/"

install -m 755 "$FILES/install.sh" "$OUT/install.sh"
(cd "$OUT/debs" && dpkg-scanpackages --multiversion . 2>/dev/null >Packages)
(cd "$OUT" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
tar -C "$WORK" --sort=name --owner=0 --group=0 --numeric-owner -c "$NAME" |
  xz -0 -T0 >"$DIST/$NAME.tar.xz" # the packages inside are compressed already
(cd "$DIST" && sha256sum "$NAME.tar.xz" | tee "$NAME.tar.xz.sha256")
printf '%s: %s packages, %s MB\n' "$DIST/$NAME.tar.xz" "$(find "$OUT/debs" -name '*.deb' | wc -l)" \
  "$(($(stat -c %s "$DIST/$NAME.tar.xz") / 1000000))"
