# SPDX-License-Identifier: MIT
"""Search as one types: any part of a key, at once after a save, whoever saved it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import REASON, open_store, stamp, void
from tests.store.cost import counted
from tracker.domain.errors import Refused
from tracker.domain.records import Patient
from tracker.store import finder
from tracker.store.finder import Finder, SearchKeys


def register(store, mrn, keys):
    with store.unit(stamp()) as unit:
        return unit.add(Patient(mrn=mrn), None, search_keys=SearchKeys(keys))


def found(store, text, limit=20):
    return [line.mrn for line in store.lists.search(text, limit)]


def test_one_chinese_character_part_of_a_number_and_of_a_phone_are_found(store):
    register(store, "A-0482", "a-0482 13800138000 王示例 wangshili wsl")
    register(store, "A-0219", "a-0219 李样本 liyangben lyb")
    for text in ("王", "示例", "0482", "00138", "shil", "wsl"):
        assert found(store, text) == ["A-0482"], text
    assert found(store, "a-0") == ["A-0219", "A-0482"]
    assert found(store, "王 0219") == []


def test_words_of_one_patient_never_match_across_two(store):
    register(store, "A-1", "a-1 anna")
    register(store, "A-2", "a-2 bert")
    assert found(store, "anna bert") == []
    assert found(store, "annaa-2") == []


def test_a_saved_patient_is_found_by_the_next_keystroke(store):
    assert found(store, "anna") == []
    patient = register(store, "A-1", "a-1 anna")
    assert found(store, "anna") == ["A-1"]
    with store.unit(stamp("married")) as unit:
        amended = unit.amend(
            patient,
            replace(patient.record, name="B"),
            search_keys=SearchKeys("a-1 berta"),
        )
    assert (found(store, "anna"), found(store, "berta")) == ([], ["A-1"])
    void(store, amended)
    assert found(store, "berta") == []


def test_who_is_saved_between_two_parts_of_the_reading_is_found_once(store, monkeypatch):
    monkeypatch.setattr(finder, "_AT_ONCE", 2)
    first, *_ = [register(store, f"A-{n}", f"a-{n} anna") for n in range(5)]
    assert store.lists.read_more()
    register(store, "A-9", "a-9 anna")
    with store.unit(stamp("married")) as unit:
        amended = replace(first.record, name="B")
        unit.amend(first, amended, search_keys=SearchKeys("a-0 berta"))
    while store.lists.read_more():
        pass
    with counted(store) as cost:
        assert found(store, "anna") == ["A-1", "A-2", "A-3", "A-4", "A-9"]
    assert found(store, "berta") == ["A-0"]
    assert not any("FROM patient_search" in statement for statement in cost.statements)


def test_what_was_not_saved_is_not_found(store):
    assert found(store, "anna") == []
    register(store, "A-1", "a-1 berta")
    with pytest.raises(Refused):  # the number is taken
        register(store, "A-1", "a-1 anna")
    assert found(store, "anna") == []


def test_a_program_that_reads_beside_finds_what_the_other_one_saved(store):
    reader = open_store(store.profile.folder, readonly=True)
    try:
        assert found(reader, "anna") == []
        register(store, "A-1", "a-1 anna")
        assert found(reader, "anna") == ["A-1"]
    finally:
        reader.close(None)


def test_a_voided_chart_leaves_no_keys_behind(store):
    void(store, register(store, "A-1", "a-1 anna"))
    assert store._db.execute_sql("SELECT count(*) FROM patient_search").fetchone() == (0,)
    with store.unit(stamp(REASON)) as unit:
        assert unit.search_keys == {}


def test_when_more_fit_than_are_shown_the_beginning_of_a_number_is_among_them(store):
    for n in range(30):
        register(store, f"B-{n:02}", f"b-{n:02} x77")
    register(store, "77-1", "77-1 anna")
    assert found(store, "77", limit=5)[0] == "77-1"


# --- the same answer as the slow way ---------------------------------------------------

_KEYS = st.lists(st.text("ab王示1 ", min_size=1, max_size=12), min_size=1, max_size=12)


class _Rows:
    """A database that holds these keys."""

    def __init__(self, keys):
        self._rows = [(bytes([n]), text) for n, text in enumerate(keys)]

    def value(self, _sql):
        return 1

    def execute_sql(self, _sql, after_and_limit):
        after, limit = after_and_limit
        self._found = [row for row in self._rows if row[0] > after][:limit]
        return self

    def fetchall(self):
        return self._found


@given(_KEYS, st.text("ab王1 ", min_size=1, max_size=5))
def test_it_finds_whom_a_search_line_by_line_finds(keys, typed):
    finder = Finder(_Rows(keys))
    words = typed.split()
    expected = {
        bytes([n])
        for n, text in enumerate(keys)
        if words and all(word in " ".join(text.split()) for word in words)
    }
    assert set(finder.find(typed, 100)) == expected
