# SPDX-License-Identifier: MIT
"""Who comes in, who no longer does, and what the audit trail says of it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE, FixedClock
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.fields import YesNo
from tracker.domain.records import LockPolicy, Patient, Visit
from tracker.domain.records.base import build
from tracker.domain.roles import BREAK_GLASS, PERMISSIONS, Action, Role
from tracker.services import accounts, profiles, records
from tracker.services.context import Context
from tracker.services.records import Entry
from tracker.store import audit
from tracker.store.attempts import TooSoon
from tracker.store.keyring import WrongPassphrase

OWN = "violet tractors hum beneath seven bridges"
WHY = CTX.because("is on leave")


def come_in(folder, passphrase, user=None, clock=CLOCK):
    return profiles.open(folder, user=user, passphrase=passphrase, clock=clock)


def at_work(folder, passphrase, user=None, clock=CLOCK):
    """Comes in, and says as whom; the profile is closed again."""
    store = come_in(folder, passphrase, user, clock)
    ctx = profiles.context(store, clock)
    store.close(clock.now())
    return ctx


def line_of(store, name):
    return next(line for line in accounts.listed(store, CTX) if line.name == name)


def actions(store):
    rows = store._db.execute_sql("SELECT action FROM audit ORDER BY seq").fetchall()
    return [action for (action,) in rows]


def test_a_new_user_comes_in_with_a_passphrase_for_one_use_and_can_do_nothing_with_it(
    store, folder
):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    store.close(CLOCK.now())
    ctx = at_work(folder, made.passphrase)
    assert (ctx.user, ctx.role, ctx.must_change) == ("Nurse Example", Role.NURSE, True)
    for action in Action:
        with pytest.raises(NotPermitted, match="Choose a passphrase of your own"):
            ctx.require(action)


def test_with_a_passphrase_of_ones_own_the_one_for_one_use_is_gone(store, folder):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    store.close(CLOCK.now())
    own = come_in(folder, made.passphrase)
    ctx = profiles.context(own, CLOCK)
    accounts.change_own(own, ctx, current=made.passphrase, new=OWN)
    profiles.context(own, CLOCK).require(Action.RECORD)
    own.close(CLOCK.now())
    at_work(folder, OWN).require(Action.RECORD)
    with pytest.raises(WrongPassphrase):
        come_in(folder, made.passphrase)


def test_the_passphrase_for_one_use_cannot_be_kept(store, folder):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    store.close(CLOCK.now())
    own = come_in(folder, made.passphrase)
    with pytest.raises(Refused, match="present passphrase"):
        accounts.change_own(own, CTX, current=made.passphrase, new=made.passphrase)
    assert own.keys.must_change
    own.close(CLOCK.now())


def test_a_disabled_user_no_longer_comes_in_and_stays_in_the_list_and_the_trail(store, folder):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    account = line_of(store, "Nurse Example").id
    accounts.disable(store, WHY, account=account)
    assert not line_of(store, "Nurse Example").has_access
    last = audit.history(store._db, None, account)[-1]
    assert (last.action, last.reason) == ("amend", "is on leave")
    assert '"state":"disabled"' in last.content
    assert store.verify() == []
    store.close(CLOCK.now())
    with pytest.raises(WrongPassphrase):
        come_in(folder, made.passphrase)


def test_an_administrator_gives_a_new_passphrase_and_the_old_one_is_gone(store, folder):
    first = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    accounts.disable(store, WHY, account=line_of(store, "Nurse Example").id)
    again = accounts.reset(store, CTX, account=line_of(store, "Nurse Example").id)
    assert "reset passphrase" in actions(store)
    assert line_of(store, "Nurse Example").must_change
    store.close(CLOCK.now())
    assert at_work(folder, again.passphrase).must_change
    with pytest.raises(WrongPassphrase):
        come_in(folder, first.passphrase)


def test_another_role_holds_from_the_next_unlock(store, folder):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    accounts.change_role(
        store, CTX, account=line_of(store, "Nurse Example").id, role=Role.ONCOLOGIST
    )
    assert line_of(store, "Nurse Example").role is Role.ONCOLOGIST
    store.close(CLOCK.now())
    assert at_work(folder, made.passphrase).role is Role.ONCOLOGIST


@pytest.mark.parametrize(
    "change",
    [
        partial(accounts.disable, ctx=WHY),
        partial(accounts.reset, ctx=CTX),
        partial(accounts.change_role, ctx=CTX, role=Role.VIEWER),
    ],
)
def test_nobody_changes_an_account_of_his_own(store, change):
    me = line_of(store, clinics.USER).id
    with pytest.raises(Refused, match="your own account"):
        change(store, account=me)


def test_no_two_people_ever_have_one_name(store):
    accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    accounts.disable(store, WHY, account=line_of(store, "Nurse Example").id)
    with pytest.raises(Refused, match="has or had"):
        accounts.add(store, CTX, name="nurse  example", role=Role.VIEWER)


def test_an_account_is_disabled_with_a_reason_or_not_at_all(store):
    accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    with pytest.raises(Refused, match="reason"):
        accounts.disable(store, CTX, account=line_of(store, "Nurse Example").id)
    assert line_of(store, "Nurse Example").has_access


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_manages_users(store, role):
    ctx = replace(CTX, role=role)
    account = line_of(store, clinics.USER).id
    for attempt in (
        lambda: accounts.listed(store, ctx),
        lambda: accounts.add(store, ctx, name="X", role=Role.VIEWER),
        lambda: accounts.reset(store, ctx, account=account),
        lambda: accounts.disable(store, ctx.because("x"), account=account),
        lambda: accounts.change_role(store, ctx, account=account, role=role),
        lambda: accounts.set_lock_policy(store, ctx, policy=accounts.NO_POLICY),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_no_form_of_records_makes_an_administrator(store):
    account = next(iter(store.of_clinic(accounts.Account)))
    entry = Entry(record=replace(account.record, role=Role.VIEWER), stored=account)
    with pytest.raises(NotPermitted):
        records.save(
            store, replace(CTX, role=Role.DATA_MANAGER, reason="x"), patient=None, entry=entry
        )


def test_the_name_and_the_passphrase_belong_together(store, folder):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    store.close(CLOCK.now())
    with pytest.raises(WrongPassphrase):
        come_in(folder, made.passphrase, user=clinics.USER)
    assert at_work(folder, made.passphrase, user="nurse example").user == "Nurse Example"


# Wrong passphrases


def wrong(folder, clock, times):
    for _ in range(times):
        with pytest.raises(WrongPassphrase):
            come_in(folder, "not the passphrase of anybody", clock=clock)


def later(seconds):
    return FixedClock(CLOCK.instant + timedelta(seconds=seconds))


def test_after_three_wrong_tries_each_next_one_waits_twice_as_long(folder):
    wrong(folder, CLOCK, 3)
    now = 0
    for pause in (1, 2, 4, 8, 16, 32, 60, 60):
        with pytest.raises(TooSoon, match=f"Wait {pause} s,"):
            come_in(folder, PASSPHRASE, clock=later(now))
        now += pause
        wrong(folder, later(now), 1)
    assert at_work(folder, PASSPHRASE, clock=later(now + 60)).user == clinics.USER


def test_a_clock_that_went_back_locks_nobody_out(folder):
    wrong(folder, later(1_000_000), 3)
    with pytest.raises(TooSoon):
        come_in(folder, PASSPHRASE, clock=later(0))
    assert at_work(folder, PASSPHRASE, clock=later(2)).user == clinics.USER


def test_wrong_tries_stand_in_the_trail_after_the_next_unlock_without_a_name(folder):
    wrong(folder, CLOCK, 2)
    store = come_in(folder, PASSPHRASE)
    [entry] = store._db.execute_sql(
        "SELECT content FROM audit WHERE action = 'failed unlock'"
    ).fetchall()
    assert entry == (
        '{"first":"2024-11-26T09:30:00+00:00","last":"2024-11-26T09:30:00+00:00","n":"2"}',
    )
    assert actions(store)[-1] == "unlock"
    assert not store.profile.attempts.exists()
    store.close(CLOCK.now())


def test_after_a_hundred_wrong_tries_only_an_administrator_comes_in(store, folder, monkeypatch):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    store.close(CLOCK.now())
    at = CLOCK.instant.isoformat()
    store.profile.attempts.write_text(f'{{"failed":100,"first":"{at}","last":"{at}"}}')
    with pytest.raises(WrongPassphrase):
        come_in(folder, made.passphrase, clock=later(60))
    assert at_work(folder, PASSPHRASE, clock=later(120)).user == clinics.USER
    assert at_work(folder, made.passphrase, clock=later(120)).user == "Nurse Example"


@pytest.mark.parametrize("spoilt", ["", "[]", '{"failed":9,"first":"2024","last":"2024"}', "\x00"])
def test_a_damaged_count_of_tries_locks_nobody_out(folder, spoilt):
    (folder / "attempts.json").write_text(spoilt)
    assert at_work(folder, PASSPHRASE).user == clinics.USER


# The recovery code


def test_the_recovery_code_opens_once_and_is_replaced(tmp_path):
    store, code = clinics.Store.create(
        tmp_path / "p", clinic="C", user="U", passphrase=PASSPHRASE, at=CLOCK.now()
    )
    store.close(CLOCK.now())
    store, next_code = profiles.open_with_recovery(tmp_path / "p", code=code, clock=CLOCK)
    profiles.arrived(store, CLOCK)
    assert actions(store)[-1] == "unlock with the recovery code"
    assert store.role is Role.ADMINISTRATOR
    store.close(CLOCK.now())
    with pytest.raises(WrongPassphrase):
        profiles.open_with_recovery(tmp_path / "p", code=code, clock=CLOCK)
    again, _ = profiles.open_with_recovery(tmp_path / "p", code=next_code, clock=CLOCK)
    again.close(CLOCK.now())


# Emergencies


@pytest.mark.parametrize("role", list(Role))
def test_an_emergency_opens_what_the_table_says_with_the_reason_in_the_trail(store, role):
    ctx = replace(CTX, role=role)
    if not BREAK_GLASS[role]:
        with pytest.raises(NotPermitted, match="no emergency access"):
            accounts.break_glass(store, ctx, reason="the patient is in the ambulance")
        return
    opened = accounts.break_glass(store, ctx, reason="the patient is in the ambulance")
    for action in Action:
        if action in PERMISSIONS[role] | BREAK_GLASS[role]:
            opened.require(action)
        else:
            with pytest.raises(NotPermitted):
                opened.require(action)
    assert actions(store)[-1] == "break-glass"


def test_an_emergency_without_a_reason_opens_nothing(store):
    with pytest.raises(Refused, match="reason"):
        accounts.break_glass(store, replace(CTX, role=Role.VIEWER), reason="  ")


def test_no_emergency_lets_anybody_restore_import_or_manage_users():
    for opened in BREAK_GLASS.values():
        assert not opened & {Action.RESTORE, Action.IMPORT, Action.ACCOUNTS, Action.CLINIC}
        assert Action.ERASE not in opened


def test_a_viewer_records_in_an_emergency_and_not_before(store):
    viewer = Context("Viewer Example", Role.VIEWER, CLOCK)
    entry = Entry(record=build(Patient, {"mrn": "E-1"}))
    with pytest.raises(NotPermitted):
        records.save(store, viewer, patient=None, entry=entry)
    opened = accounts.break_glass(store, viewer, reason="nobody else is here")
    saved = records.save(store, opened, patient=None, entry=entry)
    visit = build(Visit, {"date": "2024-11-26", "contact": "visit"})
    records.save(store, opened, patient=saved.stored.id, entry=Entry(record=visit))


# The rules of the screen lock


def test_the_screen_locks_after_five_minutes_without_a_pin_until_the_clinic_says_otherwise(store):
    assert accounts.lock_policy(store, CTX) == LockPolicy(idle_minutes=5, pin=YesNo.NO)
    for minutes in (1, 15):
        policy = LockPolicy(idle_minutes=minutes, pin=YesNo.YES)
        accounts.set_lock_policy(store, CTX, policy=policy)
        assert accounts.lock_policy(store, CTX) == policy
    for minutes in (0, 16):
        with pytest.raises(Refused):
            accounts.set_lock_policy(
                store, CTX, policy=LockPolicy(idle_minutes=minutes, pin=YesNo.NO)
            )
    assert store.verify() == []


def test_only_ones_own_passphrase_proves_who_is_at_the_keyboard(store):
    made = accounts.add(store, CTX, name="Nurse Example", role=Role.NURSE)
    accounts.confirm(store, CTX, passphrase=PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        accounts.confirm(store, CTX, passphrase=made.passphrase)
