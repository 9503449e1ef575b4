#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs the packed program in a new Wine, uses it, removes it, and looks what is left.
#
# Wine is not Windows: this tries the installer, the launchers, the places of all files and what the
# program does, not how it looks or how Windows guards it. Usage: try_with_wine.sh SETUP FOLDER
#   SETUP   *-setup.exe. Wine 10 lacks a function of numpy 2.2 and newer: build it with
#           build_from_linux.py --wheels and a folder that has numpy 2.1 instead
#   FOLDER  does not exist yet; gets Wine's disk and the pictures of the self-test
# Needs Wine 10 (64-bit), gcc-mingw-w64-x86-64 and the fonts of a desktop. It needs no display.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
setup=$(realpath "$1")
mkdir "$2"
folder=$(realpath "$2")
export WINEPREFIX="$folder/disk" WINEDEBUG=-all XDG_RUNTIME_DIR="$folder"
export TRACKER_PASSPHRASE="gravel orchid lantern tuba mosaic"
drive="$WINEPREFIX/drive_c"

step() { printf '%-58s' "$1"; shift; local began=$SECONDS; "$@" > "$folder/last.log" 2>&1 \
    || { echo "FAILED ($?)"; cat "$folder/last.log"; exit 1; }; echo "ok $((SECONDS - began)) s"; }
gone() { for _ in $(seq 60); do [ -e "$1" ] || return 0; sleep 1; done; return 1; }
mode() { # CurrentUser or AllUsers; where the program goes; where the records are
    local place="$2" records="$3"
    step "$1: the silent installer" wine "$setup" /S "/$1"
    step "$1: the program is there" test -f "$place/tracker-gui.exe"
    step "$1: compiled for a quick start" test -d "$place/runtime/Lib/tracker/__pycache__"
    step "$1: the self-test" wine "$place/tracker.exe" --selftest "Z:$folder/selftest-$1"
    step "$1: a new clinic" wine "$place/tracker.exe" init --clinic Synthetic --user Test --accepted-by Test
    step "$1: its records are in the right folder" test -f "$records/tracker.db"
    step "$1: the check of the file" wine "$place/tracker.exe" verify
    step "$1: a backup" wine "$place/tracker.exe" backup "Z:$folder/backup-$1"
    step "$1: the demonstration's day list" wine "$place/tracker.exe" --demo due
    touch "$place/runtime/left-behind.py" "$place/tracker.ini"
    step "$1: installed over itself" wine "$setup" /S "/$1"
    step "$1: nothing of the earlier version is left" test ! -e "$place/runtime/left-behind.py"
    step "$1: the records are read" wine "$place/tracker.exe" verify
    step "$1: the silent uninstaller" wine "$place/uninstall.exe" /S "/$1"
    step "$1: the program is gone" gone "$place/tracker.exe"
    step "$1: no file of it is left" gone "$place/runtime"
    step "$1: IT's tracker.ini is left" test -f "$place/tracker.ini"
    step "$1: the records are left" test -f "$records/tracker.db"
}

step "a new Wine" wineboot --init
x86_64-w64-mingw32-gcc -shared -o "$drive/windows/system32/icuuc.dll" "$here/wine_icuuc.c"
user=$(basename "$(ls -d "$drive"/users/*/AppData | head -1 | xargs dirname)")
local="$drive/users/$user/AppData/Local"
mode CurrentUser "$local/Programs/Follow-up Tracker" "$local/Follow-up Tracker"
mode AllUsers "$drive/Program Files/Follow-up Tracker" "$drive/ProgramData/Follow-up Tracker/Records"
wineserver --wait
echo "all passed; the pictures are in $folder"
