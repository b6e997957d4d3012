"""记录存起来再还原，与当初校验过的一模一样，写法的次序也一样。"""

import pytest

from casebook.entries.entry import read_entry
from casebook.loading import MODELS
from casebook.memory.packing import pack, unpack
from casebook.source.reading import read_source
from tests.workbench import DATA


@pytest.mark.parametrize("pattern", MODELS)
def test_every_shipped_record_comes_back_the_same(pattern: str) -> None:
    for path in sorted(DATA.glob(pattern)):
        loaded = read_entry(MODELS[pattern], read_source(path, path.name))
        assert loaded is not None
        restored = unpack(MODELS[pattern], pack(loaded.value))
        assert restored == loaded.value
        assert repr(restored) == repr(loaded.value)
        assert pack(restored) == pack(loaded.value)
