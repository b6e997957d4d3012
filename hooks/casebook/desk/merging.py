"""打开以后别处也改过：按键合起来，两边都改了的键把两边的写法都摆出来，由人定。"""

import json

from msgspec import Struct
from pydantic import BaseModel
from werkzeug.datastructures import MultiDict

from casebook.desk.values import Values, flat, posted_values, shown_values
from casebook.editing.files import Snapshot


class Merge(Struct, frozen=True):
    """`posted` 是交回来的，`shown` 是文件现在的，`merged` 是合起来的。

    `moved` 表示打开以后文件变过；`elsewhere` 是别处改了的键和那里的写法。
    """

    posted: Values
    shown: Values
    merged: Values
    moved: bool
    elsewhere: dict[str, str]


def merge_edits(form: MultiDict[str, str], now: Snapshot, model: type[BaseModel]) -> Merge:
    """交回来的内容与文件现在的内容合起来。"""
    posted, shown = posted_values(form, model), shown_values(now.text, model)
    if form.get("fingerprint") == now.fingerprint:
        return Merge(posted, shown, posted, False, {})
    original = _original(form.get("original", ""), model)
    mine = {key: value for key, value in posted.items() if value != original.get(key)}
    elsewhere = {key: value for key, value in shown.items() if value != original.get(key)}
    said = {key: _words(value) for key, value in elsewhere.items() if value != mine.get(key)}
    return Merge(posted, shown, {**shown, **mine}, True, said)


def _original(text: str, model: type[BaseModel]) -> Values:
    """打开时表单里的内容，随表单带回来；读不懂就当作全都改过。"""
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(content, dict):
        return {}
    pairs: MultiDict[str, str] = MultiDict()
    for name, value in content.items():
        for one in value if isinstance(value, list) else [value]:
            pairs.add(str(name), str(one))
        if value == []:
            pairs.add(str(name), "")
    return posted_values(pairs, model)


def _words(value: object) -> str:
    content = flat({"": value}) if isinstance(value, dict | list) else value
    if isinstance(content, dict):
        return "；".join(str(one) for one in content.values() if one) or "（空）"
    return str(content or "（空）")
