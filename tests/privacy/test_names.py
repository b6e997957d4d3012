"""真实姓名要找到，隐名和普通词要放过。姓名都是现造的。"""

import pytest

from casebook.privacy import Guard

GUARD = Guard()


def names_in(text: str) -> list[str]:
    """认出的姓名，照原文的写法。"""
    return [text[f.start : f.end] for f in GUARD.find(text) if f.kind == "姓名"]


NAMED = [
    ("当事人: 张建国", "张建国"),
    ("当事人：赵德柱", "赵德柱"),
    ("姓名：欧阳晓峰", "欧阳晓峰"),
    ("村民王秀兰在自家地头点燃秸秆。", "王秀兰"),
    ("司机李春生驾驶农用三轮车占道停放。", "李春生"),
    ("业主陈丽娟把电动车停在楼道里。", "陈丽娟"),
    ("经营者：刘振华", "刘振华"),
    ("负责人为孙立新，已到场。", "孙立新"),
    ("王某（本名王建军）承认了违法事实。", "王建军"),
    ("张某(曾用名张铁柱)在场。", "张铁柱"),
    ("当事人：王 建 国", "王 建 国"),
    ("当事人张 建国在地头焚烧秸秆。", "张 建国"),
    ("执法人员：高志强、马宏伟", "高志强"),
    ("执法人员：高志强、马宏伟", "马宏伟"),
    ("经办人　周国平", "周国平"),
    ("被处罚人：阿卜杜拉·买买提，男。", "阿卜杜拉·买买提"),
    ("摊主买买提·艾力把烤炉搬走了。", "买买提·艾力"),
    ("张**建**国在村东焚烧秸秆。", "张**建**国"),
    ("村民张\u200b建\u200b国在村东焚烧秸秆。", "张\u200b建\u200b国"),
    ("村民&#24352;建国在村东焚烧秸秆。", "&#24352;建国"),
    ("  执法人员巡查到村东农田时，发现村民张\n  建国正在焚烧秸秆。\n", "张\n  建国"),
    ("被告人周海涛伙同吴志刚窜至被害人郑玉梅家中。", "郑玉梅"),
    ("司马文彬与诸葛亮亮共同倾倒渣土。", "司马文彬"),
    ("证人吐尔逊·艾合买提说看到了烟。", "吐尔逊·艾合买提"),
    ("当事人刘张晓雨，女。", "刘张晓雨"),
    ("當事人錢國棟對處罰沒有異議。", "錢國棟"),
    ("前天下午王强又来摆摊。", "王强"),
    ("张建国、李秀英和赵磊均已缴款。", "赵磊"),
    ("被询问人马德顺称，当天不在家。", "马德顺"),
    ("网格长史秀兰反映，坑塘边有人私搭。", "史秀兰"),
    ("委托其侄余小波全权处理。", "余小波"),
    ("审判员步海燕适用普通程序。", "步海燕"),
    ("被申请人桑杰·多吉对裁决有异议。", "桑杰·多吉"),
    ("巴特尔·乌恩驾驶蓝色农用车。", "巴特尔·乌恩"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_full_name_is_found_exactly(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    ["<!-- 原始记录：赵德柱 -->赵某", '<img src="a.png" alt="赵德柱的摊位">', "<!--\n赵德柱\n-->"],
)
def test_names_out_of_the_readers_sight_are_found(text: str) -> None:
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["赵德柱"]


def test_name_found_once_is_found_everywhere() -> None:
    text = "当事人：卜立。\n\n" + "卜立不在家。" * 3
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["卜立"] * 4


def test_name_after_a_line_break_counts_as_sentence_initial() -> None:
    text = "现场有两个人。\n刘洋不承认。\n"
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["刘洋"]


def test_word_known_as_a_name_is_left_alone_inside_other_words() -> None:
    text = "当事人：白云，男。白云：我认罚。白云区的天上有白云机场的飞机。"
    assert [f.start for f in GUARD.find(text)] == [4, 9]


def test_nicknames_are_not_names() -> None:
    assert GUARD.find("小胡将小凡送回家，老李没有说话。") == ()


MASKED = [
    "张某", "张某某", "张某甲", "李某1", "赵某（男）", "赵某(女)", "杜**", "王女士", "李先生",
    "某甲", "某村民", "张甲", "欧阳某", "刘×", "高××", "老王", "小李", "孙大爷", "周某乙",
]  # fmt: skip


@pytest.mark.parametrize("party", MASKED)
@pytest.mark.parametrize(
    "sentence", ["当事人: {}", "{}在某村村东焚烧秸秆。", "对{}作出罚款的决定。", "姓名：{}"]
)
def test_masked_party_passes(party: str, sentence: str) -> None:
    assert GUARD.find(sentence.format(party)) == ()


def test_stem_that_tells_masked_parties_apart_starts_no_name() -> None:
    for stem in "甲丁辛":
        assert GUARD.find(f"调查作了记录。谢某{stem}说活儿赶得紧，何某商店{stem}说没想到。") == ()
    assert GUARD.find("见证人谢某和丁志强到场。") != ()


ORDINARY = [
    *("高度", "方法", "白天", "马上", "黄土", "江边", "任何"),
    *("常见", "安全", "时间", "张贴", "万元"),
    *("金额", "罚款", "居民", "高温", "应当", "和解", "单位"),
    *("路口", "温馨", "严格", "包括", "石头"),
    *("水泥", "金属", "从轻", "明确", "成立", "管理", "项目"),
    *("支付", "关于", "于是", "万一", "毛病"),
    *("文明", "牛羊", "苗木", "花生", "谷物", "柴草", "车辆"),
    *("农田", "程序", "党员", "祝贺", "康复"),
    *("平整", "简易", "计划", "尚未", "曾经"),
    *("相关", "向阳", "高峰"),
]  # fmt: skip


@pytest.mark.parametrize("word", ORDINARY)
@pytest.mark.parametrize(
    "sentence", ["{}", "村里的{}问题要重视。", "{}，大家都说好。", "经查，{}如下。"]
)
def test_word_that_looks_like_a_name_passes(word: str, sentence: str) -> None:
    assert GUARD.find(sentence.format(word)) == ()


def test_village_names_pass() -> None:
    text = "史各庄、牛道口、王卜庄、郝各庄、尔王庄、周良庄、方家庄的秸秆离田。高家庄村委会值守。"
    assert GUARD.find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "白家庄反映垃圾外运不及时，刘台要求增设收集点。",  # 像姓名的村名，单独作主语
        "杜台北、郑贵庄南的坑塘归两村共同管理。",  # 村名加方位
        "到西于（瞿阝）结束巡查。",  # 官方村名里的括号
    ],
)
def test_village_that_reads_like_a_name_passes(text: str) -> None:
    assert GUARD.find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "请下游的贾家滩、霍家梁两处人员撤离，贾家滩先走。",  # 某家＋地名的末字
        "马营、陶营、庞营、沈营、程营五村同出一源，沈营最大。",  # 几个同样结尾的并列
        "停水的有康宁街、贺平路、施家胡同。",
        "吕泉沟、范石桥、郝洼一带汛期巡查。",
    ],
)
def test_unregistered_place_that_reads_like_a_name_passes(text: str) -> None:
    assert GUARD.find(text) == ()


