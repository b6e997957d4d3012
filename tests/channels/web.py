"""真浏览器里的一镇网站：本机的服务器用三种地址打开——localhost、不安全的 http 主机名、file://。"""

import functools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PLAIN_HOST = "town.test"
CATCH = """<!doctype html><meta charset="utf-8"><body contenteditable>
<script>addEventListener("paste", event => {
  const read = kind => event.clipboardData.getData(kind)
  window.caught = { html: read("text/html"), text: read("text/plain") }
  event.preventDefault()
})</script>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """测试里不打印访问记录。"""


@contextmanager
def serve(folder: Path) -> Iterator[int]:
    """在本机开一个服务器，给出端口。"""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def read_kit(site: Path, address: str) -> Any:
    """一篇的 .kit.js 里的内容。"""
    text = (site / address.replace(".html", ".kit.js")).read_text(encoding="utf-8")
    return json.loads(text.strip().removeprefix("casebookKit(").removesuffix(")"))
