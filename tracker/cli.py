# SPDX-License-Identifier: MIT
"""The command line, for IT people, scripts and tests; without a command it opens the window.

Exit codes: 0 done, 1 refused with the reasons on stderr, 2 wrong usage.
"""

import getpass
import io
import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tracker import cli_backups, cli_keeping, cli_pages, cli_remind, cli_users, paths
from tracker.domain.errors import CannotOpen, Refused, UserError
from tracker.domain.state import state
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.services import (
    backups,
    demo,
    exports,
    imports,
    patients,
    profiles,
    quality,
    setup,
    today,
)
from tracker.services.context import Clock, Context, SystemClock
from tracker.services.duplicates import SamePerson
from tracker.services.imports import FileKind
from tracker.store.store import Store

DONE, REFUSED, INTERRUPTED = 0, 1, 130
_CALENDAR = "ics"
PASSPHRASE_VARIABLE = "TRACKER_PASSPHRASE"  # noqa: S105 - its name

_Command = Callable[[str, Callable[[Namespace], int], str], ArgumentParser]


def main(arguments: list[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names must not fail in an old console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    known = parser()
    options = known.parse_args(arguments)
    if options.selftest and options.run is not _window:
        known.error("--selftest goes without a command")
    try:
        code: int = options.run(options)
        if sys.stdout:  # none on Windows without a console
            sys.stdout.flush()
    except UserError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


# What can be asked for


def parser() -> ArgumentParser:
    """All commands and options."""
    whole = ArgumentParser(
        prog="tracker",
        description="Long-term follow-up of cancer patients on immunotherapy.",
        epilog="Without a command the window opens. The passphrase is asked for, unless "
        f"--passphrase-file or {PASSPHRASE_VARIABLE} gives it.",
        allow_abbrev=False,  # a script must not break when an option is added
    )
    whole.set_defaults(run=_window)
    place = whole.add_mutually_exclusive_group()
    place.add_argument("--profile", type=Path, metavar="DIR", help="folder of the clinic's data")
    place.add_argument(
        "--demo", action="store_true", help="a throw-away profile, working date 2024-11-26"
    )
    whole.add_argument("--passphrase-file", type=Path, metavar="FILE")
    whole.add_argument("--user", metavar="NAME", help="who; else whoever's passphrase it is")
    whole.add_argument(
        "--selftest", type=Path, metavar="DIR", help="try everything, leave pictures in DIR"
    )
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[Namespace], int], text: str) -> ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        added.set_defaults(run=run)
        return added

    _add_reading(command)
    _add_files(command)
    _add_keeping(command)
    cli_backups.add_commands(command, cli_backups.Profiles(_opened, _folder, _passphrase))
    cli_users.add_commands(command, _opened)
    cli_keeping.add_commands(command, _opened)
    cli_keeping.add_retire(command, _folder, _passphrase)
    return whole


def _add_reading(command: _Command) -> None:
    show = command("show", _show, "Print a patient's derived state.")
    show.add_argument("mrn", metavar="MRN", help="hospital number, character by character")
    show.add_argument("--as-of", type=_day, metavar="DATE", help="state on this day")
    _add_json(show)
    due = command("due", _due, "Print who is due, overdue or held, and why.")
    due.add_argument("--on", type=_day, metavar="DATE", help="day of the list; today by default")
    due.add_argument("--days", type=_days, default=0, metavar="N", help="look N days ahead")
    due.add_argument(
        "--section",
        choices=today.SECTIONS,
        metavar="NAME",
        help=f"only this part of the list: {', '.join(today.SECTIONS)}",
    )
    _add_json(due)
    _add_json(command("quality", _quality, "Print what the charts leave open, or say in two ways."))
    reminder = command("remind", _remind, "Say how many are due, without a key and without names.")
    cli_remind.add_options(reminder, _day)


def _add_files(command: _Command) -> None:
    taken = command("import", _import, "Take records from a file: all of them, or none.")
    taken.add_argument("file", type=Path, metavar="FILE")
    _add_kind(taken, "what the file holds; by default what its name ends with")
    taken.add_argument(
        "--duplicates",
        type=SamePerson,
        choices=list(SamePerson),
        metavar="ANSWER",
        help="new patients who may be on file: other = other people, link = the same people, "
        "skip = leave them out; without it such a file is refused with the list",
    )
    taken.add_argument("--dry-run", action="store_true", help="only check; write nothing")
    _add_json(taken)
    given = command("export", _export, "Write records to a file that anybody can read.")
    given.add_argument("destination", type=Path, metavar="DEST")
    given.add_argument(
        "--as",
        dest="kind",
        choices=[*(kind.value for kind in FileKind), _CALENDAR],
        metavar="KIND",
        help="json: all charts and the reference ranges, csv: marker results, ics: the day list as "
        "a calendar; by default what its name ends with",
    )
    given.add_argument(
        "--anonymised", action="store_true", help="json: without identity and free text"
    )
    given.add_argument("--names", action="store_true", help="ics: with names and treatments")
    given.add_argument("--patient", metavar="MRN", help="only this patient")
    given.add_argument("--force", action="store_true", help="replace a file that is there")
    command("schema", _schema, "Print the JSON schema of the program's own files.")


