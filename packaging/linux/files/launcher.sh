#!/bin/sh
# SPDX-License-Identifier: MIT
# Starts Follow-up Tracker. What stops it before Python runs is said here, in words.

say() {
  printf '%s\n' "$1" >&2
  [ -t 2 ] && return
  # started from a menu: nobody reads stderr
  for box in zenity kdialog xmessage; do
    command -v "$box" >/dev/null 2>&1 || continue
    case $box in
      zenity) zenity --error --no-markup --text="$1" ;;
      kdialog) kdialog --error "$1" ;;
      xmessage) xmessage -center "$1" ;;
    esac >/dev/null 2>&1
    return
  done
}

needed=@glibc@
home=@home@
found=$(getconf GNU_LIBC_VERSION 2>/dev/null)
found=${found#glibc }
oldest=$(printf '%s\n%s\n' "$needed" "${found:-0}" | sort -V | head -n 1)
if [ "$oldest" != "$needed" ]; then
  say "Follow-up Tracker cannot start: this system has the C library ${found:-of an unknown kind} and the \
program needs glibc $needed or newer. Nothing was opened or changed. Ask IT for a newer system \
(Debian 12, Ubuntu 24.04) or for the package made for older ones."
  exit 1
fi
if [ ! -x "$home/tracker" ]; then
  say "Follow-up Tracker cannot start: $home is incomplete. Your records are not in it and are as they were. \
Ask IT to install the package followup-tracker again."
  exit 1
fi
exec "$home/tracker" "$@"
