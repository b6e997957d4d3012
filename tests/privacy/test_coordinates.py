"""精确的经纬度不论写法都要认得；夹角、文号和小数不是经纬度。"""

import pytest

from casebook.privacy import Guard

GUARD = Guard()

PRECISE = [
    "117.309012,39.717345",
    "39.717345 117.309012",
    "lng：117.30901,lat：39.71734",
    "E:117.30901 N:39.71734",
    "117.3090°E，39.7173°N",
    "117°18'26\"，39°43'11\"",
    "117度17分40秒",
    "117°17.903′E",
    "X=4397218.35，Y=40437602.81",
    "36。5 6 1 8 4，104。6 8 2 0 7",
]
OTHER = [
    "转角117度20分30秒",
    "收据编号No.5820917",
    "分别为112.35、38.41、25.60",
    "比例尺1:2000，采用国家2000坐标系",
    "坡度25度以上",
]


@pytest.mark.parametrize("written", PRECISE)
def test_a_precise_position_is_found(written: str) -> None:
    text = f"位置：{written}。"
    covered = {at for f in GUARD.find(text) for at in range(f.start, f.end) if f.kind == "经纬度"}
    assert 2 * len(covered) >= len(written)


@pytest.mark.parametrize("text", OTHER)
def test_other_numbers_are_not_positions(text: str) -> None:
    assert GUARD.find(text) == ()
