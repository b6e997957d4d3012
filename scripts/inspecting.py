"""各条命令共用的检查：数据连同手写页面一起查，没有变的不再读，多的分给几个进程、显示进度。"""

import datetime
from pathlib import Path

from data_options import shown
from environment import ROOT
from private_folder import open_vault

from casebook.inspection import Inspection, Place
from casebook.publishing.workshop import workshop_for

DOCUMENTS = ROOT / "docs"


def inspect_project(data: Path, today: datetime.date | None = None) -> Inspection:
    """检查 `data` 和手写页面；`today` 不给就用本镇资料的基准日期。"""
    places = Place(data, shown(data)), Place(DOCUMENTS, shown(DOCUMENTS))
    return workshop_for(ROOT, data, DOCUMENTS).inspect(*places, today, open_vault())
