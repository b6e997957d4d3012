"""一列里哪几项没变、哪几项改了、删了、添了：删去中间一项，不算后面各项都改了。"""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from casebook.editing.roundtrip import Plain

Pair = tuple[int | None, int | None]
"""（原来的第几项，现在的第几项），从 0 起；没有原来的是添的，没有现在的是删的。"""


def align(old: Sequence[Plain], new: Sequence[Plain]) -> Iterator[Pair]:
    """两列各项怎样对应，按先后给出。"""
    before, after = list(map(_key, old)), list(map(_key, new))
    for _, i, last_i, j, last_j in SequenceMatcher(None, before, after, False).get_opcodes():
        yield from zip_longest(range(i, last_i), range(j, last_j))


def _key(item: Plain) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True)
