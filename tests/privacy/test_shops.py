"""小店的字号要认得，泛称的店铺不能误报。"""

import pytest

from casebook.privacy import Guard

GUARD = Guard()

NAMED = [
    ("老槐树下春燕理发店门前占道", "春燕理发店"),
    ("石桥头德顺五金杂货铺未登记", "德顺五金杂货铺"),
    ("责令桂芳卤鹅摊三日内清洗地面", "桂芳卤鹅摊"),
    ("混投的是阿 贵 螺 蛳 粉 馆，已取证", "阿 贵 螺 蛳 粉 馆"),
    ("门头牌匾 福满**堂**羊肉泡馍 超出尺寸", "福满**堂**羊肉泡馍"),
    ("老王烧烤店外摆", "老王烧烤店"),
    ("经查，小付轮胎私占便道", "小付轮胎"),
    ("红太阳幼儿园周边", "红太阳幼儿园"),
    ("阳光宝贝母婴店外摆", "阳光宝贝母婴店"),
    ("馋嘴猫麻辣烫未办许可", "馋嘴猫麻辣烫"),
    ("店招为“味之源”。", "味之源"),
    ("字号为“柳河镇阿芬日用百货店”", "柳河镇阿芬日用百货店"),
]
GENERIC = [
    "一家烧烤店外摆",
    "某便利店占道经营",
    "村口小卖部门前",
    "两家五金店共用门头",
    "沿街商铺落实门前三包",
    "露天烧烤污染空气",
    "大口屯镇中心幼儿园门前",
    "烟花爆竹零售店应当持证",
    "饲草饲料、农药和种子的储备",
    "因树冠遮挡店招，锯断两棵国槐",
    "从占道的摊主变成超市的店长",
    "楼下凉亭里办起了“共享菜摊”",
    "季家店、诸葛店的地名来历",
    "最右侧的车行道",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_shop_name_is_found_exactly(text: str, name: str) -> None:
    assert ("商号", name) in [(f.kind, text[f.start : f.end]) for f in GUARD.find(text)]


@pytest.mark.parametrize("text", GENERIC)
def test_a_generic_shop_is_left_alone(text: str) -> None:
    assert not [f for f in GUARD.find(text) if f.kind == "商号"]
