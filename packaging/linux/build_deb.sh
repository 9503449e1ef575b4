#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds dist/followup-tracker_VERSION_ARCH.deb: the program with its own Python and Qt.
#
# usage: packaging/linux/build_deb.sh [DIST]        (default: dist in the project's folder)
#   PYTHON   the Python that is packed; python3 by default, 3.11 or newer
# Build on the oldest system that is to be supported: the bundle inherits its glibc.
# Needs: binutils, dpkg, xz-utils, and the Qt libraries that dev.py asks for.
set -euo pipefail

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
HERE=$ROOT/packaging/linux
FILES=$HERE/files
DIST=$(mkdir -p "${1:-$ROOT/dist}" && cd "${1:-$ROOT/dist}" && pwd)
WORK=$ROOT/build/linux
NAME=followup-tracker
OPT=/opt/$NAME
TREE=$WORK/tree

step() { printf '== %s\n' "$*"; }

fill() { # TEMPLATE TARGET MODE
  sed -e "s|@version@|$VERSION|g" -e "s|@date@|$DATE|g" -e "s|@glibc@|$GLIBC|g" \
    -e "s|@depends@|$DEPENDS|g" -e "s|@size@|$SIZE|g" -e "s|@home@|$OPT|g" \
    -e "s|@architecture@|$ARCHITECTURE|g" "$FILES/$1" | install -D -m "$3" /dev/stdin "$TREE$2"
}

step "environment"
cd "$ROOT"
rm -rf "$WORK"
mkdir -p "$WORK"
"${PYTHON:-python3}" -m venv "$WORK/venv"
BIN=$WORK/venv/bin
"$BIN/pip" install -q --constraint constraints.txt PySide6-Essentials pyinstaller
for words in resources/i18n/*.ts; do
  "$BIN/pyside6-lrelease" -silent "$words" -qm "${words%.ts}.qm"
done
"$BIN/pip" install -q --constraint constraints.txt .

step "bundle"
"$BIN/pyinstaller" --noconfirm --log-level ERROR --workpath "$WORK/pyinstaller" \
  --distpath "$WORK" packaging/tracker.spec
BUNDLE=$WORK/$NAME
# only these two: strip breaks OpenBLAS, and the others come stripped
strip --strip-unneeded "$BUNDLE"/_internal/libpython3*.so* "$BUNDLE"/_internal/sqlcipher3/*.so

step "libraries"
DEPENDS=$("${PYTHON:-python3}" "$HERE/libraries.py" "$BUNDLE")
GLIBC=$(sed 's/^libc6 (>= \([0-9.]*\)).*/\1/' <<<"$DEPENDS")
echo "$DEPENDS"

step "package"
VERSION=$("$BIN/python" -c 'from importlib.metadata import version; print(version("followup-tracker"))')
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH
DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
ARCHITECTURE=$(dpkg --print-architecture)
mkdir -p "$TREE$(dirname "$OPT")"
mv "$BUNDLE" "$TREE$OPT"
ln -s _internal/tracker/_resources/THIRD_PARTY.txt "$TREE$OPT/THIRD_PARTY.txt"
install -m 644 LICENSE "$TREE$OPT/LICENSE"
SIZE=$(du -sk "$TREE$OPT" | cut -f1)
fill launcher.sh /usr/bin/tracker 755
fill $NAME.desktop /usr/share/applications/$NAME.desktop 644
fill $NAME.metainfo.xml /usr/share/metainfo/$NAME.metainfo.xml 644
fill tracker.1 /usr/share/man/man1/tracker.1 644
gzip -9n "$TREE/usr/share/man/man1/tracker.1"
for end in service timer; do # the same definition as the program's own switch; enabled by nobody
  sed -e "s|@folder@|$OPT|" -e "s|@command@|$OPT/tracker remind|" -e "s|@at@|08:00|" \
    "packaging/autostart/linux/reminder.$end" |
    install -D -m 644 /dev/stdin "$TREE/usr/lib/systemd/user/$NAME-reminder.$end"
done
ICONS=$TREE/usr/share/icons/hicolor
install -D -m 644 resources/icons/tracker.svg "$ICONS/scalable/apps/$NAME.svg"
install -D -m 644 resources/icons/tracker.png "$ICONS/256x256/apps/$NAME.png"
install -D -m 644 LICENSE "$TREE/usr/share/doc/$NAME/copyright"
install -D -m 644 CHANGELOG.md "$TREE/usr/share/doc/$NAME/changelog"
gzip -9n "$TREE/usr/share/doc/$NAME/changelog"
fill control /DEBIAN/control 644
find "$TREE" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
chmod -R u+rwX,go+rX,go-w "$TREE"
DEB=$DIST/${NAME}_${VERSION}_$ARCHITECTURE.deb
rm -f "$DEB"
dpkg-deb -Zxz -z6 --root-owner-group --build "$TREE" "$DEB" >/dev/null

printf '%s\n  installed %s MB, package %s MB, glibc %s or newer\n' "$DEB" \
  "$(du -sm "$TREE$OPT" | cut -f1)" "$(($(stat -c %s "$DEB") / 1000000))" "$GLIBC"
