"""假台账的内容：人名、号码、住址都是按字表拼出来的，不对应任何人。同样的种子总得到同样的内容。"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜戚谢邹苏潘葛范彭鲁韦马苗"
COMPOUND = ("欧阳", "上官", "司马", "诸葛")
GIVEN = "铁柱栓魁桂芬秀珍淑兰凤霞翠莲喜旺财富贵福禄寿昌荣茂盛庆祥瑞连顺奎绪殿廷洪鹤瀚曦玥梓涵"
VILLAGES = ("东柳甸村", "西桑园子村", "北榆树屯村", "前芦苇庄", "后枣林庄", "小清窑村")
SHOP_NAMES = ("鑫旺来", "福满楼", "好又香", "顺达隆", "聚源斋")
COMPANIES = ("建材有限公司", "渣土运输有限公司", "广告有限公司")
SHOPS = ("小吃店", "烧烤店", "五金店", "超市")
STORIES = (
    "执法人员巡查时发现{name}在{village}村东焚烧秸秆，{given}当场承认，称家住{home}，电话{phone}。",
    "{day}，{given}家门前堆满杂物，当事人{name}（身份证号{id}）占用通道，邻居{witness}在场作证。",
    "当事人{spaced}在路口摆摊，拒不改正，其妻{relative}到场后配合清理。联系电话：{phone}。",
    "经现场勘验并询问{name}、{witness}，{name}对违法事实无异议，{given}签字确认。",
    "{village}村民{name}在自家院外搭建棚子，{given}表示愿意自行拆除，留下手机{phone}。",
)
PARTY_MATTERS = (
    ("露天焚烧秸秆", "大气污染防治法第七十七条", "大气污染防治法第一百一十九条第一款"),
    ("占道经营", "", ""),
    ("占用消防通道", "消防法第二十八条", "消防法第六十条第二款"),
    ("烧秸秆", "《大气污染防治法》第77条", "《大气污染防治法》第119条第1款"),
    ("涉嫌私搭乱盖案", "", ""),
    ("占用盲道停车", "某法第一条", ""),
)
_FIRST_DAY = date(2025, 1, 6)


@dataclass(frozen=True, slots=True)
class Person:
    """一个拼出来的人。"""

    surname: str
    given: str
    birthday: date
    number: str
    phone: str
    home: str
    village: str

    @property
    def name(self) -> str:
        """姓名。"""
        return self.surname + self.given


@dataclass(frozen=True, slots=True)
class Entry:
    """台账里的一件：当事人（可有两人）、各日期、案由、金额、案情，以及案情里另提到的人。"""

    document: str
    parties: tuple[Person, ...]
    company: str
    matter: tuple[str, str, str]
    acted: date
    decided: date
    fine: int
    story: str
    others: tuple[str, ...]
    officer: str
    secrets: tuple[str, ...] = field(repr=False)

    @property
    def minor(self) -> bool:
        """当事人里有没有未成年人。"""
        return any(_age(person.birthday, self.acted) < 18 for person in self.parties)


class Writer:
    """按种子逐件编造。"""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.officers = [self.person().name for _ in range(6)]
        self.count = 0

    def person(self, minor: bool = False) -> Person:
        """一个人；`minor` 时未满十八岁。"""
        pick = self.random
        surname = pick.choice(COMPOUND) if pick.random() < 0.03 else pick.choice(SURNAMES)
        given = "".join(pick.sample(GIVEN, 1 if pick.random() < 0.2 else 2))
        oldest, youngest = (2010, 2013) if minor else (1950, 2004)
        days = (date(youngest, 12, 31) - date(oldest, 1, 1)).days
        birthday = date(oldest, 1, 1) + timedelta(days=pick.randrange(days))
        village = pick.choice(VILLAGES)
        house = f"{pick.randint(1, 9)}区{pick.randint(1, 30)}排{pick.randint(1, 20)}号"
        return Person(
            surname, given, birthday, self._id_number(birthday), self._phone(), house, village
        )

    def entry(self) -> Entry:
        """一件案子。"""
        pick = self.random
        self.count += 1
        parties = [self.person(minor=pick.random() < 0.006)]
        if pick.random() < 0.03:
            parties.append(self.person())
        company = self._company(parties[0]) if pick.random() < 0.15 else ""
        witness, relative = self.person().name, self.person().name
        acted = _FIRST_DAY + timedelta(days=pick.randrange(330))
        story = pick.choice(STORIES)
        text = self._tell(story, parties[0], acted, witness, relative)
        others = tuple(
            n for n, slot in ((witness, "{witness}"), (relative, "{relative}")) if slot in story
        )
        return Entry(
            document=f"津宝大口屯罚决〔2025〕{self.count}号",
            parties=tuple(parties),
            company=company,
            matter=pick.choice(PARTY_MATTERS),
            acted=acted,
            decided=acted + timedelta(days=pick.randint(3, 30)),
            fine=pick.choice((0, 50, 200, 500, 800, 1000, 1200, 2000, 5000)),
            story=text,
            others=others,
            officer=pick.choice(self.officers),
            secrets=(*_secrets(parties), *others, *([company] if company else [])),
        )

    def _tell(self, story: str, person: Person, day: date, witness: str, relative: str) -> str:
        given = person.given if len(person.given) > 1 else person.name
        return story.format(
            name=person.name,
            given=given,
            spaced=" ".join(person.name),
            village=person.village,
            home=person.village + person.home,
            phone=person.phone,
            id=person.number,
            day=f"{day.year}年{day.month}月{day.day}日",
            witness=witness,
            relative=relative,
        )

    def _company(self, owner: Person) -> str:
        if self.random.random() < 0.5:
            return owner.name + self.random.choice(SHOPS)
        return "天津市" + self.random.choice(SHOP_NAMES) + self.random.choice(COMPANIES)

    def _id_number(self, birthday: date) -> str:
        body = f"120224{birthday:%Y%m%d}{self.random.randrange(1000):03d}"
        total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
        return body + "10X98765432"[total % 11]

    def _phone(self) -> str:
        return (
            self.random.choice(("131", "152", "186", "199")) + f"{self.random.randrange(10**8):08d}"
        )


def _secrets(parties: list[Person]) -> list[str]:
    """查漏时要找的原文：全名、两个字以上的名、号码、门牌。"""
    found = []
    for person in parties:
        found += [person.name, person.number, person.phone, person.village + person.home]
        found += [person.given] if len(person.given) > 1 else []
    return found


def _age(birthday: date, on: date) -> int:
    return on.year - birthday.year - ((on.month, on.day) < (birthday.month, birthday.day))
