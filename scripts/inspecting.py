"""各条命令共用的检查：数据连同手写页面一起查，没有变的不再读，多的分给几个进程、显示进度。"""

import datetime
from pathlib import Path

from environment import ROOT
from private_folder import open_vault

from casebook.inspection import Inspection, Place
from casebook.publishing.workshop import workshop_for

DOCUMENTS = ROOT / "docs"


def shown(folder: Path) -> str:
    """文件夹在报告里的叫法：在当前目录之下就写相对路径，编辑器点得开。"""
    try:
        return folder.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()


def inspect_project(data: Path, today: datetime.date | None = None) -> Inspection:
    """检查 `data` 和手写页面；`today` 不给就用本镇资料的基准日期。"""
    places = Place(data, shown(data)), Place(DOCUMENTS, shown(DOCUMENTS))
    return workshop_for(ROOT, data, DOCUMENTS).inspect(*places, today, open_vault())
