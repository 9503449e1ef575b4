#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs a Linux wheelhouse on a bare Debian with Python and pip, without network, and uses it.
#
# usage: packaging/wheelhouse/test_wheelhouse.sh WHEELHOUSE.zip [DEBS]     as root
#   DEBS         the folder debs of the offline bundle: Qt's system libraries, for the self-test
#   SUITE, BASE  a system made by debootstrap with python3 and python3-pip, kept from run to run
set -euo pipefail

ZIP=$(realpath "$1")
DEBS=${2:+$(realpath "$2")}
SUITE=${SUITE:-bookworm}
BASE=${BASE:-/var/tmp/followup-tracker-python-$SUITE}
RUN=$(mktemp -d /var/tmp/followup-tracker-test-XXXXXX)
leave() {
  for place in dev proc; do ! mountpoint -q "$RUN/$place" || umount -R -l "$RUN/$place"; done
  rm -rf --one-file-system "$RUN"
}
trap leave EXIT
step() { printf '== %s\n' "$*"; }
root() { unshare -n chroot "$RUN" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
nurse() {
  unshare -n chroot --userspec=nurse:nurse "$RUN" env -i HOME=/home/nurse LANG=C.UTF-8 \
    TRACKER_PASSPHRASE="copper lantern drifts over maize" PATH=/home/nurse/.local/bin:/usr/bin:/bin "$@"
}

[[ -d $BASE/usr ]] || debootstrap --variant=minbase --include=python3,python3-pip "$SUITE" "$BASE"
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
nurse tracker --profile /home/nurse/clinic init --clinic "Test clinic" --user Admin >/dev/null
nurse tracker --profile /home/nurse/clinic verify
step "commands work"
nurse sh -c 'sh /home/nurse/followup-tracker-*/install.sh' >/dev/null
nurse tracker --profile /home/nurse/clinic verify
step "installed again over it: the records are as they were"
if [[ -n $DEBS ]]; then
  mkdir "$RUN/debs"
  cp "$DEBS"/*.deb "$RUN/debs/"
  rm -f "$RUN"/debs/followup-tracker_*.deb
  root sh -c 'DEBIAN_FRONTEND=noninteractive dpkg -i /debs/*.deb' >"$RUN/dpkg.log" 2>&1 ||
    { tail -n 20 "$RUN/dpkg.log" >&2; exit 1; }
  nurse tracker --selftest /home/nurse/selftest 2>/dev/null
fi
step "passed in $SECONDS s"
