# SPDX-License-Identifier: MIT
"""Calendar files: what a calendar program reads in them."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tracker.interchange.ical import CalendarEvent, uid, write

AT = datetime(2024, 11, 26, 9, 30, tzinfo=UTC)
KEY = UUID("01935e2a-0000-7000-8000-000000000001")


def read(events):
    return Calendar.from_ical(write(events, name="演示", at=AT))


def one(**fields):
    values = {"first": date(2024, 12, 17), "last": date(2024, 12, 17), "summary": "dose: …482"}
    (event,) = read([CalendarEvent(KEY, **(values | fields))]).walk("VEVENT")
    return event


def test_an_event_takes_its_whole_day_and_no_hour():
    event = one()
    assert event.decoded("dtstart") == date(2024, 12, 17)
    assert event.decoded("dtend") == date(2024, 12, 18)
    assert event["uid"] == uid(KEY)
    assert event["status"] == "CONFIRMED"


def test_a_day_that_is_not_known_is_a_range_and_no_day():
    event = one(first=date(2024, 12, 1), last=date(2024, 12, 31))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2024, 12, 1),
        date(2025, 1, 1),
    )


def test_it_speaks_up_in_the_morning_of_the_day():
    (alarm,) = one().walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=8)
    assert alarm["action"] == "DISPLAY"


def test_what_is_cancelled_says_so_and_is_silent():
    event = one(sequence=3, cancelled=True)
    assert (event["status"], event["sequence"]) == ("CANCELLED", 3)
    assert event.walk("VALARM") == []


def test_the_file_is_one_that_calendars_take():
    calendar = read([])
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert calendar["prodid"].startswith("-//Follow-up Tracker//")
    assert calendar.errors == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_words_come_back_as_they_were_and_no_line_is_too_long(words):
    data = write([CalendarEvent(KEY, date(2024, 1, 1), date(2024, 1, 1), words)], name="C", at=AT)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode("utf-8")  # never folded inside a character
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["summary"] == words


def test_a_long_chinese_line_is_folded_between_characters():
    words = "给药：王示例，特瑞普利单抗二百四十毫克每三周一次，" * 5
    assert one(summary=words)["summary"] == words
