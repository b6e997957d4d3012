"""把骨架写成登记册的一份 YAML：条号、款数、项数和所在的章；要了才带原文。"""

import re
from datetime import date
from typing import Any

from casebook.law.statutes import COUNTRY
from casebook.lawtext.outline import Outline, OutlinedArticle
from casebook.source.writing import write_yaml

_EFFECTIVE = re.compile(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起施行")
_AMENDED = re.compile(r"修正|修订|修改")
_PLACES = re.compile(r".{1,8}?(?:省|市|自治区|自治州|自治县|县)")
DATABASE = ("国家法律法规数据库", "https://flk.npc.gov.cn/")


def write_skeleton(outline: Outline, checked_on: date, with_text: bool = False) -> str:
    """YAML 文字。`checked_on` 写进核对日期；核实一律先写“待核”，由人对照后再改。"""
    return write_yaml(_statute(outline, checked_on, with_text), width=1000)


def guess_level(name: str) -> str:
    """按名称猜层级，只作底稿。"""
    national = name.startswith(COUNTRY)
    if name.endswith(("法", "法典")):
        return "法律"
    if name.endswith("条例"):
        return "地方性法规" if _PLACES.match(name) and not national else "行政法规"
    if name.endswith(("规定", "办法", "细则", "规则")):
        return "地方政府规章" if _PLACES.match(name) else "部门规章"
    return "规范性文件"


def effective_day(outline: Outline) -> date | None:
    """施行日期：末条写的“自某日起施行”。修正过的法，末条写的是首次施行日，不能当现行版本的。"""
    match = _EFFECTIVE.search(outline.articles[-1].text) if outline.articles else None
    if match is None or _AMENDED.search(outline.history):
        return None
    return date(*map(int, match.groups()))


def _statute(outline: Outline, checked_on: date, with_text: bool) -> dict[str, Any]:
    day = effective_day(outline)
    origin, address = DATABASE
    return {
        "名称": outline.name,
        "简称": [],
        "层级": guess_level(outline.name),
        "条数": outline.last_number,
        "版本": [{"施行": day}] if day else [],
        "来源": origin,
        "网址": address,
        "核对日期": checked_on,
        "核实": "待核",
        "条文": [_article(article, with_text) for article in outline.articles],
    }


def _article(article: OutlinedArticle, with_text: bool) -> dict[str, Any]:
    number, suffix = article.key
    written: dict[str, Any] = {"条": number}
    if suffix:
        written["之"] = suffix
    if article.chapter:
        written["章"] = article.chapter
    parts = article.paragraphs
    if parts:
        written["款数"] = len(parts)
    if len(parts) == 1 and parts[0].items:
        written["项数"] = parts[0].items
    elif any(part.items for part in parts):
        written["款"] = [
            {"款": index, "项数": part.items}
            for index, part in enumerate(parts, start=1)
            if part.items
        ]
    if with_text and article.text:
        written["原文"] = article.text
    return written
