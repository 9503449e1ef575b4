# SPDX-License-Identifier: MIT
"""The running program holds no socket that reaches beyond this computer."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def sockets(folder, *options):
    command = [sys.executable, "-m", "tests.offline", str(folder), *options]
    done = subprocess.run(command, capture_output=True, timeout=180, check=True)
    return json.loads(done.stdout)


def test_no_page_of_the_program_opens_a_network_socket(tmp_path):
    assert sockets(tmp_path) == []


def test_a_network_socket_would_be_found(tmp_path):
    assert "AF_INET" in sockets(tmp_path, "--control")
