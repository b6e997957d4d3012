"""索引的格局：每篇几号、分成几份。格局不变，改一篇就只动几份；变了要整份重写。"""

from collections.abc import Iterable

from msgspec import Struct

from casebook.search.folding import shard_of
from casebook.search.numbering import Numbering

SMALLEST, LARGEST = 128, 4096
"""最少、最多分成几份。"""
PER_SHARD = 2
"""平均几篇文章添一份，一份压缩后约一两千字节。"""
Place = tuple[int, int]
"""（第几组，组里的号）。"""


class Layout(Struct, frozen=True):
    """一套文章的格局；`count` 是篇数。"""

    numbering: Numbering
    shards: int
    count: int

    @classmethod
    def of(cls, addresses: Iterable[str]) -> "Layout":
        """这些地址的格局。"""
        known = tuple(addresses)
        return cls(Numbering.of(known), shards_for(len(known)), len(known))

    @property
    def basis(self) -> str:
        """格局的说明：与上次相同，才可以在上次的索引上改。"""
        return repr((self.shards, self.numbering.record()))

    def place(self, address: str) -> Place:
        """一篇的编号。"""
        return self.numbering.place(address)

    def shard(self, gram: str) -> int:
        """一个词条在第几份。"""
        return shard_of(gram, self.shards)


def shards_for(count: int) -> int:
    """这么多篇文章分成几份，是 2 的幂；篇数翻一番才会变。"""
    shards = SMALLEST
    while shards * PER_SHARD < count and shards < LARGEST:
        shards *= 2
    return shards
