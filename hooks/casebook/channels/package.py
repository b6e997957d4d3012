"""一篇文章在各渠道的一整包文件，和说明它们的清单 manifest.json。"""

import hashlib
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from msgspec import Struct

from casebook.channels.broadcast import broadcast_lines, seconds
from casebook.channels.digest import BODY_LIMIT, DIGEST_LIMIT, TITLE_BY_API, body_length
from casebook.channels.edition import Edition
from casebook.channels.review import review_body, review_edition
from casebook.channels.texts import Texts
from casebook.channels.wechat_rules import find_faults

_ENCODER = json.JSONEncoder(ensure_ascii=False)


class Package(Struct, frozen=True):
    """一包文件：（文件名，内容）按名字排好。"""

    id: str
    files: dict[str, bytes]


def make_package(edition: Edition, texts: Texts, pictures: dict[str, bytes]) -> Package:
    """文字和图凑成一包，加上清单。"""
    files = {name: text.encode("utf-8") for name, text in texts.files().items()} | pictures
    manifest = _legible(_manifest(edition, texts, files))
    return Package(edition.id, dict(sorted(files.items())) | {"manifest.json": manifest.encode()})


def _legible(manifest: dict[str, Any]) -> str:
    """一项一行的 JSON，给人看也方便；json 自己的缩进慢得多。"""
    write = _ENCODER.encode
    lines = []
    for name, value in manifest.items():
        if isinstance(value, dict):
            inner = ",\n".join(f"    {write(key)}: {write(one)}" for key, one in value.items())
            lines.append(f"  {write(name)}: {{\n{inner}\n  }}")
        else:
            lines.append(f"  {write(name)}: {write(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _manifest(edition: Edition, texts: Texts, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "编号": edition.id,
        "标题": edition.title,
        "来源": edition.record.path,
        "网址": edition.url,
        "站内地址": edition.article.address,
        "演示": edition.demonstration,
        "长度": {
            "标题": {"字": len(texts.title), "上限": TITLE_BY_API},
            "摘要": {"字": len(texts.digest), "上限": DIGEST_LIMIT},
            "公众号正文": {"字符": body_length(texts.html), "上限": BODY_LIMIT},
            "广播": {"秒": seconds(broadcast_lines(edition, texts.film.script))},
            "短视频": {"秒": round(texts.film.seconds, 1)},
        },
        "检查": [*_checks(edition, texts)],
        "文件": dict(_listed(files)),
    }


def _checks(edition: Edition, texts: Texts) -> Iterator[dict[str, str]]:
    for fault in chain(review_edition(edition, texts.film), review_body(texts.html, edition)):
        yield {"代码": fault.code, "说明": fault.message}
    for rule, found in find_faults(texts.html):
        yield {"代码": rule.name, "凭据": rule.evidence, "说明": f"{rule.wording}：{found}"}


def _listed(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, content in sorted(files.items()):
        yield name, {"字节": len(content), "sha256": hashlib.sha256(content).hexdigest()}
