"""edit 命令：印出带钥匙的网址，只开在本机，按 Ctrl+C 干净地结束。"""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from serve import find_free_port

from tests.workbench import ROOT


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name == "nt", reason="Windows 的 Ctrl+C 另有发法")
def test_the_form_opens_with_its_key_and_ends_with_ctrl_c(data: Path) -> None:
    port = str(find_free_port())
    command = [sys.executable, str(ROOT / "scripts" / "manage.py"), "edit", "--no-browser"]
    with subprocess.Popen(
        [*command, "--port", port, "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        address = process.stdout.readline().strip()
        assert address.startswith(f"http://127.0.0.1:{port}/open/")
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with browser.open(address, timeout=60) as page:
            assert "全部记录" in page.read().decode("utf-8")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60)
        refused.value.close()
        assert refused.value.code == 403
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 130
        finally:
            process.kill()
