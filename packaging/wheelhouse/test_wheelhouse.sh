#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs a Linux wheelhouse on a bare Debian with Python and pip, without network, and uses it.
#
# usage: packaging/wheelhouse/test_wheelhouse.sh WHEELHOUSE.zip     as root; needs Xvfb
#   SUITE, BASE  a system made by debootstrap with python3 and python3-pip, kept from run to run;
#                in its folder /debs the packages with the libraries that Qt leaves to the system
#   APT          apt's configuration for that system; this computer's own by default
set -euo pipefail

ZIP=$(realpath "$1")
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
SUITE=${SUITE:-bookworm}
BASE=${BASE:-/var/tmp/followup-tracker-python-$SUITE}
SCREEN=${SCREEN:-88}
RUN=$(mktemp -d /var/tmp/followup-tracker-test-XXXXXX)
PID=

leave() {
  [[ -z $PID ]] || kill "$PID" 2>/dev/null || true
  for place in tmp/.X11-unix dev proc; do
    ! mountpoint -q "$RUN/$place" || umount -R -l "$RUN/$place"
  done
  rm -rf --one-file-system "$RUN"
}
trap leave EXIT
step() { printf '== %s\n' "$*"; }
fail() { printf '   FAILED: %s\n' "$*" >&2; exit 1; }
root() { unshare -n chroot "$RUN" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
nurse() {
  unshare -n chroot --userspec=nurse:nurse "$RUN" env -i HOME=/home/nurse LANG=C.UTF-8 \
    TRACKER_PASSPHRASE="copper lantern drifts over maize" PATH=/home/nurse/.local/bin:/usr/bin:/bin "$@"
}

prepare() { # the only step with a network
  local libraries
  libraries=$(cd "$ROOT" && python3 -c 'import dev
print(*(dev.QT_LIBRARIES | dev.X11_LIBRARIES | dev.FONTS).values())')
  debootstrap --variant=minbase --include=python3,python3-pip "$SUITE" "$BASE"
  rm -rf "$BASE/etc/apt"
  cp -rL "${APT:-/etc/apt}" "$BASE/etc/apt"
  cp -L /etc/resolv.conf /etc/hosts "$BASE/etc/"
  mkdir -p "$BASE/debs/partial"
  chroot "$BASE" apt-get -q update >/dev/null
  # shellcheck disable=SC2086 - names of packages
  chroot "$BASE" apt-get -q install -y --download-only --no-install-recommends \
    -o Dir::Cache::Archives=/debs -o APT::Keep-Downloaded-Packages=true $libraries >/dev/null
  touch "$BASE/prepared"
}
[[ -e $BASE/prepared ]] || prepare
cp -a "$BASE/." "$RUN"
chmod 755 "$RUN"
mount -t proc proc "$RUN/proc"
mount --rbind /dev "$RUN/dev"
mount --make-rslave "$RUN/dev"
root useradd --create-home nurse
python3 -m zipfile -e "$ZIP" "$RUN/home/nurse"
root chown -R nurse:nurse /home/nurse
step "install: $(nurse python3 --version), no network"
nurse sh -c 'sh /home/nurse/followup-tracker-*/install.sh'
step "$(du -sm "$RUN/home/nurse/.local/share/followup-tracker-program" | cut -f1) MB installed"
nurse tracker --profile /home/nurse/clinic init --clinic "Test clinic" --user Admin --accepted-by Admin >/dev/null
nurse tracker --profile /home/nurse/clinic verify
step "commands work"
nurse sh -c 'sh /home/nurse/followup-tracker-*/install.sh' >/dev/null
nurse tracker --profile /home/nurse/clinic verify
step "installed again over it: the records are as they were"
said=$(nurse tracker --selftest /home/nurse/bare 2>&1) && fail "a self-test without Qt's libraries"
grep -q "apt-get install libgl1 .*Nothing was opened or changed" <<<"$said" || fail "it said: $said"
step "without Qt's libraries it says so, and what to install"
root sh -c 'DEBIAN_FRONTEND=noninteractive dpkg -i /debs/*.deb' >"$RUN/dpkg.log" 2>&1 ||
  { tail -n 20 "$RUN/dpkg.log" >&2; fail "dpkg"; }
nurse tracker --selftest /home/nurse/offscreen 2>"$RUN/said.log" ||
  { tail -n 5 "$RUN/said.log" >&2; fail "self-test offscreen"; }
mkdir -p "$RUN/tmp/.X11-unix"
Xvfb ":$SCREEN" -screen 0 1366x768x24 -ac -nolisten tcp >/dev/null 2>&1 &
PID=$!
for _ in $(seq 50); do [[ -S /tmp/.X11-unix/X$SCREEN ]] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$RUN/tmp/.X11-unix"
nurse env DISPLAY=":$SCREEN" tracker --selftest /home/nurse/xcb 2>"$RUN/said.log" | tee "$RUN/xcb.log"
grep -q 'selftest ok: .* on xcb' "$RUN/xcb.log" ||
  { tail -n 5 "$RUN/said.log" >&2; fail "self-test under X11"; }
step "passed in $SECONDS s"
