"""训练姓名模型：自编的句子、现造的姓名、固定的次序，同样的输入总得同样的权重。"""

import math
import random
from collections import defaultdict

from name_corpus import Sentence, sentences

from casebook.privacy.gazetteer import district_places
from casebook.privacy.lexicon import DATA, with_places
from casebook.privacy.names import options

ROUNDS_NAMED, ROUNDS_CLEAN = 60, 40
EPOCHS = 4
# 训练时随机蒙住左右文：真正的文书里左右文多半没见过，模型不能只靠它们。
CONTEXT_DROPOUT = 0.5
_CONTEXT = ("l", "r", "b")
RATE = 0.25
DECAY = 2e-5
# 误报一次比漏掉一次更伤人对这道门的信任，而漏掉的名字还能靠全文传播找回。
CLEAN_WEIGHT = 1.5
LEAST_WEIGHT = 0.02

Example = tuple[list[str], bool]


def examples(corpus: list[Sentence]) -> list[Example]:
    """每个候选一条：特征，以及它是不是姓名。"""
    costs = with_places(district_places())
    return [
        (option.features, (option.start, option.end) in sentence.names)
        for sentence in corpus
        for option in options(sentence.text, costs)
    ]


def _partly_hidden(found: list[str], dice: random.Random) -> list[str]:
    """随机去掉一部分左右文特征。"""
    return [
        feature
        for feature in found
        if not feature.startswith(_CONTEXT) or dice.random() > CONTEXT_DROPOUT
    ]


def train(data: list[Example]) -> dict[str, float]:
    """逐条更新的逻辑回归（AdaGrad）；返回特征权重。"""
    table: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(lambda: 1.0)
    dice = random.Random(3)
    for _ in range(EPOCHS):
        for every, is_name in data:
            found = _partly_hidden(every, dice)
            total = max(-30.0, min(30.0, sum(table[feature] for feature in found)))
            error = (1.0 if is_name else 0.0) - 1.0 / (1.0 + math.exp(-total))
            error *= 1.0 if is_name else CLEAN_WEIGHT
            for feature in found:
                gradient = error - DECAY * table[feature]
                seen[feature] += gradient * gradient
                table[feature] += RATE * gradient / math.sqrt(seen[feature])
    return {feature: weight for feature, weight in table.items() if abs(weight) >= LEAST_WEIGHT}


def main() -> int:
    """训练并写出权重文件。"""
    corpus = [
        *sentences("tuning_named.txt", 1, ROUNDS_NAMED),
        *sentences("tuning_clean.txt", 2, ROUNDS_CLEAN),
    ]
    table = train(examples(corpus))
    head = "# 由 scripts/train_names.py 训练得出，不要手改。\n"
    lines = (f"{feature}\t{weight:.3f}\n" for feature, weight in sorted(table.items()))
    (DATA / "name_weights.txt").write_text(head + "".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
