"""任意伪装、任意前后文下，位置都准、遮盖都全；任何 Unicode 文本都不出错。"""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from privacy_disguises import FOR_NUMBERS
from privacy_numbers import mobile, resident_id

from casebook.privacy import Guard
from casebook.privacy.normalize import normalize

GUARD = Guard()
PADDING = st.text("。，、 \n\u200b&;#％某村北侧田埂甲乙丙", max_size=30)


@given(
    st.integers(0, 2**32),
    st.sampled_from([mobile, resident_id]),
    st.sampled_from(sorted(FOR_NUMBERS)),
    PADDING,
    PADDING,
)
@settings(max_examples=400, deadline=None)
def test_offsets_are_exact_whatever_surrounds(
    seed: int, make: object, name: str, left: str, right: str
) -> None:
    rng = random.Random(seed)
    value = make(rng)  # type: ignore[operator]
    hidden = FOR_NUMBERS[name](value, rng)
    text = f"{left}。{hidden}。{right}"
    start = len(left) + 1
    found = [f for f in GUARD.find(text) if f.start < start + len(hidden) and start < f.end]
    assert [(f.start, f.end) for f in found] == [(start, start + len(hidden))] or (
        name in {"实体", "十六进制实体", "网址编码", "标签", "网页换行"} and found
    )
    assert hidden not in GUARD.mask(text)


@given(st.text(max_size=300))
@settings(max_examples=500, deadline=None)
def test_any_text_is_accepted(text: str) -> None:
    masked = GUARD.mask(text)
    assert len(masked) == len(text)
    spans = [(f.start, f.end) for f in GUARD.find(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text("张王&#;x0123456789%E5AB*_`<>br/\\u\u200b\u202e１３", max_size=80))
@settings(max_examples=500, deadline=None)
def test_every_flat_character_points_into_the_original(text: str) -> None:
    view = normalize(text)
    assert len(view.text) == len(view.digits) == len(view.starts) == len(view.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)


@given(st.sampled_from(["张建国", "王秀兰", "欧阳晓峰", "赵德柱"]), PADDING, PADDING)
@settings(max_examples=200, deadline=None)
def test_named_party_never_survives_the_mask(name: str, left: str, right: str) -> None:
    text = f"{left}。当事人：{name}。{right}"
    assert name not in GUARD.mask(text)
    assert len(GUARD.mask(text)) == len(text)


def test_thousands_of_findings_are_resolved_quickly_and_masked() -> None:
    text = "当事人：张建国，手机13812345678，身份证120115196503120011。\n" * 2000
    masked = GUARD.mask(text)
    assert "张建国" not in masked
    assert "1381" not in masked
    assert len(GUARD.find(text)) == 6000
