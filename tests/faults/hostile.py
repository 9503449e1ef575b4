# SPDX-License-Identifier: MIT
"""Texts that try to be more than text, and a clinic in which every free text is one of them."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from tests.clinics import CLOCK, PASSPHRASE
from tests.ui.samples import texts_of
from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused
from tracker.domain.fields import items
from tracker.domain.records import RECORD_KINDS, Patient
from tracker.domain.records.base import Record, build, links_of
from tracker.domain.records.signature import Meaning
from tracker.domain.roles import Role
from tracker.services import accounts, documents, records, signatures
from tracker.services.context import Context
from tracker.services.records import Entry
from tracker.store.store import Store

COLOUR = (255, 0, 254)  # of the picture that a payload asks for
FIRST, LAST = "q7a", "q7z"  # what a text begins and ends with, to be found again wherever it goes
PICTURE = Path(tempfile.gettempdir()) / "hostile-picture.png"  # there while somebody looks
_WEB = "http://192.0.2.1/q.png"  # an address that leads nowhere

PAYLOADS: dict[str, str] = {
    "tags": "q7a <b>Ann</b><s>200</s> mg<br>x q7z",
    "formula =": '=HYPERLINK("http://192.0.2.1/",1+1) q7z',
    "picture of a file": f"q7a <img src='file://{PICTURE}' width='60' height='60'> q7z",
    "picture of the net": f"q7a <img src={_WEB}><object data={_WEB}></object> q7z",
    "link": f"q7a <a href='{_WEB}'>click</a> <iframe src={_WEB}> q7z",
    "script": "q7a <script>alert(1)</script><style>*{color:#fff}</style><svg onload=x> q7z",
    "entities": "q7a &lt;b&gt; &amp;amp; &#60; &nbsp; q7z",
    "mnemonics": "q7a Ann & Bob &Save &&Go && q7z",
    "comparison": "q7a WBC <3.5 and PLT >100 <!-- gone --> <table><tr><td>x q7z",
    "markdown": f"q7a # **bold** _x_ [a]({_WEB}) ![i](file://{PICTURE}) `c` - * 1. q7z",
    "places": "q7a %1 %n %s {0} {name} {text!r} ${HOME} [*] \\n \\t q7z",
    "formula +": "+cmd|' /C calc'!A0 q7z",
    "formula -": "-2+3+cmd|' /C calc'!A0 q7z",
    "formula @": "@SUM(1+1)*cmd q7z",
    "formula, full-width": "＝1+1 ＠SUM q7z",
    "long word": "q7a " + "W" * 240 + " q7z",
    "right to left": "q7a שלום <b>עולם</b> مرحبا 123 q7z",
    "Chinese": "q7a 王示例 <王> ＜b＞粗＜/b＞ ＆amp; q7z",
}
"""By what each of them tries."""

UNSEEN: dict[str, str] = {
    "bidi override": "q7a x.pdf\u202egpj.exe q7z",
    "bidi isolate": "q7a \u2067abc\u2069 q7z",
    "zero width": "q7a Ann\u200b Bob\ufeff q7z",
    "control": "q7a \x1b[31mred\x07\x00 q7z",
    "delete": "q7a \x7f\x9b q7z",
}
"""Characters nobody can see: they are refused wherever somebody could enter them."""

_ELSEWHERE = ("clinic_days", "document", "signature")  # made by services of their own
_A_LIST = "brands"  # separated by "/", which is shown as the list that it is
_CHANGED = {
    "attribution": {"radiotherapy_phase": ""},  # to a course, or to a radiotherapy
    "patient": {"vital_status": "alive", "death": "", "last_contact": ""},
    "adverse_event_grade": {"date": "2024-11-26"},
}


def make(folder: Path, payload: str, staff: str = "") -> None:
    """A closed profile with one chart, in which a text stands wherever it can.

    Args:
        folder: of the profile.
        payload: the text.
        staff: what the clinic and its accounts are called; "" = the payload as well.
    """
    staff = staff or payload
    store, _code = Store.create(
        folder, clinic=staff, user=staff, passphrase=PASSPHRASE, at=CLOCK.now()
    )
    ctx = Context(staff, Role.ADMINISTRATOR, CLOCK, payload)
    made = _records(store, ctx, payload)
    patient, visit = made["patient"].id, made["visit"]
    again = Entry(record=replace(visit.record, weight=Decimal(60)), stored=visit, note=payload)
    records.save(store, ctx, patient=patient, entry=again)
    records.void(store, ctx, stored=made["decision"])
    letter = folder.with_name("letter.png")
    letter.write_bytes(png((40, 90, 60)))
    documents.add(store, ctx, patient=patient, path=letter, name=payload, source=payload)
    accounts.add(store, ctx, name=f"{staff} 2", role=Role.NURSE)
    signatures.sign(
        store,
        replace(ctx, reason=""),
        patient=patient,
        visit=None,
        meaning=Meaning.REVIEWED,
        passphrase=PASSPHRASE,
    )
    store.close(CLOCK.now())


def _records(store: Store, ctx: Context, payload: str) -> dict[str, Stored[Any]]:
    """One of each kind, saved as the window does, with the payload in every text that takes it."""
    made: dict[str, Stored[Any]] = {}
    for kind in RECORD_KINDS:
        if kind.kind in _ELSEWHERE or kind.is_managed:
            continue
        patient = None if kind.of_clinic or kind is Patient else made["patient"].id
        links = {link.name: str(made[link.name].id) for link in links_of(kind)}
        texts = dict(texts_of(kind)) | links | _CHANGED.get(kind.kind, {})
        entry = Entry(record=_hostile(kind, texts, payload), source=payload, note=payload)
        made[kind.kind] = records.save(store, ctx, patient=patient, entry=entry).stored
    return made


def _hostile(kind: type[Record], texts: dict[str, str], payload: str) -> Record:
    for field in items(kind):
        if field.type is str and not field.item.derived and field.name != _A_LIST:
            with suppress(Refused):  # it takes only certain texts
                build(kind, texts | {field.name: payload})
                texts = texts | {field.name: payload}
    return build(kind, texts)


def png(colour: tuple[int, int, int] = COLOUR) -> bytes:
    """A picture of one colour, by default of one that the program does not have."""
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour))
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    return data.data().data()
