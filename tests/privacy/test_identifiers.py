"""各类号码在各种伪装下都要找到，位置要准，遮住以后一个字符也不剩。"""

import random

import pytest
from privacy_disguises import FOR_ANY, FOR_NUMBERS, Disguise
from privacy_numbers import CODES, NUMBERS, Maker

from casebook.privacy import Guard

GUARD = Guard(public_numbers=frozenset({"12345", "12348", "02224112345"}))

CASES = [
    pytest.param(kind, make, sentences, disguise, id=f"{make.__name__}-{name}")
    for group, disguises in ((NUMBERS, FOR_NUMBERS), (CODES, FOR_ANY))
    for kind, make, sentences in group
    for name, disguise in disguises.items()
]


@pytest.mark.parametrize(("kind", "make", "sentences", "disguise"), CASES)
def test_disguised_identifier_is_found_and_fully_masked(
    kind: str, make: Maker, sentences: tuple[str, ...], disguise: Disguise
) -> None:
    rng = random.Random(20261123)
    for sentence in sentences:
        hidden = disguise(make(rng), rng)
        text = sentence.replace("{}", hidden)
        start = text.index(hidden)
        found = [f for f in GUARD.find(text) if f.start < start + len(hidden) and start < f.end]
        assert [f.kind for f in found] == [kind], text
        masked = GUARD.mask(text)
        assert len(masked) == len(text)
        left = masked[start : start + len(hidden)].replace("＊", "")
        assert not any(character.isalnum() for character in left.strip("&#;*_`<>br\n u")), text


