"""wechat-draft 命令：把文章存进公众号的草稿箱。不写 --send 只试走一遍，不联网。"""

import os
import re
import sys
from argparse import Namespace
from base64 import b64decode
from collections.abc import Iterator
from itertools import chain

from channels import drafts_named, open_workshop, read_book
from cli import MISUSE, command_parser
from data_options import add_data_option, add_today_option
from draft_ledger import DraftLedger, fingerprint
from environment import CACHE
from wechat_api import ADDRESS, Draft, WechatApi, WechatProblem
from wechat_errors import GONE

from casebook.channels.cover import COVERS
from casebook.channels.digest import body_length
from casebook.channels.edition import Edition, Newsroom
from casebook.channels.fonts import FontProblem
from casebook.channels.review import review_body, review_edition
from casebook.channels.studio import Studio
from casebook.channels.texts import Texts, build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.channels.wechat_rules import find_faults

DESCRIPTION = """\
把文章存进公众号的草稿箱：先传正文里的图和封面，再存草稿；内容没变就不重复存。
不写 --send 只试走一遍：查字数和规矩，说清会做什么，不联网。
密钥只从环境变量读：WECHAT_APPID、WECHAT_APPSECRET；WECHAT_API 可换接口的网址。"""
EXAMPLES = ["2025-001", "2025-001 straw-burning --send"]
COVER = next(iter(COVERS))
_PICTURE = re.compile(r'(?<=src=")data:image/(png|jpeg);base64,([A-Za-z0-9+/=]+)(?=")')


def main(argv: list[str]) -> int:
    """存草稿，返回退出码：0 全部办成，1 有没办成的，2 用法不对或缺密钥。"""
    options = parse(argv)
    book = read_book(options, open_workshop(options))
    if book is None:
        return 1
    newsroom = Newsroom(book)
    drafts = drafts_named(options.ids, newsroom)
    if drafts is None:
        return MISUSE
    desk = None
    if options.send and (desk := open_desk()) is None:
        print("没有密钥：先设好环境变量 WECHAT_APPID 和 WECHAT_APPSECRET。", file=sys.stderr)
        return MISUSE
    renderer = WechatRenderer()
    editions = filter(None, map(newsroom.write, drafts))
    outcomes = [submit(edition, renderer, desk) for edition in editions]
    return 0 if all(outcomes) else 1


def parse(argv: list[str]) -> Namespace:
    """命令行的参数。"""
    parser = command_parser("wechat-draft", DESCRIPTION, EXAMPLES)
    parser.add_argument("ids", metavar="编号", nargs="+", help="哪几篇，编号与 channels 命令相同")
    parser.add_argument("--send", action="store_true", help="真的传；不写只试走一遍")
    add_data_option(parser)
    add_today_option(parser)
    return parser.parse_args(argv)


def submit(edition: Edition, renderer: WechatRenderer, desk: "Desk | None") -> bool:
    """办一篇，打印结果；有毛病的不传。"""
    texts = build_texts(edition, renderer)
    faults = list(find_wrongs(edition, texts))
    if faults:
        print(f"{edition.id}：没有传，先改好：")
        for fault in faults:
            print(f"  {fault}")
        return False
    try:
        cover = Studio(CACHE / "channels").make(COVER, edition)
        outcome = desk.save(edition, texts, cover) if desk else rehearse(texts, cover)
    except (FontProblem, WechatProblem) as problem:
        print(f"{edition.id}：没有办成。{problem}")
        return False
    print(f"{edition.id}：{outcome}")
    return True


def find_wrongs(edition: Edition, texts: Texts) -> Iterator[str]:
    """这一篇不合公众号规矩的地方。"""
    for fault in chain(review_edition(edition, texts.film), review_body(texts.html, edition)):
        if fault.code.startswith("W1"):
            yield f"{fault.code} {fault.message}"
    for rule, found in find_faults(texts.html):
        yield f"{rule.name}（{rule.evidence}）{rule.wording}：{found}"


def rehearse(texts: Texts, cover: bytes) -> str:
    """试走一遍的结果。"""
    pictures = len(_PICTURE.findall(texts.html))
    return (
        f"试走，没有联网。标题 {len(texts.title)} 字，摘要 {len(texts.digest)} 字，"
        f"正文连标签 {body_length(texts.html)} 字；"
        f"要传正文图 {pictures} 张、封面 {len(cover)} 字节。真的要传，加上 --send。"
    )


def open_desk() -> "Desk | None":
    """按环境变量里的密钥备好；缺一样就是 None。"""
    app_id, secret = os.environ.get("WECHAT_APPID"), os.environ.get("WECHAT_APPSECRET")
    if not app_id or not secret:
        return None
    api = WechatApi(app_id, secret, os.environ.get("WECHAT_API") or ADDRESS)
    return Desk(api, DraftLedger(app_id))


class Desk:
    """传一篇要用的接口和记录。"""

    def __init__(self, api: WechatApi, ledger: DraftLedger) -> None:
        self.api = api
        self.ledger = ledger

    def save(self, edition: Edition, texts: Texts, cover: bytes) -> str:
        """传图、传封面、存草稿，返回一句结果；内容没变而草稿还在就什么也不传。"""
        address = edition.article.address
        inputs = repr((texts.title, texts.digest, texts.html, edition.url))
        content = fingerprint(inputs.encode() + cover)
        saved = self.ledger.draft(address)
        present = saved["media_id"] if saved and self.api.has_draft(saved["media_id"]) else None
        if saved and present and saved["content"] == content:
            return "草稿箱里已经是这一版，没有再传。"
        html = _PICTURE.sub(lambda match: self._picture(b64decode(match[2]), match[1]), texts.html)
        try:
            media_id = self._put(self._draft(edition, texts, html, cover), present)
        except WechatProblem as problem:
            if problem.code != GONE:
                raise
            self.ledger.forget_cover(cover)  # 封面在后台删掉了：重传一次再存
            media_id = self._put(self._draft(edition, texts, html, cover), present)
        self.ledger.keep_draft(address, {"media_id": media_id, "content": content})
        return "草稿已更新，到公众号后台的草稿箱里看。" if present else "草稿已存进草稿箱。"

    def _draft(self, edition: Edition, texts: Texts, html: str, cover: bytes) -> Draft:
        return Draft(
            title=texts.title,
            author=edition.town.name,
            digest=texts.digest,
            content=html,
            source=edition.url or "",
            cover=self._cover(cover),
        )

    def _put(self, draft: Draft, media_id: str | None) -> str:
        if media_id is None:
            return self.api.add_draft(draft)
        self.api.update_draft(media_id, draft)
        return media_id

    def _picture(self, content: bytes, style: str) -> str:
        url = self.ledger.picture(content)
        if url is None:
            url = self.api.upload_picture(f"picture.{style}", content)
            self.ledger.keep_picture(content, url)
        return url

    def _cover(self, content: bytes) -> str:
        media_id = self.ledger.cover(content)
        if media_id is None:
            media_id = self.api.upload_cover(COVER, content)
            self.ledger.keep_cover(content, media_id)
        return media_id


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
