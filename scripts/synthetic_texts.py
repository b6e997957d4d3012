"""造练习案件用的句子：从几组说法里取词拼成，不对应任何真人真事。"""

from random import Random

from msgspec import Struct

SURNAMES = "张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"
ORDINALS = ("", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")
SPOTS = ("村东", "村西", "村南", "村北", "沟边", "坡上", "路口", "桥头", "井旁", "林带边")
TIMES = ("清早", "上午", "晌午", "后晌", "傍晚", "天擦黑时", "夜里")
FINDERS = ("巡查的人循着烟找到", "网格员路过看见", "邻居打12345反映", "巡查车开到跟前")
EXCUSES = (
    "说是图省事，没想到这样也要管",
    "说往年都这么干，没见谁来问",
    "说地方小、时候短，出不了事",
    "说活儿赶得紧，一时没顾上别的",
    "说不知道有这个规定，问清楚以后就不再争了",
)
ATTITUDES = ("当场停了手", "马上动手收拾", "先辩了几句，后来认了", "等着执法人员一块儿处理干净")
LESSONS = (
    "一个人图一时方便，担风险的是左邻右舍。规矩定在前头，就是为了不出事。",
    "这样的事单看一回不大，家家都这么办，就成了大麻烦。",
    "出了事再后悔，钱和人都赔不起；提前问一句，什么都省了。",
    "法律管的不是谁勤谁懒，是怕小事拖成大事。",
)
ADVICE = (
    "拿不准就先打 12345 问一声，问清楚再动手。",
    "提前跟村委会说一声，看有没有现成的办法。",
    "家里老人、孩子也要讲到，别只有一个人知道。",
    "已经这样做了的，赶紧停下、收拾干净，主动说明。",
)


class Scene(Struct, frozen=True):
    """一个案由的说法：做了什么、在哪里、后果、照着做的办法。"""

    deeds: tuple[str, ...]
    places: tuple[str, ...]
    results: tuple[str, ...]
    ways: tuple[str, ...]


SCENES = {
    "露天焚烧秸秆": Scene(
        ("点了玉米秸", "烧了麦茬", "点着一堆豆秆", "烧了辣椒秧", "点了枯草和秸秆"),
        ("农田", "地头", "菜地", "场院"),
        ("烟飘过了路", "灰落到晾着的被褥上", "地边的草也跟着着了", "呛得对面的人睁不开眼"),
        ("收割时带上粉碎装置，直接还田。", "码在地边，等打捆的车来拉。", "送给养牛羊的人家。"),
    ),
    "占用消防通道": Scene(
        ("把车停在消防通道上", "在楼道口堆了杂物", "用旧家具占了通道"),
        ("小区", "商铺后门", "集市旁"),
        ("消防车进不来", "走廊只剩半人宽", "门推不开一半"),
        ("车停到划好的车位里。", "杂物当天清走，别先放一放。", "临时卸货，人别离开。"),
    ),
}
_OTHER = Scene(
    ("倒了几车渣土", "收了别人拉来的碎砖", "把拆房的土堆在那里"),
    ("坑塘边", "闲地", "废院子"),
    ("风一吹满街是土", "下雨冲到了路上", "把排水沟堵了一半"),
    ("渣土交给有手续的车拉走。", "先问清楚能倒在哪里。", "收土垫地也要先办手续。"),
)


class Story(Struct, frozen=True):
    """一件案子的文字。"""

    title: str
    place: str
    summary: str
    commentary: dict[str, str]


def tell(random: Random, matter: str, party: str, result: str, basis: str) -> Story:
    """编一件：`result` 是处理结果（“罚款1000元”），`basis` 是依据的条款。"""
    scene = SCENES.get(matter, _OTHER)
    pick = random.choice
    spot, place = pick(SPOTS), pick(scene.places)
    time, deed, after = pick(TIMES), pick(scene.deeds), pick(scene.results)
    found, excuse, attitude = pick(FINDERS), pick(EXCUSES), pick(ATTITUDES)
    where = f"某村{spot}{place}"
    return Story(
        title=f"{time}{spot}{place}{deed}，{after}",
        place=where,
        summary=f"{party}{time}在{where}{deed}，{after}。{found}时，他{excuse}。{attitude}，{result}。",
        commentary={
            "基本案情": (
                f"{time}，{party}在{where}{deed}。没过多久，{after}。\n\n"
                f"{found}，先请他停下，再拍照、量尺寸、做笔录。{party}{excuse}，随后{attitude}。"
                "从发现到处理干净，前后不到一个时辰。"
            ),
            "处理结果": (
                f"执法人员听完他的申辩，逐条作了答复：地方是自己的，事情却影响到旁人；"
                f"{attitude}，定数额时往轻里算了。最后责令改正，{result}。"
            ),
            "法律依据": (
                f"这件事依据的是{basis}。条文要管的是这个行为本身，不看地方归谁，也不看时间长短。\n\n"
                "依据里的条款，本站按案发那天有效的法律来引。"
            ),
            "以案说法": f"{pick(LESSONS)}\n\n{party}这一回，错在{excuse.removeprefix('说')}。",
            "怎么做才对": "\n".join(
                f"- {line}" for line in (*random.sample(scene.ways, 2), *random.sample(ADVICE, 2))
            ),
        },
    )
