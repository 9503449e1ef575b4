#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs the offline bundle on a fresh minimal Debian without network and without Python, does
# there what a clinic does, and takes it away again. Every line of the log is a check that passed.
#
# usage: packaging/linux/test_deb.sh BUNDLE.tar.xz     as root; needs debootstrap and Xvfb
#   SUITE, BASE   as for make_bundle.sh
#   KEEP          a folder that receives the pictures and the PDF
set -euo pipefail

BUNDLE=$(realpath "$1")
SUITE=${SUITE:-bookworm}
BASE=${BASE:-/var/tmp/followup-tracker-$SUITE}
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
HERE=$ROOT/packaging/linux
OPT=/opt/followup-tracker
SCREEN=${SCREEN:-87}
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
ok() { printf '   ok: %s\n' "$*"; }
fail() { printf '   FAILED: %s\n' "$*" >&2; exit 1; }
# a network of its own: not even the loopback of this computer is reachable
root() { unshare -n chroot "$RUN" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
nurse() {
  unshare -n chroot --userspec=nurse:nurse "$RUN" env -i HOME=/home/nurse LANG=C.UTF-8 \
    PATH=/usr/bin:/bin "${SETTINGS[@]}" "$@"
}
SETTINGS=(A=)
sums() { (cd "$RUN/home/nurse/clinic" && find . -type f ! -name tracker.lock -exec sha256sum {} + | sort); }
version() { root dpkg-query -W -f '${Version}' followup-tracker; }

step "a fresh minimal Debian ($SUITE)"
[[ -d $BASE/usr ]] || debootstrap --variant=minbase "$SUITE" "$BASE"
cp -a "$BASE/." "$RUN"
mount -t proc proc "$RUN/proc"
mount --rbind /dev "$RUN/dev"
mount --make-rslave "$RUN/dev"
mkdir -p "$RUN/tmp/.X11-unix" "$RUN/media/stick"
chmod 755 "$RUN"
chmod 1777 "$RUN/tmp"
root useradd --create-home nurse
! root sh -c 'command -v python3 || command -v python' || fail "there is a Python"
ok "no Python; $(root dpkg -l | grep -c ^ii) packages; $(root ldd --version | head -n 1)"
! root sh -c 'exec 3<>/dev/tcp/192.0.2.1/80' 2>/dev/null || fail "there is a network"
root sh -c 'test "$(ls /sys/class/net 2>/dev/null | grep -v lo)" = ""' || fail "there is a network"
ok "no network"

step "install from the bundle"
tar -xf "$BUNDLE" -C "$RUN/media/stick"
STICK=/media/stick/$(ls "$RUN/media/stick")
began=$SECONDS
root sh "$STICK/install.sh" >"$RUN/tmp/install.log" 2>&1 || { cat "$RUN/tmp/install.log"; fail install.sh; }
ok "installed version $(version) in $((SECONDS - began)) s: $(du -sm "$RUN$OPT" | cut -f1) MB in $OPT"
lost=$(root sh -c "find $OPT -type f \( -name '*.so*' -o -name tracker \) -exec env LD_LIBRARY_PATH=$OPT/_internal ldd {} + 2>/dev/null | grep 'not found' | sort -u" || true)
[[ -z $lost ]] || fail "libraries that are nowhere: $lost"
ok "ldd: every library is found"
[[ -z $(find "$RUN/etc" "$RUN/home" -name "followup-tracker-reminder*") ]] || fail "the reminder was enabled"
ok "the reminder unit is there and off"
for file in /usr/share/applications/followup-tracker.desktop /usr/share/metainfo/followup-tracker.metainfo.xml \
  /usr/share/man/man1/tracker.1.gz $OPT/THIRD_PARTY.txt /usr/share/icons/hicolor/scalable/apps/followup-tracker.svg; do
  root test -s "$file" || fail "$file is missing or empty"
done
ok "menu entry, AppStream data, icon, man page, licences ($(grep -cxE '={88}' "$RUN$OPT/THIRD_PARTY.txt" | awk '{print $1/2}') works)"

step "self-test without a screen"
nurse tracker --selftest /home/nurse/offscreen 2>/dev/null | sed 's/^/   /'
[[ ${PIPESTATUS[0]} == 0 ]] || fail "selftest offscreen"
[[ $(head -c 5 "$RUN/home/nurse/offscreen/summary.pdf") == %PDF- ]] || fail "no PDF"
ok "PDF of $(stat -c %s "$RUN/home/nurse/offscreen/summary.pdf") bytes"

step "self-test and the demonstration on an X11 screen"
Xvfb ":$SCREEN" -screen 0 1366x768x24 -ac -nolisten tcp >/dev/null 2>&1 &
PID=$!
for _ in $(seq 50); do [[ -S /tmp/.X11-unix/X$SCREEN ]] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$RUN/tmp/.X11-unix"
SETTINGS=(DISPLAY=":$SCREEN")
nurse tracker --selftest /home/nurse/xcb 2>/dev/null | tee "$RUN/tmp/xcb.log" | sed 's/^/   /'
grep -q 'selftest ok: .* on xcb' "$RUN/tmp/xcb.log" || fail "selftest under X11"
code=0
nurse timeout 15 tracker --demo >"$RUN/tmp/demo.log" 2>&1 || code=$?
[[ $code == 124 ]] || { cat "$RUN/tmp/demo.log"; fail "the demonstration closed by itself ($code)"; }
ok "the demonstration opens and stays open"

step "the commands of a clinic"
SETTINGS=(TRACKER_PASSPHRASE="copper lantern drifts over maize")
nurse tracker --profile /home/nurse/clinic init --clinic "Test clinic" --user Admin --accepted-by Admin >/dev/null
install -m 644 "$ROOT/tests/fixtures/profiles/0001/export.json" "$RUN/home/nurse/export.json"
printf 'patient,analyte,date,value,unit\nA-001,SCC,2024-03-05,1.20,ng/mL\n' >"$RUN/home/nurse/lab.csv"
nurse tracker --profile /home/nurse/clinic import /home/nurse/export.json | sed 's/^/   /'
nurse tracker --profile /home/nurse/clinic import /home/nurse/lab.csv | sed 's/^/   /'
nurse tracker --profile /home/nurse/clinic export /home/nurse/all.json >/dev/null
nurse tracker --profile /home/nurse/clinic export /home/nurse/days.ics >/dev/null
nurse tracker --profile /home/nurse/clinic show A-001 >/dev/null
nurse tracker --profile /home/nurse/clinic due >/dev/null
ok "init, import (JSON, CSV), export (JSON, calendar), show, due"
nurse sh -c 'mkdir /home/nurse/backups && tracker --profile /home/nurse/clinic backup /home/nurse/backups' | sed 's/^/   /'
nurse sh -c 'tracker --profile /home/nurse/restored restore /home/nurse/backups/*' >/dev/null
nurse tracker --profile /home/nurse/restored export /home/nurse/restored.json >/dev/null
cmp "$RUN/home/nurse/all.json" "$RUN/home/nurse/restored.json" || fail "the restored records differ"
nurse tracker --profile /home/nurse/restored verify | sed 's/^/   /'
ok "backup, restore: the same records to the byte"

step "upgrade over existing data"
before=$(sums)
mkdir "$RUN/tmp/newer"
root dpkg-deb -R "$(ls -d "$RUN$STICK"/debs/followup-tracker_*.deb | sed "s|^$RUN||")" /tmp/newer/tree
sed -i 's/^Version: .*/&+upgrade/' "$RUN/tmp/newer/tree/DEBIAN/control"
root dpkg-deb -Znone --root-owner-group --build /tmp/newer/tree /tmp/newer/newer.deb >/dev/null
root dpkg -i /tmp/newer/newer.deb >/dev/null
[[ $(version) == *+upgrade ]] || fail "still version $(version)"
[[ $(sums) == "$before" ]] || fail "the upgrade touched the records"
nurse tracker --profile /home/nurse/clinic verify | sed 's/^/   /'
cp -r "$ROOT/tests/fixtures/profiles/0001" "$RUN/home/nurse/old"
root chown -R nurse:nurse /home/nurse/old
nurse tracker --profile /home/nurse/old migrate | sed 's/^/   /'
nurse tracker --profile /home/nurse/old export /home/nurse/migrated.json >/dev/null
ok "version $(version); records untouched; a profile of the first schema migrated"

step "remove"
before=$(sums)
root dpkg --purge followup-tracker >/dev/null
[[ ! -e $RUN$OPT && ! -e $RUN/usr/bin/tracker ]] || fail "something of the program is left"
[[ $(sums) == "$before" ]] || fail "removing touched the records"
ok "nothing of the program is left, the records are"
if [[ -n ${KEEP:-} ]]; then
  mkdir -p "$KEEP"
  cp -r "$RUN/home/nurse/offscreen" "$RUN/home/nurse/xcb" "$KEEP/"
fi
step "passed in $SECONDS s"
