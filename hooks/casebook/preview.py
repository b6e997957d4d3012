"""预览：记录改坏了，就把问题显示在浏览器里；改好了，页面自己回来。上一版好的网站一直留着。"""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from string import Template
from typing import Any

TROUBLE = Path(__file__).with_name("templates") / "preview" / "trouble.html"
ABORTED = 1
"""MkDocs 构建不成时的退出码。"""
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Preview:
    """夹在浏览器与预览服务之间。

    `build` 出错时抛出异常；由它的起因（`__context__`）能写给人看的，`readable` 说得出是哪几类。
    """

    def __init__(
        self,
        build: Callable[[], object],
        serve: Application,
        readable: tuple[type[BaseException], ...],
    ) -> None:
        self._build = build
        self._serve = serve
        self._readable = readable
        self.trouble = ""

    def rebuild(self) -> None:
        """再构建一次。出了错也不抛出，记下来显示；浏览器照样刷新。"""
        try:
            self._build()
        except (Exception, SystemExit) as error:
            if isinstance(error, SystemExit) and error.code != ABORTED:
                raise  # 正好有人让预览结束
            self.trouble = self._explain(error)
        else:
            self.trouble = ""

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """有问题时，每个网页都换成问题的说明；样式、图片等照旧。"""
        path = str(environ.get("PATH_INFO", "/"))
        if not self.trouble or not path.endswith(("/", ".html")):
            return self._serve(environ, start_response)
        page = Template(TROUBLE.read_text(encoding="utf-8"))
        content = page.substitute(trouble=escape(self.trouble)).encode()
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
        start_response("503 Service Unavailable", headers)
        return [content]

    def _explain(self, error: BaseException) -> str:
        for cause in (error.__context__, error):
            if isinstance(cause, self._readable):
                return str(cause).strip()
        return f"程序自己出了错（{type(error).__name__}），请看运行命令的窗口。"
