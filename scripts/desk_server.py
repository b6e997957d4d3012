"""开在后台的表单：拍照和测试用。数据和没保存的内容都放在调用者给的地方。"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from serve import find_free_port
from werkzeug.serving import WSGIRequestHandler, make_server

from casebook.desk.app import make_app
from casebook.desk.autosave import Autosave
from casebook.desk.guarding import Gatekeeper
from casebook.desk.workspace import Workspace
from casebook.inspection import Crew, Place, inspect_all

HOST = "127.0.0.1"
ASSETS = Path(__file__).resolve().parent.parent / "docs" / "assets"


class Quiet(WSGIRequestHandler):
    """网址里有钥匙，不往屏幕上印。"""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002  werkzeug 的参数名
        """什么也不印。"""


def practice_workspace(data: Path, autosave: Path) -> Workspace:
    """练习用的工作区：结果只记在内存里，不用这台电脑的缓存和密匣。"""
    place, crew = Place(data, "cases_data"), Crew()
    inspecting = partial(inspect_all, place, None, None, None, crew)
    return Workspace(place, None, Autosave(autosave), inspecting)


@contextmanager
def desk_in_background(data: Path, autosave: Path) -> Iterator[Gatekeeper]:
    """在本机开好表单，给出门卫（钥匙、端口、网址）；离开时关掉。"""
    port = find_free_port()
    assert port is not None, "没有空着的端口"
    gatekeeper = Gatekeeper.on(port)
    app = make_app(practice_workspace(data, autosave), gatekeeper, ASSETS)
    server = make_server(HOST, port, app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield gatekeeper
    finally:
        server.shutdown()
        server.server_close()
