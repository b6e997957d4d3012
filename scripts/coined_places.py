"""现造的村名、路名、单位名：样子像姓名，模型要学会放过。"""

import random


def _listed(words: str) -> tuple[str, ...]:
    """空格隔开的各项；重复的更常抽中。"""
    return tuple(words.split())


_VILLAGE_ENDINGS: tuple[str, ...] = _listed(
    "庄 庄 庄 庄 庄 屯 屯 营 寨 坨 沽 泊 堡 峪 疃 台 店 厂 桥 湾 沟 岭 "
    "岗 园 里 洼 口 楼 坊 寺 港 渡 甸 淀 圈 头 铺村 各庄 家庄 官屯 马营 "
    "子庄 家河 庄子 店子 洼口 家院 房子 家墅 家堼 村镇 庄子 家胡同"
)
_VILLAGE_MIDDLES: tuple[str, ...] = _listed(
    "各 官 大 小 子 务 李 王 赵 刘 张 马 卜 三 五 二 四 八 公 道 司 司马 家楼 大人"
)
_VILLAGE_SUFFIXES: tuple[str, ...] = _listed("村 村 镇 乡 街 路 社区 小区 桥 集 村口 村委会 工业园")
_STREETS: tuple[str, ...] = _listed(
    "路 街 里 园 苑 道 巷 桥 大街 大道 胡同 小区 家园 花园 新村 公寓 广场 "
    "大厦 市场 公园 小学 中学 医院 社区 新苑 佳苑 嘉园 名苑 花苑 雅苑 商场 集市 "
    "商业街 步行街 工业园 产业园 物流园 水库 大桥 路口 街口 里社区 路北 街东"
)
_TRADES: tuple[str, ...] = _listed(
    "建材 物流 运输 建筑 装饰 物业 餐饮 食品 纺织 五金 农机 种植 养殖 商贸 广告 "
    "环保 保洁 劳务 机械 家具 汽修 印刷 烧烤 早点 超市 水果 服装 电器 园林 渣土 "
    "保险 银行 律师"
)
_VILLAGE_PREFIXES = "大小东西南北前后上下老新"
_FIRMS = (
    "公司",
    "有限公司",
    "厂",
    "店",
    "合作社",
    "队",
    "中心",
    "部",
    "门市",
    "集团",
    "事务所",
    "",
    "",
)


def village(rng: random.Random, surname: str, character: str) -> str:
    """一个现造的村名：姓氏、“家”、方位与地名常用的字拼成。"""
    middle = rng.choice(["", "", "家", "家", rng.choice(_VILLAGE_MIDDLES), character])
    before = rng.choice(_VILLAGE_PREFIXES) if rng.random() < 0.25 else ""
    after = rng.choice(_VILLAGE_SUFFIXES) if rng.random() < 0.4 else ""
    return before + surname + middle + rng.choice(_VILLAGE_ENDINGS) + after


def street(rng: random.Random, coined: str) -> str:
    """一个现造的路名、小区名：安康里、华明家园。"""
    return coined + rng.choice(_STREETS)


def business(rng: random.Random, coined: str) -> str:
    """一个现造的单位名：宏远建材公司、万顺物流。"""
    return coined + rng.choice(_TRADES) + rng.choice(_FIRMS)
