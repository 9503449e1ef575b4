# SPDX-License-Identifier: MIT
"""A drug as a table describes it, with where that is printed: to be read, never a dose to give."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.agents import Agent
from tracker.ui import wording

translate = QCoreApplication.translate


def agent_words(name: str, agent: Agent | None) -> str:
    """Class, usual dose, source, version and confidence; or that no table knows the drug."""
    if agent is None:
        return translate("Agent", "{drug}: in no table of the program or the clinic").format(
            drug=name
        )
    usual = " ".join(part for part in (agent.label_dose, agent.basis) if part)
    every = translate("Agent", "every {n} d").format(n=agent.interval_days)
    parts = (
        wording.choice(agent.agent_class),
        usual,
        every if agent.interval_days else "",
        translate("Agent", "confidence {how}").format(how=wording.choice(agent.confidence))
        if agent.confidence
        else translate("Agent", "confidence not stated"),
    )
    said = translate("Agent", "{drug}: {facts} ({source}, version {version})")
    return said.format(
        drug=agent.inn,
        facts=", ".join(filter(None, parts)),
        source=agent.source,
        version=agent.version,
    )