def _add_keeping(command: _Command) -> None:
    init = command("init", _init, "Make a profile and print its recovery code.")
    init.add_argument("--clinic", required=True, metavar="NAME")
    init.add_argument(
        "--user", required=True, metavar="NAME", help="the first user, an administrator"
    )
    init.add_argument(
        "--accepted-by", metavar="NAME", help="who accepts the limits of use for the clinic"
    )
    command("migrate", _migrate, "Bring the profile to this version of the program.")


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_kind(parser: ArgumentParser, help_text: str) -> None:
    parser.add_argument(
        "--as", dest="kind", type=FileKind, choices=list(FileKind), metavar="KIND", help=help_text
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is not a day like 2024-11-26"
        raise ArgumentTypeError(msg) from None


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        msg = f"{text!r} is not a number of days"
        raise ArgumentTypeError(msg)
    return int(text)


# The window


def _window(options: Namespace) -> int:
    if options.selftest:
        from tracker import selftest

        return selftest.run(options.selftest)
    from tracker import app  # Qt is loaded for a window only

    return app.run(options.profile, is_demo=options.demo)


# A profile for a command


@contextmanager
def _opened(
    options: Namespace, *, writing: bool, backup: bool = False, warns: bool = True
) -> Iterator[tuple[Store, Context]]:
    """The profile of the options; a reading command also works beside an open window.

    ``backup`` asks for one when the command has succeeded; ``warns`` prints at once what is wrong
    with the end of the trail.
    """
    if options.demo:
        with demo.throw_away(paths.resources() / "demo") as store:
            yield store, profiles.context(store, demo.clock())
        return
    folder, clock = _folder(options), SystemClock()
    if not profiles.exists(folder):  # before a passphrase is asked for
        raise _no_profile(folder)
    opening = profiles.open if writing else profiles.open_or_read
    store = opening(folder, user=options.user, passphrase=_passphrase(options), clock=clock)
    for warning in store.warnings if warns else ():
        print(warning.message, file=sys.stderr)
    try:
        with store.naming_faults():
            yield store, profiles.context(store, clock)
    except BaseException:
        backup = False
        raise
    finally:
        profiles.close(store, clock, backup=backup)


def _folder(options: Namespace) -> Path:
    if options.demo:
        text = QT_TRANSLATE_NOOP("Message", "The demonstration cannot be made or restored.")
        raise Refused(Message(text))
    folder: Path = options.profile or paths.default_profile()
    return folder


def _no_profile(folder: Path) -> CannotOpen:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "There is no profile in {folder}. Nothing was made. Name its folder with --profile, make "
        "one with “tracker init”, or restore a backup.",
    )
    return CannotOpen(Message(text, {"folder": str(folder)}))


def _passphrase(options: Namespace, *, new: bool = False) -> str:
    if options.passphrase_file:
        try:
            text: str = options.passphrase_file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _no_passphrase_file(options.passphrase_file) from error
        return text.rstrip("\r\n")
    if PASSPHRASE_VARIABLE in os.environ:
        return os.environ[PASSPHRASE_VARIABLE]
    if sys.stdin is None or not sys.stdin.isatty():
        raise _nobody_to_ask()
    typed = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("The same again: ") != typed:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "The two passphrases are not the same. Nothing was made."
                )
            )
        )
    return typed


def _no_passphrase_file(file: Path) -> CannotOpen:
    text = QT_TRANSLATE_NOOP("Message", "The passphrase file {file} cannot be read as UTF-8 text.")
    return CannotOpen(Message(text, {"file": str(file)}))


def _nobody_to_ask() -> CannotOpen:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "A passphrase is needed and there is no terminal to ask for it. Use --passphrase-file or "
        "the variable {variable}.",
    )
    return CannotOpen(Message(text, {"variable": PASSPHRASE_VARIABLE}))


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


# Commands that read


def _show(options: Namespace) -> int:
    # as JSON it is an export, and that is written into the audit trail
    with _opened(options, writing=options.json) as (store, ctx):
        patient = patients.by_number(store, ctx, mrn=options.mrn)
        if options.json:
            found = exports.state_of(store, ctx, patient=patient, as_of=options.as_of)
            _print_json(found)
        else:
            seen = patients.open_chart(store, ctx, patient=patient, as_of=options.as_of)
            print(cli_pages.patient_page(state(seen.chart, seen.as_of)))
    return DONE


