"""把草稿写成规范的 YAML：键照模型的次序，列表一项一行，能不加引号就不加。"""

import re
from collections.abc import Mapping

from casebook.entries.entry import keys_of
from casebook.ledger.drafts import Value
from casebook.records.case import Case

_ORDER = {key: place for place, (key, _) in enumerate(keys_of(Case))}
# 开头、结尾和中间都没有 YAML 会另眼相看的字符。
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~](?:[^#:\n]|:(?! |$)|(?<! )#)*(?<!\s)")
_TYPED = re.compile(
    r"[-+.]?[\d_,.]*|\d+(?::\d+)+|\d{4}-\d\d?-\d\d?.*|null|true|false|yes|no|on|off|y|n",
    re.IGNORECASE,
)


def yaml_text(values: Mapping[str, Value]) -> str:
    """一份记录的全文，末尾有换行。"""
    lines: list[str] = []
    for key, value in sorted(values.items(), key=lambda item: _ORDER[item[0]]):
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {_scalar(item)}" for item in value)]
        else:
            lines.append(f"{key}: {_scalar(value) if isinstance(value, str) else value}")
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """一行文字；YAML 会读错的加单引号。"""
    if _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
