"""索引文件的样子：一个 `.js`，叫一次收件的函数；写出来和读回去都在这里。"""

import json
from typing import Any

File = tuple[str, bytes]
_CALL = "casebookSearch.{}({})\n"


def write_script(address: str, receiver: str, *arguments: Any) -> File:
    """叫 `receiver`、把 `arguments` 交给它的一个文件。"""
    return address, _CALL.format(receiver, ",".join(map(_json, arguments))).encode()


def read_script(script: bytes) -> list[Any]:
    """`write_script` 写下的各个参数。"""
    text = script.decode()
    arguments: list[Any] = json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")
    return arguments


def _json(value: Any) -> str:
    """不含换行、可以原样放进脚本的 JSON。"""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
