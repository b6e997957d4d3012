"""门禁：只认本机、只认启动时给的那把钥匙、只认自己页面发来的请求，不许页面向外要东西。"""

import hmac
import secrets
from hashlib import sha256

from msgspec import Struct

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self';"
    " frame-ancestors 'self'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Visit(Struct, frozen=True):
    """一次请求里门禁要看的几样。"""

    host: str
    origin: str | None
    method: str
    key: str
    stamp: str


class Gatekeeper(Struct, frozen=True):
    """门卫。`key` 是钥匙，只在这次启动有效；`port` 是开在哪个端口。"""

    port: int
    key: str

    @classmethod
    def on(cls, port: int) -> "Gatekeeper":
        """换一把新钥匙。"""
        return cls(port, secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """存钥匙的 cookie 名；同一台电脑开两个也不混。"""
        return f"casebook_{self.port}"

    @property
    def stamp(self) -> str:
        """每张表单带的印记，别的网站做不出来。"""
        return hmac.new(self.key.encode(), b"form", sha256).hexdigest()

    @property
    def address(self) -> str:
        """第一次打开的网址，带着钥匙。"""
        return f"http://127.0.0.1:{self.port}/open/{self.key}"

    def holds(self, key: str) -> bool:
        """钥匙对不对。"""
        return hmac.compare_digest(key.encode(), self.key.encode())

    def refusal(self, visit: Visit) -> str | None:
        """不让进的理由；让进为 None。"""
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        if visit.host not in hosts:
            return "网址不是本机的"
        if visit.origin is not None and visit.origin not in {f"http://{h}" for h in hosts}:
            return "请求来自别的网站"
        if not self.holds(visit.key):
            return "没有钥匙。请回到启动表单的窗口，打开那里给的网址"
        if visit.method not in {"GET", "HEAD"}:
            if visit.origin is None:
                return "看不出请求来自哪里"
            if not hmac.compare_digest(visit.stamp.encode(), self.stamp.encode()):
                return "表单过期了，刷新页面再试"
        return None
