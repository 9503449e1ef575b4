# SPDX-License-Identifier: MIT
"""Stages as their systems define them, and whether the nodes agree with them.

Nothing here computes a stage: a stage is what a person assigned. The rules only say that a word
is no stage of its system, or that the recorded nodes would give another one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.fields import Choice
from tracker.domain.records.diagnosis import Stage, StageBasis
from tracker.domain.records.procedure import NodeStation
from tracker.domain.text import QT_TRANSLATE_NOOP, folded

_LEAVES = (
    *("IA1", "IA2", "IB1", "IB2", "IB3", "IIA1", "IIA2", "IIB"),
    *("IIIA", "IIIB", "IIIC1", "IIIC2", "IVA", "IVB"),
)
"""The finest stages of FIGO 2018 for the cervix, in order (Bhatla 2019, Int J Gynecol Obstet)."""

SIZE_LIMITS_CM = (2, 4)
"""Greatest dimension at which IB1, IB2 and IB3 part (FIGO 2018): up to 2, up to 4, above 4 cm."""

_FIGO = re.compile(r"(I{1,3}|IV)([ABC]?)([123]?)\s*([rp]?)")
# Prefixes c, p, r, y, a; T with letters and numbers; N and M with theirs (UICC, 8th edition).
_TNM = re.compile(
    r"[yra]?[cp]?T(?:X|is|0|[1-4][a-d]?[1-3]?)(?:\s*[cp]?N(?:X|[0-3][a-c]?))?(?:\s*[cp]?M(?:X|[01][a-d]?))?"
)


@dataclass(frozen=True, slots=True)
class Figo:
    """A FIGO 2018 stage of the cervix, with what IIIC rests on where that is written."""

    stage: str
    basis: StageBasis | None = None

    def __str__(self) -> str:
        return f"{self.stage}{self.basis.value if self.basis else ''}"


def figo_2018(text: str) -> Figo | None:
    """Reads ``IIIC2p``, ``IB2`` or ``Stage IVA``; None for what is no stage of FIGO 2018.

    The suffixes r (imaging) and p (pathology) belong to IIIC alone.
    """
    plain = folded(text).strip()
    words = plain[5:].strip() if plain[:5].casefold() == "stage" else plain
    found = _FIGO.fullmatch(words)
    stage, suffix = ("".join(found.groups()[:3]), found[4]) if found else ("", "")
    if not _places(stage) or (suffix and not stage.startswith("IIIC")):
        return None
    return Figo(stage, StageBasis(suffix) if suffix else None)


def figo_of(stage: Stage) -> Figo | None:
    """The FIGO 2018 stage of a record; its basis is the suffix, where the text has none."""
    if "FIGO" not in stage.system.upper():
        return None
    found = figo_2018(stage.stage)
    if found is None or found.basis is not None or not found.stage.startswith("IIIC"):
        return found
    return Figo(found.stage, None if stage.basis is StageBasis.CLINICAL else stage.basis)


_GROUP = re.compile(r"0|I{1,3}[ABC]?[123]?|IV[ABC]?")


def stage_in_words(stage: Stage) -> str:
    """``FIGO 2018 IIIC2p``; no other stage has a suffix: ``IV`` by clinic is not ``IVc``."""
    figo = figo_of(stage)
    return f"{stage.system} {figo if figo and figo.basis else stage.stage}"


def is_tnm(text: str) -> bool:
    """Whether ``text`` is a TNM stage, ``pT1b2 N1 M0`` or a group ``IIIB`` (UICC, 8th edition)."""
    plain = folded(text).strip()
    return bool(_TNM.fullmatch(plain) or _GROUP.fullmatch(plain))


def is_stage(stage: Stage) -> bool | None:
    """Whether a stage is one of its system; None when the system is none the rules know."""
    system = stage.system.upper()
    if "FIGO" in system and "2018" in system:
        return figo_2018(stage.stage) is not None
    return is_tnm(stage.stage) if "TNM" in system else None


class NodeRegion(Choice):
    """What the nodes of a station mean for cancer of the cervix (FIGO 2018)."""

    PELVIC = "pelvic", QT_TRANSLATE_NOOP("Choice", "pelvic nodes")
    PARA_AORTIC = "para-aortic", QT_TRANSLATE_NOOP("Choice", "para-aortic nodes")
    DISTANT = "distant", QT_TRANSLATE_NOOP("Choice", "distant nodes")


# The first word found decides; iliac, obturator and presacral nodes count as pelvic (IIIC1).
_REGIONS = (
    ("para-aortic", NodeRegion.PARA_AORTIC),
    ("paraaortic", NodeRegion.PARA_AORTIC),
    ("clavicular", NodeRegion.DISTANT),
    ("inguinal", NodeRegion.DISTANT),
    ("mediastinal", NodeRegion.DISTANT),
    ("axillary", NodeRegion.DISTANT),
    ("posterior triangle", NodeRegion.DISTANT),
    ("cervical", NodeRegion.DISTANT),
    ("neck", NodeRegion.DISTANT),
    ("iliac", NodeRegion.PELVIC),
    ("obturator", NodeRegion.PELVIC),
    ("presacral", NodeRegion.PELVIC),
    ("parametrial", NodeRegion.PELVIC),
    ("pelvic", NodeRegion.PELVIC),
)


def region_of(station: str) -> NodeRegion | None:
    """The region of a node station by its words; None when they are not known."""
    words = folded(station).casefold()
    return next((region for word, region in _REGIONS if word in words), None)


def stage_by_nodes(stations: Iterable[NodeStation]) -> Figo | None:
    """The lowest FIGO 2018 stage that positive nodes under the microscope allow.

    None when no examined station is positive, or a positive one is of an unknown region: then
    nothing is said.
    """
    regions = {region_of(each.station) for each in stations if each.positive}
    if not regions or None in regions:
        return None
    if NodeRegion.DISTANT in regions:
        return Figo("IVB")
    stage = "IIIC2" if NodeRegion.PARA_AORTIC in regions else "IIIC1"
    return Figo(stage, StageBasis.PATHOLOGY)


def is_below(stage: Figo, other: Figo) -> bool:
    """Whether ``stage`` is certainly lower than ``other``; IIIC is not below its own parts."""
    return max(_places(stage.stage)) < min(_places(other.stage))


def _places(stage: str) -> list[int]:
    """Where in the order a stage may lie: IB is IB1 to IB3; nowhere when it is none of FIGO's."""
    parts = _FIGO.fullmatch(stage)
    if parts is None or (parts[3] and not parts[2]):
        return []
    leaves = ((at, _FIGO.fullmatch(leaf)) for at, leaf in enumerate(_LEAVES))
    return [
        at
        for at, leaf in leaves
        if leaf and all(part in {"", leaf[n]} for n, part in enumerate(parts.groups()[:3], 1))
    ]
