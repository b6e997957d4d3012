"""serve 命令：在本机预览网站，数据、正文、模板一改就刷新。"""

import socket
import sys
from argparse import ArgumentTypeError

from cli import command_parser
from mkdocs_runner import add_data_options, run_mkdocs, site_cache

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TO_TRY = 50
LAST_PORT_NUMBER = 65535


def main(argv: list[str]) -> int:
    """预览到 Ctrl+C 为止，返回退出码：1 数据有问题或端口被占，2 用法不对，130 按了 Ctrl+C。"""
    parser = command_parser("serve", "在本机预览网站，只有这台电脑能打开。", ["", "--port 8080"])
    add_data_options(parser)
    parser.add_argument(
        "--port", metavar="端口", type=port_number, help="网址里的端口号，不写就从 8000 起找空的"
    )
    parser.add_argument("--open", action="store_true", help="顺便打开浏览器")
    options = parser.parse_args(argv)
    port = options.port or find_free_port()
    if port is None or not is_free(port):
        print(f"端口 {port or FIRST_PORT} 正被别的程序使用，请用 --port 换一个。", file=sys.stderr)
        return 1
    print("正在准备预览；看完按 Ctrl+C 结束。", file=sys.stderr, flush=True)
    arguments = ["serve", "--dev-addr", f"{HOST}:{port}"]
    arguments += ["--watch", str(options.data)] if options.data else []
    arguments += ["--open"] if options.open else []
    kept = {"CASEBOOK_SITE": str(site_cache() / "preview" / str(port))}
    return run_mkdocs(arguments, options.data, options.today, kept)


def port_number(text: str) -> int:
    """参数类型：1024 到 65535 的端口号。"""
    if text.isascii() and text.isdigit() and 1024 <= int(text) <= LAST_PORT_NUMBER:
        return int(text)
    raise ArgumentTypeError(f"“{text}”不是端口号，要写 1024 到 {LAST_PORT_NUMBER} 的数")


def find_free_port() -> int | None:
    """从 8000 起找一个空着的端口；一个也没有时返回 None。"""
    candidates = range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY)
    return next((port for port in candidates if is_free(port)), None)


def is_free(port: int) -> bool:
    """本机这个端口现在能不能用。"""
    with socket.socket() as probe:
        if sys.platform != "win32":  # 与 MkDocs 的服务一致：刚关掉的端口马上可用
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
