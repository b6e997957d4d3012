"""存下的正则表达式：与现编的一样，坏了也不碍事。"""

import marshal
import re
import sys
from pathlib import Path

import pytest
from saved_patterns import saved_patterns

EMAIL = r"(?P<user>[\w.]+)@(?P<host>[一-龥a-z]+)"


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    re.purge()
    return re.compile(pattern, flags)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """存着一条正则表达式的文件。"""
    path = tmp_path / "deep" / "patterns"
    with saved_patterns(path):
        _compile(EMAIL, re.IGNORECASE)
    return path


def _never(*_: object) -> None:
    raise AssertionError("又编译了一遍")


def test_a_saved_pattern_is_not_compiled_again(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with saved_patterns(saved):
        monkeypatch.setattr("re._compiler._code", _never)
        found = _compile(EMAIL, re.IGNORECASE).fullmatch("AB@某村x")
    assert found is not None
    assert found.groupdict() == {"user": "AB", "host": "某村x"}


def test_a_saved_pattern_is_the_same_as_a_fresh_one(saved: Path) -> None:
    fresh = _compile(EMAIL, re.IGNORECASE)
    with saved_patterns(saved):
        known = _compile(EMAIL, re.IGNORECASE)
    assert known is not fresh
    assert known == fresh
    assert (known.flags, known.groups, known.groupindex) == (fresh.flags, 2, fresh.groupindex)


def test_the_same_words_with_other_flags_are_another_pattern(saved: Path) -> None:
    with saved_patterns(saved):
        assert _compile(EMAIL).fullmatch("AB@X") is None
        assert _compile(EMAIL, re.IGNORECASE).fullmatch("AB@X")


@pytest.mark.parametrize(
    "content",
    [b"", b"not marshal", marshal.dumps(7), marshal.dumps(("另一个 Python", {(EMAIL, 2): ()}))],
    ids=["空的", "乱的", "别的东西", "别的 Python"],
)
def test_a_damaged_file_is_written_anew(saved: Path, content: bytes) -> None:
    saved.write_bytes(content)
    with saved_patterns(saved):
        assert _compile(EMAIL, re.IGNORECASE).fullmatch("a@b")
    assert len(marshal.loads(saved.read_bytes())[1]) == 1


def test_instructions_the_engine_refuses_are_compiled_again(saved: Path) -> None:
    python, patterns = marshal.loads(saved.read_bytes())
    wrong = {wanted: (handed[0], handed[1], [1, 2, 3], *handed[3:])
             for wanted, handed in patterns.items()}  # fmt: skip
    saved.write_bytes(marshal.dumps((python, wrong)))
    with saved_patterns(saved):
        assert _compile(EMAIL, re.IGNORECASE).fullmatch("a@b")


def test_where_nothing_can_be_written_all_goes_on_as_usual(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    with saved_patterns(taken / "patterns"):
        assert _compile(EMAIL).fullmatch("a@b")


def test_a_wrong_pattern_says_what_it_always_says(tmp_path: Path) -> None:
    with saved_patterns(tmp_path / "patterns"), pytest.raises(re.error, match="unterminated"):
        _compile("(")


def test_without_the_inner_module_nothing_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "re._compiler", None)
        patched.delattr(re, "_compiler")
        with saved_patterns(tmp_path / "patterns"):
            patched.undo()
            assert _compile(EMAIL)
    assert not (tmp_path / "patterns").exists()
