"""隐私检查：在文本里找出个人信息，或把它遮住。不依赖站点的其他部分。"""

from .findings import Certainty, Finding
from .guard import MASK, Guard

__all__ = ["MASK", "Certainty", "Finding", "Guard"]