def test_two_people_whose_given_names_end_alike_are_found() -> None:
    text = "李明城、赵志城把渣土倒在路边，李明城路过时还点了火。"
    found = [text[f.start : f.end] for f in GUARD.find(text)]
    assert found == ["李明城", "赵志城", "李明城"]


def test_person_beside_a_village_of_the_same_surname_is_found() -> None:
    text = "在杜台村西，杜建国点燃了秸秆。"
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["杜建国"]


def test_places_given_by_the_caller_pass() -> None:
    text = "赵连福在村口。"
    assert GUARD.find(text) != ()
    assert Guard(places=frozenset({"赵连福"}), allowed=frozenset({"赵连福"})).find(text) == ()


SHOPS = [
    ("字号：宝坻区鑫源超市", "宝坻区鑫源超市"),
    ("个体工商户“老王烧烤店”未安装油烟净化设施。", "老王烧烤店"),
    ("检查了福顺饭店的后厨。", "福顺饭店"),
    ("宝坻区老李饺子馆（个体工商户）油烟直排。", "宝坻区老李饺子馆（个体工商户）"),
    ("兴隆盛汽车修理部占道修车。", "兴隆盛汽车修理部"),
]


@pytest.mark.parametrize(("text", "value"), SHOPS)
def test_shop_name_is_found(text: str, value: str) -> None:
    assert ("商号", value) in [(f.kind, text[f.start : f.end]) for f in GUARD.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "某烧烤店",
        "镇上一家超市",
        "沿街饭店逐户排查",
        "10余家烧烤店",
        "某建材有限公司",
        "村里的小卖部",
    ],
)
def test_unnamed_shop_passes(text: str) -> None:
    assert GUARD.find(text) == ()


