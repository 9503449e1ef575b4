# SPDX-License-Identifier: MIT
"""How long a person waits for the window, and what it takes of the memory."""

import shutil
import time

from tests.benchmarks.rounds import in_turn
from tests.clinics import PASSPHRASE

MOST_MB_WINDOW, MOST_MB_CHART = 80, 120  # performance.md, goal 4


def test_start(started, profile, sheet):
    answers = {}

    def side(mode, *arguments):
        def run():
            begun = time.perf_counter()
            answers[mode] = started(mode, *arguments)
            return (time.perf_counter() - begun) * 1000

        return run

    walls = in_turn(
        {
            "bare": side("bare"),
            "today": side("today", profile),
            "entrance": side("entrance", profile),
        }
    )
    bare = walls["bare"]
    sheet.put("start: a bare QMainWindow, painted", bare)
    sheet.put(
        "start: first patient of Today painted, 5,000 patients, bare key",
        walls["today"],
        limit=bare,
        goal=1.5,
    )
    sheet.put("start: the passphrase can be typed", walls["entrance"], limit=bare)
    sheet.put("memory: bare window", answers["bare"]["peak_mb"], "MB")
    sheet.put("memory: Today painted", answers["today"]["peak_mb"], "MB", goal=MOST_MB_WINDOW)
    assert answers["today"]["heavy"] == []


def test_unlocking(started, profile, sheet):
    unlocking = in_turn(
        {"unlock": lambda: started("unlock", profile, PASSPHRASE)["unlock_ms"]}, rounds=7
    )
    sheet.put("passphrase entered until first patient, with the KDF", unlocking["unlock"])


def test_chart_in_memory(started, profile, sheet, tmp_path):
    shutil.copytree(profile, tmp_path / "profile")  # a look is logged
    peaks = in_turn({"chart": lambda: started("chart", tmp_path / "profile")["peak_mb"]}, rounds=3)
    sheet.put("memory: a chart on the screen", peaks["chart"], "MB", goal=MOST_MB_CHART)
