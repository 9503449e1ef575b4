#!/bin/bash
# SPDX-License-Identifier: MIT
# Makes a .dmg on a Mac. NOT YET RUN: it was written where there is no Mac; see README.md beside it.
# Usage: bash packaging/macos/build_dmg.sh   (Python 3.11 or newer is python3)
set -euo pipefail
cd "$(dirname "$0")/../.."

name="Follow-up Tracker"
work=build/macos
app="$work/$name.app"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' tracker/__init__.py)
rm -rf "$work" && mkdir -p "$work" dist

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --constraint constraints.txt pip pyinstaller .
for words in resources/i18n/*.ts; do
    "$work/venv/bin/pyside6-lrelease" -silent "$words" -qm "${words%.ts}.qm"
done
# once more, now with the words; not editable, so that the bundle carries what it was built from
"$work/venv/bin/python" -m pip install --quiet --force-reinstall --no-deps .
"$work/venv/bin/pyinstaller" --noconfirm --distpath "$work/dist" --workpath "$work/pyinstaller" \
    packaging/tracker.spec

# an application folder: the bundle as it is, a name and an icon
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources" "$work/tracker.iconset"
cp -R "$work/dist/followup-tracker/." "$app/Contents/MacOS/"
for size in 16 32 128 256; do
    sips -z $size $size resources/icons/tracker.png \
        --out "$work/tracker.iconset/icon_${size}x${size}.png" > /dev/null
done
iconutil -c icns "$work/tracker.iconset" -o "$app/Contents/Resources/tracker.icns"
sed "s/@version@/$version/" packaging/macos/Info.plist > "$app/Contents/Info.plist"
plutil -lint "$app/Contents/Info.plist"
codesign --force --deep --sign - "$app" # without an identity: Apple's own processors refuse unsigned code

"$app/Contents/MacOS/tracker" --selftest "$work/selftest"
image="dist/Follow-up-Tracker-$version-$(uname -m).dmg"
hdiutil create -quiet -ov -volname "$name" -srcfolder "$app" -format UDZO "$image"
shasum -a 256 "$image" | tee "$image.sha256"
