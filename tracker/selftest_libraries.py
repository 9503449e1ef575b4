# SPDX-License-Identifier: MIT
"""The part of the self-test that asks every library of the program for one answer that is known.

A package with its own Python can lack a file that is looked for only on use: a table of pinyin, a
country's holidays, a printer's plug-in. What other parts of the self-test use is not repeated.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID

from tracker import paths

_DAY: Final = date(2024, 10, 1)


def faults(folder: Path) -> list[str]:
    """What does not work, each with its reason; empty when all do.

    Args:
        folder: for a page that is printed into a file.
    """
    found = []
    for name, works in _CHECKS.items():
        try:
            answer = works(folder)
        except (ImportError, OSError, LookupError, ValueError, NotImplementedError) as error:
            found.append(f"{name} ({type(error).__name__}: {error})")
        else:
            if not answer:
                found.append(f"{name} (another answer than expected)")
    return found


def _numbers(_folder: Path) -> bool:
    import numpy as np

    product = np.arange(4.0).reshape(2, 2) @ np.eye(2)  # by the library's own linear algebra
    return bool((product == [[0, 1], [2, 3]]).all())


def _plots(_folder: Path) -> bool:
    import pyqtgraph as pg

    widget = pg.PlotWidget()
    widget.plot([0, 1], [1, 0])
    drawn = not widget.grab().isNull()
    widget.close()
    return drawn


def _pinyin(_folder: Path) -> bool:
    from tracker.services.search_keys import readings_of

    return any("zhang" in reading for name in readings_of("张示例") for reading in name)


def _holidays(_folder: Path) -> bool:
    import holidays

    chinese = holidays.country_holidays("CN", language="zh_CN")
    british = holidays.country_holidays("GB", subdiv="SCT")
    return "国庆节" in str(chinese.get(_DAY)) and date(2024, 11, 30) in british


def _calendar(_folder: Path) -> bool:
    from icalendar import Calendar

    from tracker.interchange import ical

    event = ical.CalendarEvent(UUID(int=1), _DAY, _DAY, "自检 self-test")
    file = ical.write([event], name="self-test", at=datetime(2024, 10, 1, 8, tzinfo=UTC))
    read = Calendar.from_ical(file).walk("VEVENT")
    return [str(each["summary"]) for each in read] == [event.summary]


def _workbooks(_folder: Path) -> bool:
    """Written by one library, read by the other."""
    from python_calamine import CalamineWorkbook
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("自检").write_row(0, 0, ["00123", "<0.50"])
    read = CalamineWorkbook.from_filelike(BytesIO(file.getvalue()))
    return read.get_sheet_by_name("自检").to_python() == [["00123", "<0.50"]]


def _keys(_folder: Path) -> bool:
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = hash_secret_raw(b"self-test", b"salt of 16 bytes", 1, 8192, 1, hash_len=32, type=Type.ID)
    sealed = AESGCM(key).encrypt(bytes(12), b"self-test", None)
    return AESGCM(key).decrypt(bytes(12), sealed, None) == b"self-test"


def _time_zones(_folder: Path) -> bool:
    from zoneinfo import ZoneInfo

    return datetime(2024, 10, 1, tzinfo=ZoneInfo("Asia/Shanghai")).utcoffset() is not None


def _printing(folder: Path) -> bool:
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from tracker.ui.paper import page_layout

    QPrinterInfo.availablePrinterNames()  # none is a normal state; asking loads the plug-in
    page = folder / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(page))
    printer.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.drawText(100, 200, "自检 self-test")
    painter.end()
    printed = page.read_bytes().startswith(b"%PDF-")
    page.unlink()
    return printed


def _icons(_folder: Path) -> bool:
    """The formats of pictures come as plug-ins, too."""
    from PySide6.QtGui import QIcon, QImage

    svg, png = (paths.resources() / "icons" / f"tracker.{end}" for end in ("svg", "png"))
    if not (svg.is_file() and png.is_file()):
        return False
    return not QIcon(str(svg)).pixmap(64, 64).isNull() and not QImage(str(png)).isNull()


def _photographs(_folder: Path) -> bool:
    """Documents are JPEG, too: its plug-in writes what the program then reads."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QImageWriter

    from tracker.ui.dialogs.picture import read_picture

    picture = QImage(16, 8, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    written = QImageWriter(buffer, QByteArray(b"jpeg")).write(picture)
    return written and read_picture(bytes(buffer.data().data())).size() == picture.size()


def _drawings(_folder: Path) -> bool:
    from PySide6.QtCore import QBuffer, QSize
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

    drawing = QBuffer()  # no file: Windows keeps one from being removed while it is drawn on
    generator = QSvgGenerator()
    generator.setOutputDevice(drawing)
    generator.setSize(QSize(100, 50))
    painter = QPainter(generator)
    painter.drawText(10, 20, "自检 self-test")
    painter.end()
    return QSvgRenderer(drawing.data()).isValid()


def _calls_between_windows(_folder: Path) -> bool:
    """A second start calls the first window by a local socket, which has no address to reach."""
    from uuid import uuid4

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from tracker.ui.one_window import socket_name

    name = socket_name(Path(f"self-test-{uuid4()}"))
    server, call = QLocalServer(), QLocalSocket()
    if not server.listen(name):
        return False
    call.connectToServer(name)
    connected = call.waitForConnected(1_000)
    call.close()
    server.close()
    return connected


def _chinese(_folder: Path) -> bool:
    """The program's words and Qt's own."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    words = paths.resources() / "i18n"
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    is_source = (words / "tracker_zh_CN.ts").exists()  # dev.py makes the words from it
    own = is_source or QTranslator().load("tracker_zh_CN", str(words))
    return own and QTranslator().load("qtbase_zh_CN", qt_words)


def _definitions(_folder: Path) -> bool:
    """Files that are opened by their place: clinical tables and the reminder's definitions."""
    places = (
        paths.resources() / "clinical" / "ctcae_v5_terms.csv",
        paths.resources() / "demo" / "seed_case.json",
        paths.autostart() / "linux" / "reminder.timer",
    )
    return all(place.is_file() for place in places)


_CHECKS: Final[dict[str, Callable[[Path], bool]]] = {
    "numpy": _numbers,
    "pyqtgraph": _plots,
    "pypinyin": _pinyin,
    "holidays": _holidays,
    "icalendar": _calendar,
    "XlsxWriter and python-calamine": _workbooks,
    "argon2 and cryptography": _keys,
    "tzdata": _time_zones,
    "printing": _printing,
    "pictures": _icons,
    "photographs": _photographs,
    "drawings": _drawings,
    "calls between windows": _calls_between_windows,
    "the Chinese words": _chinese,
    "tables and definitions": _definitions,
}
