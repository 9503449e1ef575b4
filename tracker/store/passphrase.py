# SPDX-License-Identifier: MIT
"""Which passphrases are refused: a stolen file is guarded by nothing else."""

import re
import unicodedata
from collections.abc import Iterable

from tracker.domain.errors import Problem, Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

MINIMUM_LENGTH = 15

# Tried first by anyone who guesses; runs are recognised in pieces of four and more.
_COMMON_WORDS = (
    "password", "passphrase", "passwort", "letmein", "welcome", "hospital", "clinic", "doctor",
    "admin", "administrator", "secret", "iloveyou", "changeme", "tracker", "mima", "woaini",
)  # fmt: skip
# Long enough, and in every list of passphrases: sayings, first lines, the one of the comic strip.
_COMMON_PHRASES = (
    "correcthorsebatterystaple", "thequickbrownfoxjumpsoverthelazydog", "maytheforcebewithyou",
    "tobeornottobethatisthequestion", "nevergonnagiveyouup", "loremipsumdolorsitamet",
    "onceuponatimeinalandfarfaraway", "alongtimeagoinagalaxyfarfaraway", "thisismypassword",
    "thisismypassphrase", "thisisasecret", "myvoiceismypassport", "ineverforgetmypassword",
    "icantremembermypassword", "opensesame", "everythingisawesome", "winteriscoming",
    "iloveyouforever", "iloveyousomuch", "ilovemyfamily", "ilovemydog", "ilovemycat",
    "godblessamerica", "jesusismysavior", "inthebeginningwastheword", "ourfatherwhoartinheaven",
    "thelordismyshepherd", "theanswerisfortytwo", "livelongandprosper", "happybirthdaytoyou",
    "ichliebedich", "meinpasswort", "jetaimepourtoujours", "motdepasse", "teamomucho",
    "woaizhongguo", "wobuzhidao", "woyongyuanaini", "nihaoshijie", "haohaoxuexitiantianxiangshang",
    "chuangqianmingyueguang", "yishidishangshuang", "床前明月光疑是地上霜", "好好学习天天向上",
    "我永远爱你", "我爱中国", "祝你生日快乐",
)  # fmt: skip
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_OWN_CHARACTERS = 8  # what must be left when everything guessable is taken away
_DIFFERENT_CHARACTERS = 5


def check_passphrase(passphrase: str, avoid: Iterable[str] = ()) -> None:
    """Refuses a passphrase that is short or guessed at once.

    Args:
        passphrase: as typed; judged in the form in which it is used (NFKC).
        avoid: names an attacker knows, such as the clinic's and the user's.

    Raises:
        Refused: with every reason.

    Source: OWASP ASVS 5 6.2 (length, no composition rules, common and context words refused);
    the length is that of NIST SP 800-63B-4 for a single factor.
    """
    Refused.if_any(_problems(unicodedata.normalize("NFKC", passphrase), tuple(avoid)))


def _problems(passphrase: str, avoid: tuple[str, ...]) -> Iterable[Problem]:
    if len(passphrase) < MINIMUM_LENGTH:
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "Characters of the passphrase: {n}; at least {minimum} are needed. "
                    "Four or five unrelated words make a good one.",
                ),
                {"n": len(passphrase), "minimum": MINIMUM_LENGTH},
            )
        )
    elif _is_guessable(_plain(passphrase), avoid):
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The passphrase is easy to guess: it repeats itself, or consists of common "
                    "words, runs of keys, or the name of the clinic or the user. "
                    "Choose four or five unrelated words.",
                )
            )
        )


def _is_guessable(plain: str, avoid: tuple[str, ...]) -> bool:
    if len(set(plain)) < _DIFFERENT_CHARACTERS or _repeats_itself(plain):
        return True
    return len(_without_known_parts(plain, avoid)) < _OWN_CHARACTERS


def _plain(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _repeats_itself(text: str) -> bool:
    return re.fullmatch(r"(.+?)\1+.{0,3}", text) is not None


def _without_known_parts(text: str, avoid: tuple[str, ...]) -> str:
    names = [_plain(word) for name in avoid for word in (name, *name.split())]
    known = {
        word
        for word in (*names, *_COMMON_WORDS, *_COMMON_PHRASES, *_pieces_of_runs())
        if len(word) > 1
    }
    longest_first = sorted(known, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), "", text)


def _pieces_of_runs() -> Iterable[str]:
    for run in _RUNS:
        for direction in (run, run[::-1]):
            for length in range(4, len(direction) + 1):
                for start in range(len(direction) - length + 1):
                    yield direction[start : start + length]
