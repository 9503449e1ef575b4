# SPDX-License-Identifier: MIT
"""The drugs a clinic can choose from: the program's tables, and the clinic's own entries."""

from functools import cache

from tracker import paths
from tracker.domain.agents import Formulary, parse_agents
from tracker.domain.records import ClinicAgent
from tracker.domain.records.clinic_lists import agent_of
from tracker.store.store import Store


def formulary(store: Store) -> Formulary:
    """Every known drug; an entry of the clinic wins over the program's of the same name."""
    return of_program().with_own(agent_of(each.record) for each in store.of_clinic(ClinicAgent))


@cache
def of_program() -> Formulary:
    """The drugs of the program's tables, with the traps of their labels."""
    folder = paths.resources() / "clinical"
    limits = (folder / "agent_limits.csv").read_text("utf-8")
    return Formulary(
        agent
        for name in ("agents_ici.csv", "agents_partner.csv")
        for agent in parse_agents((folder / name).read_text("utf-8"), limits)
    )
