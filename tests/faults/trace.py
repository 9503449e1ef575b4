# SPDX-License-Identifier: MIT
"""Reads what strace wrote down: which bytes went where, what was synced, what was acknowledged."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = (
    "open,openat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,sendfile,copy_file_range,"
    "ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_AT_CWD = -100


@dataclass(frozen=True)
class Op:
    """One thing that happened to the folder, in order.

    Attributes:
        what: create, mkdir, unlink, rename, write, cut, sync, or ack.
        file: number of the file's content, for write, cut, sync and create.
        path: where, inside the folder.
        to: the new name of a rename.
        at: where a write begins, or the length after a cut.
        data: what was written, or acknowledged.
    """

    what: str
    file: int = 0
    path: str = ""
    to: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class _Open:
    path: str
    file: int | None
    at: int = 0


@dataclass
class Trace:
    """The operations on a folder, and what was in it before.

    Attributes:
        base: content of each file before, by number.
        names: number of each file before, by path; folders have none.
    """

    base: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, int | None] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)


def recorded(command: list[str], folder: Path, log: Path) -> Trace:
    """Runs a Python module under strace and reads what it did to the folder."""
    reader = _Reader(folder)
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    strace = ["strace", "-f", "-xx", "-s", "33554432", "-e", f"trace={_CALLS}", "-o", str(log)]
    subprocess.run(
        [*strace, sys.executable, "-m", *command], check=True, env=environ, stdout=subprocess.PIPE
    )
    for call, text, answer in _calls(log):
        reader.take(call, text, answer)
    reader.require_same()
    return reader.trace


def _calls(log: Path) -> Iterator[tuple[str, str, int]]:
    waiting: dict[str, str] = {}
    with log.open(errors="replace") as lines:
        for line in lines:
            thread, _, rest = line.rstrip("\n").partition(" ")
            rest = rest.lstrip()
            if "<unfinished ...>" in rest:
                waiting[thread] = rest.split("<unfinished")[0].rstrip()
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", rest)
            if resumed:
                rest = waiting.pop(thread, "") + resumed[1]
            match = _LINE.match(rest)
            if match and int(match[3]) >= 0:
                yield match[1], match[2], int(match[3])


def _texts(text: str) -> list[bytes]:
    return [bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(text)]


def _numbers(text: str) -> list[int]:
    bare = _TEXT.sub("", text).replace("AT_FDCWD", str(_AT_CWD))
    return [int(found) for found in re.findall(r"(?<![\w|])-?\d+(?!\w)", bare)]


class _Reader:
    """Follows descriptors, names and contents as the kernel did."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.trace = Trace()
        for number, path in enumerate(sorted(folder.rglob("*")), start=1):
            inside = path.relative_to(folder).as_posix()
            self.trace.names[inside] = None if path.is_dir() else number
            if path.is_file():
                self.trace.base[number] = path.read_bytes()
        self._names = dict(self.trace.names)
        self._content = {n: bytearray(data) for n, data in self.trace.base.items()}
        self._opened: dict[int, _Open] = {}
        self._takers: dict[str, Callable[[str, int], None]] = {
            "open": self._open,
            "openat": self._open,
            "close": lambda text, _: self._opened.pop(int(text), None) and None,
            "dup": self._dup,
            "dup2": self._dup,
            "dup3": self._dup,
            "fcntl": self._fcntl,
            "lseek": self._seek,
            "write": self._write,
            "pwrite64": self._write_at,
            "sendfile": self._send,
            "writev": self._unknown,
            "copy_file_range": self._unknown,
            "ftruncate": self._cut,
            "fsync": self._sync,
            "fdatasync": self._sync,
            "unlink": self._unlink,
            "unlinkat": self._unlink,
            "rmdir": self._unlink,
            "rename": self._rename,
            "renameat": self._rename,
            "renameat2": self._rename,
            "mkdir": self._mkdir,
            "mkdirat": self._mkdir,
        }

    def require_same(self) -> None:
        """Proves that what was read from the trace is what lies in the folder now."""
        there = {
            path.relative_to(self._folder).as_posix(): path.read_bytes() if path.is_file() else None
            for path in Path(self._folder).rglob("*")
        }
        read = {path: n and bytes(self._content[n]) for path, n in self._names.items()}
        assert read == there, set(read.items()) ^ set(there.items())

    def take(self, call: str, text: str, answer: int) -> None:
        """One system call that succeeded."""
        if call in self._takers:
            self._takers[call](text, answer)

    def _do(self, op: Op) -> None:
        self.trace.ops.append(op)

    def _unknown(self, text: str, _answer: int) -> None:
        if any(number in self._opened for number in _numbers(text)[:2]):
            raise NotImplementedError(text)

    def _inside(self, text: str, *, number: int = 0) -> str | None:
        """The path of a call inside the folder; "" for the folder itself, None for elsewhere."""
        name = _texts(text)[number].decode()
        at = re.match(r"\s*(AT_FDCWD|\d+)", text.split('"', number * 2 + 1)[number * 2].strip(" ,"))
        if not name.startswith("/"):
            base = self._opened.get(int(at[1])) if at and at[1] != "AT_FDCWD" else None
            return None if base is None else f"{base.path}/{name}".strip("/")
        if name == self._folder:
            return ""
        prefix = f"{self._folder}/"
        return name.removeprefix(prefix) if name.startswith(prefix) else None

    def _open(self, text: str, answer: int) -> None:
        self._opened.pop(answer, None)
        path = self._inside(text)
        if path is None:
            return
        if "O_CREAT" in text and path not in self._names:
            number = 1 + max(self._content, default=0)
            self._names[path], self._content[number] = number, bytearray()
            self._do(Op("create", number, path))
        file = self._names.get(path)
        self._opened[answer] = _Open(path, file)
        if file is not None and "O_TRUNC" in text and self._content[file]:
            self._content[file].clear()
            self._do(Op("cut", file))

    def _dup(self, text: str, answer: int) -> None:
        known = self._opened.get(int(text.split(",", maxsplit=1)[0]))
        if known is not None:
            self._opened[answer] = known

    def _fcntl(self, text: str, answer: int) -> None:
        if "F_DUPFD" in text:
            self._dup(text, answer)

    def _seek(self, text: str, answer: int) -> None:
        if known := self._opened.get(int(text.split(",", maxsplit=1)[0])):
            known.at = answer

    def _write(self, text: str, answer: int) -> None:
        descriptor = int(text.split(",", maxsplit=1)[0])
        known, [data] = self._opened.get(descriptor), _texts(text)
        if known and known.file:
            self._put(known.file, known.at, data[:answer])
            known.at += answer
        elif descriptor == 1 and data.startswith(b"ack "):
            self._do(Op("ack", data=data.removeprefix(b"ack ").rstrip(b"\n")))

    def _write_at(self, text: str, answer: int) -> None:
        known, [data] = self._opened.get(int(text.split(",", maxsplit=1)[0])), _texts(text)
        if known and known.file:
            self._put(known.file, _numbers(text)[-1], data[:answer])

    def _send(self, text: str, answer: int) -> None:
        target, source = (self._opened.get(n) for n in _numbers(text)[:2])
        if target and target.file and source and source.file:
            data = bytes(self._content[source.file][source.at : source.at + answer])
            self._put(target.file, target.at, data)
            target.at, source.at = target.at + answer, source.at + answer

    def _put(self, file: int, at: int, data: bytes) -> None:
        put(self._content[file], at, data)
        self._do(Op("write", file, at=at, data=data))

    def _cut(self, text: str, _answer: int) -> None:
        descriptor, length = _numbers(text)
        known = self._opened.get(descriptor)
        if known and known.file:
            cut(self._content[known.file], length)
            self._do(Op("cut", known.file, at=length))

    def _sync(self, text: str, _answer: int) -> None:
        if known := self._opened.get(int(text)):
            self._do(Op("sync", known.file or 0))

    def _unlink(self, text: str, _answer: int) -> None:
        path = self._inside(text)
        if path is not None and path in self._names:
            del self._names[path]
            self._do(Op("unlink", path=path))

    def _rename(self, text: str, _answer: int) -> None:
        old, new = self._inside(text), self._inside(text, number=1)
        if old is None or new is None:
            return
        move(self._names, old, new)
        self._do(Op("rename", path=old, to=new))

    def _mkdir(self, text: str, _answer: int) -> None:
        path = self._inside(text)
        if path:
            self._names[path] = None
            self._do(Op("mkdir", path=path))


def put(content: bytearray, at: int, data: bytes) -> None:
    """Writes into a content, which grows as a file does."""
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def cut(content: bytearray, length: int) -> None:
    """Shortens or lengthens a content."""
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))


def move(names: dict[str, int | None], old: str, new: str) -> None:
    """Renames a file, or a folder with all that is in it."""
    for path in [path for path in names if path == old or path.startswith(f"{old}/")]:
        names[new + path.removeprefix(old)] = names.pop(path)