def test_age_beside_other_traits_is_only_a_warning() -> None:
    text = "张某，男，汉族，初中文化，58岁，住本村。"
    assert [(f.kind, f.certainty) for f in GUARD.find(text)] == [("年龄", "likely")]


def test_village_surname_and_exact_date_together_are_hinted() -> None:
    text = "2025年6月12日，石幢村的张某在地头点火。2025年6月，某村的李某受罚。"
    hints = GUARD.hint(text.replace("石幢村", "牛道口村", 1))
    assert GUARD.find(text) == ()
    assert all(hint.certainty == "likely" for hint in hints)
    assert [(h.start, h.end) for h in hints] == [(11, 15)]


def test_months_and_unnamed_villages_need_no_hint() -> None:
    assert GUARD.hint("2025年6月12日，某村的张某在地头点火。") == ()
    assert GUARD.hint("2025年6月，牛道口村的张某在地头点火。") == ()


@pytest.mark.parametrize(
    "text", ["当事人步行离开。", "被告人有土地纠纷。", "执法人员五分钟后赶到。", "被告人铁证如山。"]
)
def test_verbs_that_are_also_rare_surnames_pass_after_a_role(text: str) -> None:
    assert GUARD.find(text) == ()


def test_words_after_a_role_are_not_names() -> None:
    assert GUARD.find("当事人陈述、申辩，当事人方才到场，负责人任期三年，村民常年晾晒。") == ()


CONTEXT_TELLS = [
    ("明白拿走了一份告知书，没签字。", "明白"),
    ("马上当场承认垃圾是自己倒的。", "马上"),
    ("成功两次在禁烧区点火，从重处罚。", "成功"),
    ("雷雨把三轮车横在消防车道正中。", "雷雨"),
    ("解放把羊拴在了公园的景观树上。", "解放"),
    ("那辆白色面包车登记在文静名下。", "文静"),
    ("给高兴打了三次电话，均无人接听。", "高兴"),
    ("江山和江河兄弟俩承认合伙填坑。", "江河"),
    ("包青、包蓝姐弟俩谁也不肯签字。", "包青"),
    ("电话那头自称尹向前，口音很重。", "尹向前"),
    ("听常建国讲，去年也这么烧。", "常建国"),
]


@pytest.mark.parametrize(("text", "name"), CONTEXT_TELLS)
def test_everyday_word_is_a_name_when_it_does_what_people_do(text: str, name: str) -> None:
    assert name in [text[f.start : f.end] for f in GUARD.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "他听完处理结果，高兴得说不出话。",
        "执法人员马上赶到现场。",
        "雷雨天气不要在树下停放车辆。",
        "全村解放思想，把环境整治抓到底。",
        "群众的呼声有了回应，前后呼应。",
        "黄灯表示警示，绿灯表示准许通行。",
        "收割季轮流停放，单日归东家，双日归西家。",
        "周末值班，无事。",
        "林业主管部门负责登记。",
        "水电工程建设应当依法审批。",
        "采取行政强制措施和行政强制执行，应当依法。",
        "垃圾池重新启用，周围不再有异味。",
        "要管干净、管秩序、管绿化和设施。",
        "火星飞到路边的杨树带，前方是一片白杨林。",
        "处罚决定书文号为柳镇综执罚决字〔2025〕第0173号。",
    ],
)
def test_everyday_word_passes_where_nobody_acts(text: str) -> None:
    assert GUARD.find(text) == ()


