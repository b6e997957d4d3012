"""把工作簿存成字节：压缩包里的时间都定死，不看时钟，逐字节可重复。"""

import re
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CORE = "docProps/core.xml"
_LEVEL = 1
"""压到最小要多花几倍的时间，只小两成。"""
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def freeze(draft: BinaryIO, day: date) -> bytes:
    """写好的 xlsx 换成逐字节可重复的；文件里的时间一律写成 `day` 零点。"""
    stamp = datetime.combine(day, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    frozen = BytesIO()
    with ZipFile(draft) as written, ZipFile(frozen, "w", compresslevel=_LEVEL) as kept:
        for name in sorted(written.namelist()):
            content = written.read(name)
            if name == CORE:
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, content)
    return frozen.getvalue()
