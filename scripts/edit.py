"""edit 命令：打开本机的表单，写案例、改案例。"""

import sys
import webbrowser
from argparse import Namespace
from functools import partial

from cli import command_parser
from data_options import add_data_option, add_today_option, shown
from desk_server import HOST, Quiet
from environment import CACHE, ROOT
from inspecting import DOCUMENTS, inspect_project
from processes import INTERRUPTED
from serve import find_free_port, is_free, port_number
from werkzeug.serving import make_server

from casebook.desk.app import make_app
from casebook.desk.autosave import Autosave
from casebook.desk.guarding import Gatekeeper
from casebook.desk.workspace import Workspace
from casebook.inspection import Place

DESCRIPTION = """\
在浏览器里打开一张表单：列出全部记录，新写、修改、照抄、撤回，边写边查，边写边看样子。
只有这台电脑能打开，不向外要任何东西。写到哪里都自动存着；按 Ctrl+C 结束。"""


def main(argv: list[str]) -> int:
    """打开表单到 Ctrl+C 为止，返回退出码：1 端口被占，2 用法不对，130 按了 Ctrl+C。"""
    options = _options(argv)
    port = options.port or find_free_port()
    if port is None or not is_free(port):
        print("端口正被别的程序使用，请用 --port 换一个。", file=sys.stderr)
        return 1
    gatekeeper = Gatekeeper.on(port)
    workspace = _workspace(options)
    workspace.inspect()  # 记录多的时候要查一会儿，在打开浏览器之前查，看得见进度
    server = make_server(
        HOST,
        port,
        make_app(workspace, gatekeeper, ROOT / "docs" / "assets"),
        threaded=True,
        request_handler=Quiet,
    )
    print(f"表单开好了，请在浏览器里打开：\n{gatekeeper.address}\n写完按 Ctrl+C 结束。", flush=True)
    if not options.no_browser:
        webbrowser.open(gatekeeper.address)
    try:
        server.serve_forever()
    finally:
        server.server_close()
    print("表单关了；没保存的内容已经存着，下次打开接着写。", file=sys.stderr)
    return INTERRUPTED  # 只有 Ctrl+C 才走到这里，werkzeug 自己收下了它


def _options(argv: list[str]) -> Namespace:
    parser = command_parser("edit", DESCRIPTION, ["", "--port 8080", "--data 练习数据"])
    add_data_option(parser)
    add_today_option(parser)
    parser.add_argument("--port", metavar="端口", type=port_number, help="不写就从 8000 起找空的")
    parser.add_argument("--no-browser", action="store_true", help="不替我打开浏览器，只印出网址")
    return parser.parse_args(argv)


def _workspace(options: Namespace) -> Workspace:
    return Workspace(
        data=Place(options.data, shown(options.data)),
        documents=Place(DOCUMENTS, "docs"),
        autosave=Autosave(CACHE / "desk"),
        inspecting=partial(inspect_project, options.data, options.today),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
