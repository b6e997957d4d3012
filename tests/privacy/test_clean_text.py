"""不是个人信息的数字和文字不能误报：误报多了，门就会被人关掉。"""

import random

import pytest
from privacy_negatives import hard_negative

from casebook.privacy import Guard

GUARD = Guard(public_numbers=frozenset({"12345", "12348", "119", "110"}))

CLEAN = [
    "津宝大口屯罚决〔2025〕3号",
    "尔王庄镇街（镇）罚先告〔2025〕001号",
    "国办发〔2018〕118号文件",
    "GB/T 42460-2023、GB 3095-2012",
    "第一百一十九条第一款第五项",
    "案号（2025）津0115行初123号",
    "违法日期: 2025-06-12\n立案日期: 2025-06-12\n告知日期: 2025-06-13\n",
    "2020/05/12、2024.10.21、2018-07-13",
    "下限: 500\n      上限: 2000\n",
    "- 1300\n- 1500\n- 139\n- 12345\n",
    "分别为1300元、1500元、200元",
    "号码: '12345'\n  - 名称: 公共法律服务\n    号码: '12348'\n",
    "拨打12345、12348、119、110、96777",
    "津公网安备12011502000093号",
    "津公网安备 12011502000093号",
    "增值电信业务经营许可证津B2-20050001",
    "电表表号13912345678，上期读数138123，止码139456",
    "发票代码012002250564，发票号码61850894。",
    "https://flk.npc.gov.cn/detail2.html?ZmY4MDgxODE3OTlkZjYz13812345678",
    "http://www.tjbd.gov.cn/zwgk/202506/t20250612_13812345678.html",
    "提交ef1f385e54c890d02ee115db233e19273907904c",
    "事故发生于2025-06-12，垃圾产生于2025年6月",
    "统计编号120115202506120011",
    "微信公众号“大口屯镇”，微信转账50000元",
    "津围公路12公里+300米，津围线5号桥",
    "某小区3号楼2单元楼道",
    "某路12号",
    "人民币1,234,567,890.12元（壹仟元整）",
    "10 11 12 13 14 15 16 17 18 19 20",
    "一、二、三、四、五、六、七、八、九、十",
    "138****5678",
    "二〇二五年六月十二日",
    "编号：2025-003，2025-b01",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_raises_no_alarm(text: str) -> None:
    assert GUARD.find(text) == ()


def test_three_thousand_hard_negatives_raise_no_alarm() -> None:
    rng = random.Random(20261123)
    alarms = [text for _ in range(3000) if GUARD.find(text := hard_negative(rng))]
    assert alarms == []
