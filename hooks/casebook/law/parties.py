"""当事人的种类。罚则与简易程序的限额都按它分（《行政处罚法》第五十一条）。"""

from typing import Annotated

from casebook.entries.fields import Choice

PERSON, SOLE_TRADER, ORGANISATION = "公民", "个体工商户", "单位"
PARTY_KINDS = (PERSON, SOLE_TRADER, ORGANISATION)
PartyKind = Annotated[str, Choice(PARTY_KINDS, (("法人或者其他组织", ORGANISATION),))]
