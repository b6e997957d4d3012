"""相册：案件用到的照片，各有多大、内容的指纹是什么。"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


class Photograph(Struct, frozen=True):
    """一张照片：文件、内容的指纹，和给人看的那一份转正以后的宽、高（像素）。"""

    path: Path
    digest: str
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """给人看的那一份的宽、高（像素）。"""
        return self.width, self.height


Album = Mapping[str, Photograph]
"""照片在数据目录里的位置，和它量出来的样子。"""
