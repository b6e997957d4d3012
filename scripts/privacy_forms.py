"""称呼 × 连接 × 号码 × 伪装的交叉：文书里号码前后常见的写法，测试与基准共用。

只列写法，不列句子；号码都是现造的。找得到与否按“遮住一半以上”算。
"""

import random
from collections.abc import Iterator

from msgspec import Struct
from privacy_codes import MAKERS
from privacy_disguises import FOR_ANY, FOR_CODES, FOR_NUMBERS, Disguise
from privacy_numbers import Maker

# 称呼与号码之间：标点、括号、动词、折行、表格竖线。
TIES = (
    *(
        "",
        "：",
        ":",
        " ",
        "　",
        "： ",
        " ： ",
        "=",
        "＝",
        "-",
        "－",
        "—",
        "（",
        "【",
        "：【",
        "“",
        "《",
    ),
    *(
        "为",
        "是",
        "系",
        "为：",
        "是“",
        "号",
        "号：",
        "号码",
        "号码：",
        "号码为",
        "号是",
        "（号码）：",
    ),
    *(
        "编号：",
        "写的是",
        "写作",
        "登记为",
        "填的是",
        "显示为",
        "报的是",
        "留的是",
        "一栏填",
        "栏：",
    ),
    *("处写着", "**：**", " | ", "|", "：\n", "：\n    ", "\t", "……", "、", "，"),
)
FRAMES = (
    "{}",
    "{}。",
    "当事人{}，已核对。",
    "经查，{}；其余从略。",
    "备注（{}）",
    "| {} | 已核 |",
    "- {}\n- 其他",
    "执法人员记下{}后离开",
)  # fmt: skip


class Form(Struct, frozen=True):
    """一种号码：能写的称呼（空格分开）、造法、能用的伪装；`bare` 表示没有称呼也要认得。"""

    labels: str
    makers: tuple[str, ...]
    disguises: dict[str, Disguise]
    bare: bool = False


