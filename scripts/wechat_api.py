"""公众号的官方接口：取凭证、传图、传封面、存草稿。只在这里联网；报错里绝不带凭证。"""

import json
import time
from collections.abc import Callable
from typing import Any

import requests
from msgspec import Struct
from wechat_errors import BUSY, GONE, RETRY_TOKEN, describe

ADDRESS = "https://api.weixin.qq.com"
TIMEOUT_SECONDS = 30
TRIES, WAIT_SECONDS = 3, 5.0


class WechatProblem(Exception):
    """接口没有办成；文字是中文，可直接给人看。`code` 是返回码，没有连上时为 None。"""

    def __init__(self, message: str, code: int | None = None) -> None:
        super().__init__(message)
        self.code = code


class Draft(Struct, frozen=True):
    """一篇草稿。`content` 里的图都已换成公众号图床的网址。"""

    title: str
    author: str
    digest: str
    content: str
    source: str
    cover: str

    def fields(self) -> dict[str, Any]:
        """接口要的各项。"""
        return {
            "title": self.title,
            "author": self.author,
            "digest": self.digest,
            "content": self.content,
            "content_source_url": self.source,
            "thumb_media_id": self.cover,
            "need_open_comment": 0,
            "only_fans_can_comment": 0,
        }


class WechatApi:
    """一个公众号的接口。`address` 换成别的，测试和代理用。"""

    def __init__(
        self,
        app_id: str,
        secret: str,
        address: str = ADDRESS,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._app_id = app_id
        self._secret = secret
        self._address = address.rstrip("/")
        self._pause = pause
        self._token = ""
        self._session = requests.Session()

    def upload_picture(self, name: str, content: bytes) -> str:
        """正文里的一张图，返回图床上的网址；`name` 以 .png 或 .jpeg 结尾。"""
        files = {"media": (name, content, f"image/{name.rpartition('.')[2]}")}
        return str(self._call("media/uploadimg", files=files)["url"])

    def upload_cover(self, name: str, content: bytes) -> str:
        """封面，返回素材编号。"""
        files = {"media": (name, content, "image/png")}
        return str(self._call("material/add_material", {"type": "image"}, files=files)["media_id"])

    def has_draft(self, media_id: str) -> bool:
        """这份草稿还在不在草稿箱。"""
        try:
            self._call("draft/get", body={"media_id": media_id})
        except WechatProblem as problem:
            if problem.code == GONE:
                return False
            raise
        return True

    def add_draft(self, draft: Draft) -> str:
        """存一份新草稿，返回它的编号。"""
        return str(self._call("draft/add", body={"articles": [draft.fields()]})["media_id"])

    def update_draft(self, media_id: str, draft: Draft) -> None:
        """改原来的草稿。"""
        body = {"media_id": media_id, "index": 0, "articles": draft.fields()}
        self._call("draft/update", body=body)

    def _call(
        self,
        path: str,
        query: dict[str, str] | None = None,
        body: dict[str, Any] | None = None,
        files: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """带凭证调用；凭证失效就换一个，对方忙就等一等，都不行才抛出 `WechatProblem`。"""
        for attempt in range(TRIES):
            token = self._token or self._fetch_token(renew=attempt > 0)
            answer = self._post(path, {"access_token": token, **(query or {})}, body, files)
            code = int(answer.get("errcode", 0))
            if code == 0:
                return answer
            if code in RETRY_TOKEN:
                self._token = ""
            elif code in BUSY:
                self._pause(WAIT_SECONDS)
            else:
                break
        raise WechatProblem(describe(code), code)

    def _fetch_token(self, renew: bool) -> str:
        """稳定版凭证；`renew` 表示旧的不能用，要一个新的。"""
        body = {
            "grant_type": "client_credential",
            "appid": self._app_id,
            "secret": self._secret,
            "force_refresh": renew,
        }
        answer = self._post("stable_token", {}, body)
        if "access_token" not in answer:
            code = int(answer.get("errcode", -1))
            raise WechatProblem(describe(code), code)
        self._token = str(answer["access_token"])
        return self._token

    def _post(
        self,
        path: str,
        query: dict[str, str],
        body: dict[str, Any] | None,
        files: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        # 正文要原样的汉字：写成 \u 转义，微信会当成普通字符存下。
        data = None if files else json.dumps(body, ensure_ascii=False).encode("utf-8")
        try:
            response = self._session.post(
                f"{self._address}/cgi-bin/{path}",
                params=query,
                data=data,
                files=files,
                timeout=TIMEOUT_SECONDS,
            )
            answer = json.loads(response.content)
        except requests.Timeout:
            raise WechatProblem("微信迟迟不答复，检查网络，过一会儿再试。") from None
        except requests.RequestException:
            raise WechatProblem("连不上微信的接口，检查网络。") from None
        except ValueError:
            raise WechatProblem("微信的答复看不懂，可能是网络中间有人改了内容。") from None
        return answer if isinstance(answer, dict) else {"errcode": -1}
