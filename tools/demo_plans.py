# SPDX-License-Identifier: MIT
"""Follow-up plans, calls and answers of the demonstration, and when its clinic is open."""

_TSH = {"what": "tsh", "names": "TSH", "every": "6", "unit": "weeks", "months_after": "12"}
_CT = {"what": "scan", "names": "CT, MRI, PET-CT", "every": "9", "unit": "weeks"}
_LABS = {"what": "labs", "names": "ALT, TSH", "every": "1", "unit": "cycles"}
_AFTER = {"what": "visit-after-stop", "every": "3", "unit": "months", "months_after": "12"}

Texts = dict[str, str]

PLANS: dict[str, tuple[tuple[str, Texts], ...]] = {
    "SYN-0482": (("planned_item", _TSH), ("planned_item", _AFTER)),
    "SYN-0107": (("planned_item", _CT), ("planned_item", _TSH)),
    "SYN-0533": (("planned_item", _LABS),),
    "SYN-0360": (("planned_item", _TSH), ("planned_item", _CT)),
    "SYN-0219": (
        ("planned_item", _LABS),
        ("contact_attempt", {"date": "2024-11-25", "way": "phone", "outcome": "no-answer"}),
        ("contact_attempt", {"date": "2024-11-26", "way": "phone", "outcome": "no-answer"}),
    ),
    "SYN-0066": (("planned_item", _AFTER),),
    "SYN-0288": (("user_reminder", {"what": "drug supply", "due": "2024-11-26", "every": "28"}),),
    "SYN-0128": (
        (
            "user_reminder",
            {"what": "assistance programme: renew", "due": "2024-11-24"},
        ),
    ),
}
"""By hospital number; an item of a plan belongs to the last course."""

CLINIC_DAYS = {"weekdays": "Mo Tu We Th Fr", "country": "CN", "not_seen_after": "90"}
CLOSED_DAYS = {"first": "2019-05-02", "last": "2019-05-03", "reason": "Labour Day holiday"}
"""Added to 1 May 2019 by a notice of that spring, which calendars of holidays do not know."""