FORMS = (
    Form(
        "身份证 身份证号 身份证号码 公民身份号码 证件号 证件号码 身份证件号码 "
        "身份号码 证号 二代证 一代证 户口本 居住证 ID",
        ("resident_id",),
        FOR_NUMBERS,
        bare=True,
    ),
    Form(
        "身份证 身份证号 公民身份号码 证件号 一代证 旧身份证 证号",
        ("old_resident_id",),
        FOR_NUMBERS,
    ),
    Form("身份证 身份证号 证件号码 公民身份号码", ("masked_id",), FOR_ANY, bare=True),
    Form(
        "护照 护照号 护照本 护照（普通） 普通护照 因私护照 公务护照 外国护照 "
        "旅行证 中国护照 PASSPORT",
        ("passport",),
        FOR_CODES,
    ),
    Form(
        "港澳居民来往内地通行证 回乡证 回乡卡 港澳通行证 往来港澳通行证 通行证 来往内地通行证",
        ("mainland_permit", "hong_kong_permit"),
        FOR_CODES,
    ),
    Form(
        "台胞证 台湾居民来往大陆通行证 大陆居民往来台湾通行证 台湾通行证 台湾居民居住证 大通证",
        ("taiwan_permit",),
        FOR_CODES,
    ),
    Form("香港身份证 香港居民身份证 香港永久性居民身份证", ("hong_kong_id",), FOR_ANY, bare=True),
    Form("外国人永久居留身份证 永久居留证 永居证 外国人居留许可", ("residence_card",), FOR_CODES),
    Form(
        "驾驶证 驾照 驾驶证号 机动车驾驶证 驾驶证档案编号 驾照档案号 驾驶证档编",
        ("licence_file", "resident_id"),
        FOR_NUMBERS,
    ),
    Form(
        "军官证 士兵证 士官证 文职干部证 义务兵证 警官证 军人保障卡 "
        "退役军人优待证 残疾军人证 离休证",
        ("soldier", "soldier_digits"),
        FOR_CODES,
    ),
    Form(
        "电话 手机 手机号 联系电话 联系方式 移动电话 本人电话 电联 致电 拨打 "
        "热线 通讯方式 联络电话 Tel 短信发至",
        ("mobile",),
        FOR_NUMBERS,
        bare=True,
    ),
    Form(
        "电话 座机 固话 宅电 固定电话 办公电话 传真 联系电话 Fax",
        ("landline", "extension"),
        FOR_ANY,
        bare=True,
    ),
    Form("座机 电话 固话 宅电", ("local_line",), FOR_NUMBERS),
    Form(
        "微信 微信号 薇信 薇 V信 VX vx wx WX 威信 微 微信ID "
        "加微 加V 加微信 卫星 徽信 微信账号 weixin WeChat V",
        ("handle", "assigned_handle"),
        FOR_ANY,
    ),
    Form("QQ QQ号 qq Q 扣扣 扣扣号 企鹅号 企鹅 抠抠 球球 加Q 腾讯QQ QQ账号", ("qq",), FOR_NUMBERS),
    Form("邮箱 电子邮箱 E-mail email 邮件 电邮", ("email",), FOR_ANY, bare=True),
    Form(
        "抖音号 快手号 支付宝账号 小红书号 微博账号 淘宝账号 闲鱼号 钉钉号 视频号 抖音 快手 支付宝",
        ("handle",),
        FOR_ANY,
    ),
    Form(
        "银行卡 卡号 账号 帐号 银行账号 收款账号 银行卡号 储蓄卡 工行卡 "
        "农行卡 转账至 打到 汇入 对公账户",
        ("bank_card", "account"),
        FOR_NUMBERS,
    ),
    Form("", ("bank_card",), FOR_NUMBERS, bare=True),
    Form("社保卡号 医保卡 社会保障卡号 医保卡号 医保号 社保卡", ("social_card",), FOR_NUMBERS),
    Form(
        "统一社会信用代码 信用代码 社会信用代码 税号 纳税人识别号",
        ("credit_code",),
        FOR_CODES,
        bare=True,
    ),
    Form("营业执照注册号 注册号 工商注册号", ("old_registration",), FOR_NUMBERS),
    Form(
        "车牌 车牌号 号牌 车号 牌照 号牌号码 车辆号牌 车牌照 牌号",
        ("plate", "green_plate", "special_plate", "trailer_plate"),
        FOR_CODES,
        bare=True,
    ),
    Form("车牌 号牌 牌照 车辆号牌 临时号牌", ("police_plate",), FOR_ANY),
    Form(
        "电动车号牌 电动自行车号牌 电动车牌 电动车车牌 两轮车牌 车牌 牌照",
        ("bicycle_plate",),
        FOR_ANY,
    ),
    Form(
        "车架号 车辆识别代号 车架号码 VIN 车辆识别代码 大架号 识别代号 VIN码",
        ("frame_number",),
        FOR_CODES,
        bare=True,
    ),
    Form("发动机号 发动机号码 电机号 发动机编号 电动机号", ("engine",), FOR_CODES),
    Form(
        "住址 住 家住 地址 户籍地 现住 居住在 位于 收件地址 送达地址",
        ("group_home", "row_home", "flat", "flat_short", "lane_home", "road_home"),
        FOR_ANY,
        bare=True,
    ),
    Form(
        "坐标 经纬度 定位 位置 GPS 点位 GPS坐标",
        ("pair", "degree_pair", "named_pair", "suffix_pair", "arc_pair"),
        FOR_ANY,
        bare=True,
    ),
    Form("出生日期 生日 出生 出生年月 出生年月日 生于 出生时间 DOB", ("birth_day",), FOR_ANY),
    Form("", ("born_after",), FOR_ANY, bare=True),
)


def crossed(seed: int, count: int) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """随机取 `count` 个交叉：给出写法的名字、整段文本、号码的位置。"""
    rng = random.Random(seed)
    for _ in range(count):
        form = rng.choice(FORMS)
        maker_name = rng.choice(form.makers)
        maker: Maker = MAKERS[maker_name]
        disguise_name = rng.choice(sorted(form.disguises))
        hidden = form.disguises[disguise_name](maker(rng), rng)
        labels = form.labels.split()
        if labels and not (form.bare and rng.random() < 0.15):
            label, tie = rng.choice(labels), rng.choice(TIES)
        else:
            label, tie = "", ""
        frame = rng.choice(FRAMES)
        text = frame.replace("{}", label + tie + "\0", 1)
        start = text.index("\0")
        text = text.replace("\0", hidden)
        yield f"{maker_name}·{label}·{tie}·{disguise_name}", text, (start, start + len(hidden))
