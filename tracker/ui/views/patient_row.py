# SPDX-License-Identifier: MIT
"""One line of the list of patients: who, under what treatment, what comes next, what to heed."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain.dates import PartialDate, Precision, age_years
from tracker.domain.records.disease_status import Disease
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.records.patient import AllergyStatus, VitalStatus
from tracker.services.patients import ListLine
from tracker.ui import names, wording
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.tables.row_list import Pen

translate = QCoreApplication.translate


class PatientRow:
    """Paints lines and says them, as of the working date."""

    def __init__(self, today: date) -> None:
        self._today = today

    def words(self, line: ListLine) -> str:
        """The line as a sentence, for those who hear it."""
        who = line.patient
        said = (
            names.name_of(who),
            names.latin_of(who),
            who.mrn,
            self._person(line),
            self._born(line),
        )
        rest = (self._treatment(line), self._next(line), self._status(line))
        heed = [words for _, words in self._heeded(line)]
        return ", ".join(filter(None, (*said, *rest, *heed)))

    def paint(self, pen: Pen, line: ListLine) -> None:
        """Writes the line at the places of its columns."""
        who, dead = line.patient, line.patient.vital_status is VitalStatus.DEAD
        ink = "text2" if dead else "text"
        name, latin = names.name_of(who), names.latin_of(who)
        unknown = translate("PatientRow", "name not known")
        end = pen.write(
            36, name or unknown, 15, bold=bool(name), colour=ink if name else "text3", until=212
        )
        if latin:
            pen.write(pen.behind(end, 8), latin, 13.5, colour="text2", until=212)
        pen.write(218, who.mrn, 13.5, colour="text2", until=296)
        pen.write(302, self._person(line), 13.5, colour=ink, until=408)
        pen.write(414, self._born(line), 13.5, colour="text2", until=504)
        running = line.summary.is_running
        pen.write(510, self._treatment(line), 13.5, colour=ink if running else "text2", until=756)
        self._paint_next(pen, line)
        pen.write(886, self._contact(line), 13.5, colour=ink, until=976)
        pen.write(982, self._status(line), 13.5, colour=ink, bold=dead, until=1128)
        self._paint_heeded(pen, line)

    def _paint_next(self, pen: Pen, line: ListLine) -> None:
        summary = line.summary
        over = summary.next_day is not None and summary.next_day < self._today
        colour = "overdue" if over else "text"
        if summary.next_day is None:
            colour = "text3"
        pen.write(762, self._next(line), 13.5, bold=over, colour=colour, until=880)

    def _paint_heeded(self, pen: Pen, line: ListLine) -> None:
        x = 1140.0
        for glyph, words in self._heeded(line):
            paint_glyph(pen.painter, pen.look.theme, glyph, pen.x(x), pen.middle, pen.look.px(11))
            end = pen.write(x + 11, words, 13, colour=glyph.token)
            x = pen.behind(end, 16)

    def _heeded(self, line: ListLine) -> list[tuple[Glyph, str]]:
        """What to know before anything is done; a missing answer is not among it."""
        found = []
        if line.summary.is_held:
            recheck = translate("PatientRow", "held: recheck")
            held = translate("PatientRow", "held")
            found.append((Glyph.HELD, recheck if line.summary.next_day else held))
        if line.summary.is_asking:
            found.append((Glyph.ASK, translate("PatientRow", "ask")))
        if line.allergy_status is AllergyStatus.PRESENT:
            named = line.allergies or translate("PatientRow", "allergy, not named")
            found.append((Glyph.HIGH, named))
        return found

    def _person(self, line: ListLine) -> str:
        return ", ".join(filter(None, (wording.choice(line.patient.sex), self._age(line))))

    def _age(self, line: ListLine) -> str:
        birth, death = line.patient.birth, line.death
        if birth is None or (line.patient.vital_status is VitalStatus.DEAD and death is None):
            return ""
        on = death.closed(self._today) if death else PartialDate.of(self._today)
        return wording.years(age_years(birth, on))

    def _born(self, line: ListLine) -> str:
        birth = line.patient.birth
        if birth is None:
            return translate("PatientRow", "not recorded")
        if birth.precision is Precision.BETWEEN and birth.earliest and birth.latest:
            years = dict.fromkeys((birth.earliest.year, birth.latest.year))
            return "–".join(map(str, years))  # the chart has the days
        return wording.when(birth)

    def _treatment(self, line: ListLine) -> str:
        summary = line.summary
        if summary.regimen is None:
            return "–"
        if summary.is_running:
            counter = wording.months(summary.months(self._today))
            return f"{summary.regimen}, {counter}"
        if line.patient.vital_status is VitalStatus.DEAD:
            return summary.regimen
        said = translate("PatientRow", "{regimen}, stopped {date}")
        return said.format(regimen=summary.regimen, date=wording.when(summary.counted_to))

    def _next(self, line: ListLine) -> str:
        day = line.summary.next_day
        return wording.near_day(day, self._today) if day else "–"

    def _contact(self, line: ListLine) -> str:
        contact = line.summary.last_contact
        return wording.when(contact) if contact else translate("PatientRow", "not recorded")

    def _status(self, line: ListLine) -> str:
        who, summary = line.patient, line.summary
        if who.vital_status is VitalStatus.DEAD:
            if line.death is None:
                return wording.choice(who.vital_status)
            return translate("PatientRow", "died {date}").format(date=wording.when(line.death))
        away = [each for each in summary.follow_up if each is not FollowUpState.ACTIVE]
        said = [*map(wording.choice, away), *map(_short, summary.disease)]
        if said:
            return " / ".join(said)
        return wording.choice(who.vital_status) or translate("PatientRow", "not recorded")


def _short(disease: Disease) -> str:
    """NED, CR and PR as they are said; the others in words."""
    return disease.value if disease.value.isupper() else wording.choice(disease)
