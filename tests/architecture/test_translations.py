# SPDX-License-Identifier: MIT
"""Every word of the program has its Chinese one, and both fill in the same values."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools import translations

LETTERS = re.compile(r"[A-Za-z]{2,}")
_NAMES = (
    "AUC Boyd CR DuBois ECOG GFR Gehan-George HPV Haycock Mosteller PD PDF PIN PR SD SHA-256 SpO2"
    " TSH follow-up.ics iCPD iCR iPR iSD iUPD mcg mg mg/kg mg/m2 mm next-appointment.pdf"
)
INTERNATIONAL = {*_NAMES.split(" "), "CTCAE {version}"}
"""Names that are written alike in both languages."""


@pytest.fixture(scope="module")
def renewed(tmp_path_factory) -> Path:
    """The committed translation, brought up to the words of the sources."""
    copy = tmp_path_factory.mktemp("i18n") / translations.TS.name
    shutil.copy(translations.TS, copy)
    translations.update(copy)
    return copy


@pytest.fixture(scope="module")
def pairs(renewed) -> list[tuple[str, str]]:
    return [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in ElementTree.parse(renewed).getroot().iter("message")
    ]


def test_no_word_waits_for_its_translation(renewed):
    waiting = translations.unfinished(renewed)
    assert waiting == [], "python3 dev.py translate, then fill them in resources/i18n/*.ts"


def test_a_translation_is_more_than_its_source(pairs):
    alike = {source for source, chinese in pairs if source == chinese and LETTERS.search(source)}
    assert {words for words in alike if LETTERS.search(re.sub(r"\{[^{}]*\}", "", words))} <= (
        INTERNATIONAL
    )


def test_both_languages_fill_in_the_same_values(pairs):
    def values(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^{}]*\}", text))

    assert [source for source, chinese in pairs if values(source) != values(chinese)] == []


def test_no_translation_is_left_of_words_that_are_gone(renewed):
    def words(file: Path) -> set[tuple[str, str]]:
        return {
            (context.findtext("name", ""), message.findtext("source", ""))
            for context in ElementTree.parse(file).getroot().iter("context")
            for message in context.iter("message")
        }

    assert words(translations.TS) - words(renewed) == set()