PLAIN = [
    ("身份证号", "只遮了后四位：12011519650312****", "12011519650312****"),
    ("身份证号", "低保公示：120224********19790506****。", "120224********19790506****"),
    ("身份证号", "用乘号隔开：120224×19900230×4414", "120224×19900230×4414"),
    ("手机号", "1 3 8 1 2 3 4 5 6 7 8，一个字一个字报的", "1 3 8 1 2 3 4 5 6 7 8"),
    ("手机号", "138😀1234😀5678", "138😀1234😀5678"),
    ("手机号", "留的是谐音：要三腰洞二二五七六洞八。", "要三腰洞二二五七六洞八"),
    ("手机号", "找他啊，I38I234567B，都懂的", "I38I234567B"),
    ("手机号", "倒着存的：\u202e87654321831\u202c", "87654321831"),
    ("固定电话", "打不通打队里82591473。", "82591473"),
    ("固定电话", "家中无电话，托邻居29572816转。", "29572816"),
    ("QQ号", "您加这个80417263，材料我打包发您", "80417263"),
    ("微信号", "你加我微信吧，zhaojie-meifa，照片我发你", "zhaojie-meifa"),
    ("军人证件号", "残疾军人证号津军E004716，七级", "津军E004716"),
    ("出生日期", "他说自己是1995年9月30日的，不像。", "1995年9月30日"),
    ("出生日期", "身份证上写的1954年6月11日，不一样", "1954年6月11日"),
    ("车牌", "名下另有厢货鲁N62T97一辆", "鲁N62T97"),
    ("门牌地址", "住河北省廊坊市香河县蒋辛屯镇后屯村41号", "河北省廊坊市香河县蒋辛屯镇后屯村41号"),
    ("身份证号", "录入时提示不通过：120224199002304414", "120224199002304414"),
    ("身份证号", "（120115********1965031212）身份证：120115196503121", "120115196503121"),
    ("身份证号", "身份证号码为12011519650312001", "12011519650312001"),
    ("身份证号", "港澳台居民居住证 810000199408230021", "810000199408230021"),
    ("手机号", "手机+86 138 1234 5678", "86 138 1234 5678"),
    ("手机号", "张三13812345678", "13812345678"),
    ("手机号", "https://example.cn/a?tel=13812345678", "13812345678"),
    ("固定电话", "办公电话：022-29241234转801", "022-29241234转801"),
    ("固定电话", "电话：29241234", "29241234"),
    ("固定电话", "(022)29241234", "022)29241234"),
    ("手机号", "手机：13812345678-2", "13812345678-2"),
    ("手机号", "联系电话：1381234567", "1381234567"),
    ("银行卡号", "开户行某农商行，账号：2010100200301", "2010100200301"),
    ("微信号", "微信：zhang_san88", "zhang_san88"),
    ("微信号", "加V：laowang2020", "laowang2020"),
    ("手机号", "微信同号13812345678", "13812345678"),
    ("QQ号", "QQ：123456789", "123456789"),
    ("电子邮箱", "zhangsan (at) 163 dot com", "zhangsan (at) 163 dot com"),
    ("护照号", "持护照E12345678入境", "E12345678"),
    ("通行证号", "港澳居民来往内地通行证H1234567890", "H1234567890"),
    ("通行证号", "台胞证号：12345678", "12345678"),
    ("港澳台身份证号", "持A123456(7)", "A123456(7)"),
    ("驾驶证号", "驾驶证档案编号：120012345678", "120012345678"),
    ("军人证件号", "军官证：军字第2001988号", "军字第2001988号"),
    ("车牌", "车牌号：A12345", "A12345"),
    ("车牌", "津AD12345", "津AD12345"),
    ("车牌", "津A·1234学", "津A·1234学"),
    ("车牌", "WJ津12345", "WJ津12345"),
    ("车架号", "发动机号8A123456", "8A123456"),
    ("出生日期", "出生日期：1965年3月12日", "1965年3月12日"),
    ("出生日期", "张某，男，1965年3月12日生，汉族", "1965年3月12日"),
    ("出生日期", "生于1965-03", "1965-03"),
    ("门牌地址", "住小高庄村3区5排12号", "小高庄村3区5排12号"),
    ("门牌地址", "福临家园5号楼2单元301室", "福临家园5号楼2单元301室"),
    ("门牌地址", "住某村三组12号", "村三组12号"),
    ("门牌地址", "家住幸福巷12号", "幸福巷12号"),
    ("门牌地址", "福临家园3-2-501", "福临家园3-2-501"),
    ("经纬度", "位置：117.309012,39.717345", "117.309012,39.717345"),
    ("经纬度", "东经117°23′45″", "117°23′45″"),
    ("微信号", "他的薇❤号写成zhou_baihe77", "zhou_baihe77"),
    ("微信号", "加➕V：abc_123", "abc_123"),
    ("微信号", "好友wxid\\_8k3m2q7zt1", "wxid\\_8k3m2q7zt1"),
    ("QQ号", "扣号：8472-0193-6", "8472-0193-6"),
    ("手机号", "联系方式⑬⑥⑦②⓪④⑧⑨⑤①", "⑬⑥⑦②⓪④⑧⑨⑤①"),
    ("护照号", "护照号念作E四七二九三八三六一", "E四七二九三八三六一"),
    ("护照号", "持E12345678号护照", "E12345678"),
    ("驾驶证号", "驾驶证档编写作一二零零三一八四七二六五", "一二零零三一八四七二六五"),
    ("身份证号", "遮挡后为1202241971****4218", "1202241971****4218"),
    ("出生日期", "生日是一九六八年腊月初七", "一九六八年腊月初七"),
    ("年龄", "当事人五 十 八 岁，以修鞋为业", "五 十 八 岁，以修鞋为业"),
    ("商号", "字号香 飘 十 里 包 子 铺", "香 飘 十 里 包 子 铺"),
    ("商号", "商户蓝胖子\n水果超市未落实三包", "蓝胖子\n水果超市"),
    ("门牌地址", "家住惠泽园 8#-2-501", "惠泽园 8#-2-501"),
    ("门牌地址", "住福顺里8号楼3单\n    元104室", "福顺里8号楼3单\n    元104室"),
    ("经纬度", "东经一百一十七度十八分二十二秒", "一百一十七度十八分二十二秒"),
    ("经纬度", "坐标N39-35-12", "39-35-12"),
    ("车牌", "那辆津、R、K、B、七三八", "津、R、K、B、七三八"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), PLAIN)
def test_identifier_is_found_exactly(kind: str, text: str, value: str) -> None:
    assert (kind, value) in [(f.kind, text[f.start : f.end]) for f in GUARD.find(text)]


def test_reason_never_holds_the_value() -> None:
    text = "身份证号120115196503120011，手机13812345678，车牌津A12345"
    for finding in GUARD.find(text):
        assert text[finding.start : finding.end] not in finding.reason


def test_public_numbers_and_allowed_texts_pass() -> None:
    assert GUARD.find("咨询电话：022-24112345，便民热线12345") == ()
    guard = Guard(allowed=frozenset({"13812345678"}))
    assert guard.find("样例号码13812345678") == ()


def test_address_takes_in_the_district_and_town_before_it() -> None:
    text = "家住宝坻区大口屯镇东刘庄村三区5排2号，门前堆着煤。"
    assert [text[f.start : f.end] for f in GUARD.find(text)] == ["宝坻区大口屯镇东刘庄村三区5排2号"]


def test_village_block_and_number_is_a_home() -> None:
    text = "送达地点：双井镇后屯村四区17号"
    assert [f.kind for f in GUARD.find(text)] == ["门牌地址"]


def test_some_household_in_a_building_is_nobody_in_particular() -> None:
    assert not GUARD.find("今年三月，12号楼一户人家厨房着火。")
