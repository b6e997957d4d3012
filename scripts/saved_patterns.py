"""编译好的正则表达式存在 `.cache` 里：三百多个每次启动都重新编译，要三分之一秒。

Python 先把正则表达式译成指令，再交给引擎；这里记下交给引擎的，下次直接交。
这是 CPython 内部的事：没有这一层、换了 Python、存的坏了或者写不下，就照常编译。
"""

import marshal
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_PYTHON = f"{sys.implementation.cache_tag} {sys.version}"
_MOST = 2_000
"""存这么多个足够；再多就是随数据变的，从头记起。"""

Wanted = tuple[str, int]
"""正则表达式和它的标志。"""

Handed = tuple[Any, ...]
"""交给引擎的参数：标志、指令、各组的名字。"""


@contextmanager
def saved_patterns(path: Path) -> Iterator[None]:
    """里面要编译的先到 `path` 里找；出来时把新编译的存进去。"""
    try:
        from re import _compiler  # type: ignore[attr-defined]
    except ImportError:
        yield
        return
    compile_afresh, engine = _compiler.compile, _compiler._sre
    saved = _load(path)
    fresh: dict[Wanted, Handed] = {}
    latest = threading.local()

    def hand_over(*arguments: Any) -> re.Pattern[Any]:
        latest.handed = arguments
        return engine.compile(*arguments)  # type: ignore[no-any-return]

    def compile_once(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        known = saved.get((pattern, flags)) if isinstance(pattern, str) else None
        if known is not None:
            with suppress(RuntimeError, TypeError, ValueError):
                return engine.compile(*known)  # type: ignore[no-any-return]
        compiled = compile_afresh(pattern, flags)
        if isinstance(pattern, str):
            fresh[pattern, flags] = latest.handed
        return compiled  # type: ignore[no-any-return]

    _compiler.compile = compile_once
    _compiler._sre = SimpleNamespace(**{**vars(engine), "compile": hand_over})
    try:
        yield
    finally:
        _compiler.compile, _compiler._sre = compile_afresh, engine
        if fresh:
            _save(path, fresh if len(saved) + len(fresh) > _MOST else {**saved, **fresh})


def _load(path: Path) -> dict[Wanted, Handed]:
    """上次存的；没有、坏了或者是别的 Python 存的，就当没有。"""
    try:
        python, saved = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return saved if python == _PYTHON and isinstance(saved, dict) else {}


def _save(path: Path, patterns: dict[Wanted, Handed]) -> None:
    """写好了才换上；写不下就算了。"""
    plain = {wanted: tuple(map(_plain, handed)) for wanted, handed in patterns.items()}
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(marshal.dumps((_PYTHON, plain)))
        draft.replace(path)


def _plain(argument: Any) -> Any:
    """指令里有的数是带名字的，存的时候只留数。"""
    return list(map(int, argument)) if isinstance(argument, list) else argument
