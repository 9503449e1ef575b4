#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs or upgrades Follow-up Tracker from this folder, without a network. Run as root.
# Only what this system lacks is taken from the folder; nothing newer is replaced.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
fail() { echo "$1 Nothing was installed." >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "Please run as root: sudo sh $0."
command -v apt-get >/dev/null || fail "This is no Debian or Ubuntu: apt-get is missing."
(cd "$here" && sha256sum --quiet --check SHA256SUMS) ||
  fail "A file of this folder is damaged. Copy it again."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache"
ln -s "$here/debs" "$work/debs"
echo "deb [trusted=yes] file:$work/debs ./" > "$work/sources.list" # SHA256SUMS was checked above
apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -q -o Dir::Etc::SourceList="$work/sources.list" \
    -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$work/lists" \
    -o Dir::Cache::PkgCache="$work/cache/packages" -o Dir::Cache::SrcPkgCache="$work/cache/sources" \
    -o APT::Sandbox::User=root "$@"
}
apt update >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "The list of packages cannot be read."; }
apt install -y followup-tracker || fail "apt-get refused; its words are above."
echo "Follow-up Tracker is installed. Try it as the user who will work with it:"
echo "  tracker --selftest /tmp/tracker-selftest"