def _due(options: Namespace) -> int:
    with _opened(options, writing=False) as (store, ctx):
        day = options.on or ctx.clock.today()
        found = today.day(store, ctx, on=day, days=options.days)
        lines = found.section(options.section) if options.section else found.lines
    if options.json:
        _print_json([cli_pages.due_object(line) for line in lines])
    else:
        print(cli_pages.due_page(lines, day))
    return DONE


def _quality(options: Namespace) -> int:
    with _opened(options, writing=False) as (store, ctx):
        found = list(quality.everything(store, ctx))
    if options.json:
        _print_json([cli_pages.quality_object(chart) for chart in found])
    else:
        print(cli_pages.quality_page(found))
    return DONE


def _remind(options: Namespace) -> int:
    return cli_remind.run(options, options.profile or paths.default_profile())


# Commands on files


def _import(options: Namespace) -> int:
    stores = not options.dry_run
    with _opened(options, writing=stores, backup=stores) as (store, ctx):
        if stores and not options.demo:
            backups.keep(store, ctx.clock)  # the state before
        report = imports.import_file(
            store,
            ctx,
            path=options.file,
            as_kind=options.kind,
            dry_run=options.dry_run,
            answers=lambda _patient: options.duplicates,
        )
    if options.json:
        _print_json(cli_pages.import_object(report))
    else:
        print(cli_pages.import_page(report))
    for problem in report.problems:
        print(problem, file=sys.stderr)
    return REFUSED if report.problems else DONE


def _export(options: Namespace) -> int:
    if options.anonymised:
        return _export_anonymised(options)
    if (options.kind or options.destination.suffix.lower()[1:]) == _CALENDAR:
        return _export_calendar(options)
    kind = FileKind(options.kind) if options.kind else None
    with _opened(options, writing=True) as (store, ctx):
        patient = patients.by_number(store, ctx, mrn=options.patient) if options.patient else None
        written = exports.export(
            store,
            ctx,
            dest=options.destination,
            kind=kind,
            patient=patient,
            force=options.force,
        )
    print(f"{written.path} (patients: {written.patients}), not encrypted. SHA-256 {written.sha256}")
    print(exports.not_in(written.path, kind))
    return DONE


def _export_anonymised(options: Namespace) -> int:
    from tracker.services import anonymised

    if options.names or options.kind not in {None, FileKind.JSON.value}:
        text = QT_TRANSLATE_NOOP(
            "Message", "--anonymised writes JSON without names: leave out --as and --names."
        )
        raise Refused(Message(text))
    with _opened(options, writing=True) as (store, ctx):
        patient = patients.by_number(store, ctx, mrn=options.patient) if options.patient else None
        made = anonymised.export(
            store, ctx, dest=options.destination, patient=patient, force=options.force
        )
    print("\n".join(anonymised.STATEMENT))
    texts = ", ".join(f"{field} {n}" for field, n in sorted(made.unlisted.items())) or "none"
    print(f"{made.path} (patients: {made.patients}), not encrypted. SHA-256 {made.sha256}")
    print(f"Texts that are in no list and were left out: {texts}")
    return DONE


def _export_calendar(options: Namespace) -> int:
    from tracker.services import calendar_export

    with _opened(options, writing=True) as (store, ctx):
        made = calendar_export.export(
            store, ctx, dest=options.destination, names=options.names, force=options.force
        )
    print(
        f"{made.path}, events: {made.events} ({made.new} new, {made.changed} changed), "
        f"{made.cancelled} cancelled; lines without a day, not in it: {made.undated}. "
        f"Not encrypted. SHA-256 {made.sha256}"
    )
    return DONE


def _schema(_options: Namespace) -> int:
    print(exports.json_schema(), end="")
    return DONE


# Commands that keep and prove


def _init(options: Namespace) -> int:
    clock: Clock = SystemClock()
    folder = _folder(options)
    new = setup.NewClinic(
        clinic=options.clinic,
        accepted_by=_accepted_by(options),
        user=options.user,
        folder=folder,
        passphrase=_passphrase(options, new=True),
    )
    store, code = setup.create(new, clock)
    profiles.close(store, clock, backup=False)
    print(f"Profile made in {folder}.")
    print("Recovery code, kept nowhere; print it and seal it in an envelope:")
    print(code)
    return DONE


def _accepted_by(options: Namespace) -> str:
    """Who accepts what the program is not, after it was shown as the first steps show it."""
    print("What this program is not:", *setup.LIMITS, sep="\n\n", end="\n\n", flush=True)
    if options.accepted_by is not None:
        return normal(options.accepted_by)
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "Nobody has accepted this yet, and there is no terminal to ask. Say with "
                    "--accepted-by who accepts it for the clinic: name and position. Nothing was "
                    "made.",
                )
            )
        )
    return normal(input("Accepted for the clinic by (name and position): "))


def _migrate(options: Namespace) -> int:
    with _opened(options, writing=True) as (store, _ctx):  # opening is what migrates
        print(f"The profile is at schema {store.schema}, that of this program.")
    return DONE
