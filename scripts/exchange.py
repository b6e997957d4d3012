"""两个文件夹一步对调：Linux 有这样的系统调用，看的人一刻也不会遇到没有网站。只用标准库。"""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD：相对路径从当前目录起
_EXCHANGE = 2  # RENAME_EXCHANGE


def exchange(one: Path, other: Path) -> bool:
    """把两个已有的文件夹对调，返回是否做成；系统或磁盘不支持时什么也不动。"""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
