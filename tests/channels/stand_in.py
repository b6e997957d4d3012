"""替身：像公众号接口那样收图、收封面、收草稿，照文档的上限和返回码拒绝。"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

APP_ID, SECRET = "wx0123456789abcdef", "0123456789abcdef0123456789abcdef"
HOST = "https://mmbiz.qpic.cn/"


class Refused(Exception):
    """拒绝，带返回码。"""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Account:
    """一个公众号：收到的东西，和要它怎样出错。"""

    pictures: list[bytes] = field(default_factory=list)
    covers: dict[str, bytes] = field(default_factory=dict)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    tokens: int = 0
    expired: set[str] = field(default_factory=set)
    fail: dict[str, list[int]] = field(default_factory=dict)
    broken: bool = False

    def answer(self, path: str, query: dict[str, str], body: bytes, kind: str) -> dict[str, Any]:
        name = path.removeprefix("/cgi-bin/")
        self.calls.append(name)
        if self.fail.get(name):
            raise Refused(self.fail[name].pop(0))
        if name == "stable_token":
            return self._token(json.loads(body))
        if query.get("access_token") != f"token-{self.tokens}":
            raise Refused(40001)
        if query["access_token"] in self.expired:
            raise Refused(42001)
        if name == "media/uploadimg":
            return {"url": self._picture(_file(body, kind))}
        if name == "material/add_material":
            return self._cover(_file(body, kind))
        return self._draft(name, json.loads(body))

    def _token(self, body: dict[str, Any]) -> dict[str, Any]:
        if body["appid"] != APP_ID:
            raise Refused(40013)
        if body["secret"] != SECRET:
            raise Refused(40125)
        if body["force_refresh"] or not self.tokens:
            self.tokens += 1
        return {"access_token": f"token-{self.tokens}", "expires_in": 7200}

    def _picture(self, content: bytes) -> str:
        _refuse_bad_image(content, most=1_000_000)
        self.pictures.append(content)
        return f"{HOST}picture-{len(self.pictures)}"

    def _cover(self, content: bytes) -> dict[str, Any]:
        _refuse_bad_image(content, most=10_000_000)
        media_id = f"cover-{len(self.covers) + 1}"
        self.covers[media_id] = content
        return {"media_id": media_id, "url": HOST + media_id}

    def _draft(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        if name == "draft/add":
            [article] = body["articles"]
            self._inspect(article)
            media_id = f"draft-{len(self.drafts) + 1}"
            self.drafts[media_id] = article
            return {"media_id": media_id}
        if body["media_id"] not in self.drafts:
            raise Refused(40007)
        if name == "draft/update":
            self._inspect(body["articles"])
            self.drafts[body["media_id"]] = body["articles"]
            return {"errcode": 0, "errmsg": "ok"}
        return {"news_item": [self.drafts[body["media_id"]]]}

    def _inspect(self, article: dict[str, Any]) -> None:
        content = article["content"]
        sources = re.findall(r'<img[^>]* src="([^"]*)"', content)
        for wrong, code in (
            (len(article["title"]) > 32, 45003),
            (len(article["author"]) > 16, 45110),
            (len(article["digest"]) > 128, 45004),
            (len(article["content_source_url"].encode()) > 1024, 45005),
            (len(content) >= 20_000 or len(content.encode()) >= 1_000_000, 45008),
            (any(not source.startswith(HOST) for source in sources), 45166),
            ("\\u" in content, 47001),
            (article["thumb_media_id"] not in self.covers, 40007),
        ):
            if wrong:
                raise Refused(code)


def _refuse_bad_image(content: bytes, most: int) -> None:
    if not content:
        raise Refused(44001)
    if not content.startswith((b"\x89PNG", b"\xff\xd8")):
        raise Refused(40137)
    if len(content) >= most:
        raise Refused(40009)


def _file(body: bytes, kind: str) -> bytes:
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    for part in message.walk():
        if part.get_filename():
            return bytes(part.get_payload(decode=True))
    raise Refused(41005)


@contextmanager
def serve(account: Account) -> Iterator[str]:
    """开一个替身，给出网址。"""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            split = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(split.query).items()}
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            kind = self.headers.get("Content-Type", "")
            try:
                reply = account.answer(split.path, query, body, kind)
            except Refused as refused:
                reply = {"errcode": refused.code, "errmsg": "refused"}
            content = b"<html>" if account.broken else json.dumps(reply).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """测试里不打印访问记录。"""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