RARE = ["亓振海", "乜秀文", "訾文生", "綦小龙", "仉福田", "鲜于文忠", "侬阿山", "尉迟长顺"]


@pytest.mark.parametrize("name", RARE)
@pytest.mark.parametrize(
    "sentence", ["{}把旧家具堆在村道上。", "当事人：{}，男。", "执法队员向{}送达了通知书。"]
)
def test_rare_surname_is_found(sentence: str, name: str) -> None:
    text = sentence.format(name)
    assert name in [text[f.start : f.end] for f in GUARD.find(text)]


def test_preposition_that_is_a_surname_gives_way_to_the_name_after_it() -> None:
    text = "执法人员当场向周淑琴送达了责令限期改正通知书。"
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["周淑琴"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("次仁卓玛和格桑姐妹共同经营饰品摊。", "格桑"),
        ("洛桑没有姓，笔录上只写了这两个字。", "洛桑"),
        ("岩温罕家的橡胶林被占。", "岩温罕"),
        ("吉木阿呷听不太懂汉语。", "吉木阿呷"),
        ("帕提古丽·卡迪尔（女）到场。", "帕提古丽·卡迪尔"),
    ],
)
def test_minority_name_is_found(text: str, name: str) -> None:
    assert name in [text[f.start : f.end] for f in GUARD.find(text)]


@pytest.mark.parametrize("text", ["格桑花开满山坡。", "岩石滚到路上，玉米没有受损。"])
def test_words_with_the_same_characters_pass(text: str) -> None:
    assert GUARD.find(text) == ()


@pytest.mark.parametrize("party", ["慕容女士", "尉迟某", "谭同学", "杜馆长", "秦叔"])
def test_surname_with_a_title_passes(party: str) -> None:
    assert GUARD.find(f"工程款由{party}转账支付。") == ()


def test_phrase_repeated_through_a_statute_does_not_become_a_name() -> None:
    text = "建筑垃圾应当及时清运。建筑垃圾未及时清运，或者未采用密闭措施的，责令改正。\n" * 3
    assert GUARD.find(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我叫成功，是跑运输的。", "成功"),
        ("他叫方圆，住在村西头。", "方圆"),
        ("当事人关键（男，汉族，务农）在地里烧草。", "关键"),
        ("陈述，女，四十六岁，摆摊卖菜。", "陈述"),
    ],
)
def test_word_presented_as_a_name_is_one(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "成年人，男，四十岁。",
        "初中生，女，十五岁。",
        "我叫来车，把砖拉走了。",
        "李某，男，四十岁。",
    ],
)
def test_what_only_looks_presented_as_a_name_passes(text: str) -> None:
    assert not names_in(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新华街由常胜利负责清理。", "常胜利"),
        ("詹淑云、计大力等十一人的签名。", "计大力"),
        ("铺面由游建设负责看管。", "游建设"),
        ("原告燕南归与被告冀中原相邻关系纠纷一案", "燕南归"),
        ("承诺人：马力", "马力"),
    ],
)
def test_name_whose_given_name_is_a_word_is_found(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "集上卖的有花生、芦花、麻花和糖果。",
        "执法人员经核实，该户已经补办手续。",
        "孩子尚小，家中老人无人照看。",
        "门前一丛月季开得正旺。",
        "工程款壹万陆仟陆佰元整。",
    ],
)
def test_everyday_words_in_lists_and_passages_pass(text: str) -> None:
    assert not GUARD.find(text)


def test_slip_in_a_masked_text_is_found() -> None:
    text = "村民孙某在地头烧草。孙某称自己不知道规定。两天后，孙满仓又烧了一次，孙某随后受到处罚。"
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["孙满仓"]
