"""隐私检查：在文本里找出个人信息，或把它遮住。不依赖站点的其他部分。"""

from .findings import Certainty, Finding
from .guard import GUARD_VERSION, MASK, Guard

__all__ = ["GUARD_VERSION", "MASK", "Certainty", "Finding", "Guard"]
