#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs or upgrades Follow-up Tracker from this folder into a Python environment of its own.
# No network, no administrator. usage: sh install.sh [FOLDER]
#   FOLDER  ~/.local/share/followup-tracker-program by default
#   PYTHON  python3 by default; its version must be the one in the name of this folder
set -eu

here=$(cd "$(dirname "$0")" && pwd)
home=${1:-$HOME/.local/share/followup-tracker-program}
python=${PYTHON:-python3}
fail() { echo "$1" >&2; exit 1; }

command -v "$python" >/dev/null || fail "There is no $python. Nothing was installed."
wanted=${here##*-py}
found=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[ "$found" = "$wanted" ] || fail "These wheels are for Python $wanted, and $python is $found. Nothing was installed."
if command -v sha256sum >/dev/null; then
  (cd "$here" && sha256sum --quiet -c SHA256SUMS) || fail "A file is damaged. Copy the folder again. Nothing was installed."
fi

options="--quiet --no-index --find-links $here/wheels --upgrade followup-tracker"
case $here in *' '*) fail "Please use a folder without blanks in its name: $here" ;; esac
if "$python" -c 'import ensurepip' 2>/dev/null; then
  "$python" -m venv "$home"
  "$home/bin/python" -m pip install $options
else # Debian without python3-venv
  "$python" -m venv --without-pip "$home"
  "$python" -m pip --python "$home/bin/python" install $options
fi
mkdir -p "$HOME/.local/bin"
ln -sf "$home/bin/tracker" "$HOME/.local/bin/tracker"
echo "Installed. Try it: $home/bin/tracker --selftest /tmp/tracker-selftest"
