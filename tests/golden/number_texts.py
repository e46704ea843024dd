"""Makes number_texts.tsv: texts as people type numbers, and what each is by Python's `decimal`.

    python3 tests/golden/number_texts.py > tests/golden/number_texts.tsv

It knows the rules only as words, and tells the forms by regular expressions: with both marks the last one is the
decimal mark; a mark that comes more than once groups thousands; a single point is the decimal mark, and a single comma
too, unless it could group thousands as well (then both readings are given); spaces and ' may group; nothing is
rounded: 96 bits and 28 decimals, or it is too long.
"""

import random
import re
from decimal import Decimal, getcontext

getcontext().prec = 200
SPACE = "[ \u00a0\u2009\u202f'\u2019]"
GROUPED = r"\d{{1,3}}(?:(?:{}|" + SPACE + r")\d{{3}})+"
WHOLE = rf"(?:[0-9]*|[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+)"
FORMS = [
    (rf"({WHOLE})", None),
    (rf"({WHOLE})\.([0-9]*)", None),
    (rf"({WHOLE}),([0-9]*)", "comma"),
    ("(" + GROUPED.format(",") + ")", ",,"),
    ("(" + GROUPED.format(r"\.") + ")", ".."),
    ("(" + GROUPED.format(",") + r")\.([0-9]*)", ","),
    ("(" + GROUPED.format(r"\.") + r"),([0-9]*)", "."),
]


def digits(text):
    return re.sub("[^0-9]", "", text)


def told(value, sign):
    whole, _, fraction = value.partition(".")
    if int((whole + fraction) or "0") >= 1 << 96 or len(fraction) > 28:
        return "too long"
    number = Decimal(sign + (value.strip(".") if whole else "0" + value))
    return f"{number:f}"


def read(text):
    text = text.strip()
    if not text:
        return "empty"
    sign = "-" if text[0] in "-\u2212" else ""
    body = text[1:].lstrip() if text[0] in "-\u2212+" else text
    if not re.search("[0-9]", body):
        return "unreadable"
    for form, mark in FORMS:
        found = re.fullmatch(form, body, re.ASCII)
        if not found:
            continue
        whole, fraction = found.group(1), found.group(2) if found.lastindex == 2 else ""
        if mark in (",,", "..") and whole.count(mark[0]) < 2 or mark in (",", ".") and mark not in whole:
            continue
        if mark == "comma" and re.fullmatch("[1-9][0-9]{0,2}", whole) and len(fraction) == 3:
            return f"ask {sign}{whole}{fraction} {sign}{whole}.{fraction}"
        return told(digits(whole) + ("." + fraction if fraction else ""), sign)
    return "unreadable"


def typed(chance):
    """A number as somebody might type it, now and then with a slip."""
    places = chance.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 9, 12, 20, 28, 29, 30])
    whole = "".join(chance.choice("0123456789") for _ in range(places))
    mark = chance.choice(["", "", ",", ".", " ", "'", "\u2019", "\u00a0", "\u202f", "\u2009"])
    if mark:
        first = len(whole) % 3
        whole = mark.join(([whole[:first]] if first else []) + [whole[at:at + 3] for at in range(first, len(whole), 3)])
    text = whole
    if chance.random() < 0.6:
        text += chance.choice([",", ".", ".", ","])
        text += "".join(chance.choice("0123456789") for _ in range(chance.choice([0, 1, 2, 2, 3, 3, 4, 6, 15, 27, 28, 29])))
    text = chance.choice(["", "", "", "", "", "-", "\u2212", "+", "- ", " "]) + text + chance.choice(["", "", "", "", " "])
    for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
        at = chance.randrange(len(text) + 1)
        slip = chance.choice(["", ",", ".", "'", " ", "-", "o", "e", "0", "5", "\u0663", "\u2013", "%", "/"])
        text = text[:at] + slip + text[at + chance.choice([0, 1]):]
    return text


def main():
    chance = random.Random(6)
    fixed = ["", " ", "0", "-0", "+0", ".5", "5.", ",5", "5,", ".", ",", "-", "+", "--5", "+-5", "- 5", "1e3", "1E-3", "NaN",
             "inf", "Infinity", "0x10", "1_000", "12,5", "1,234", "0,234", "01,234", "1.234", "1,234.56", "1.234,56",
             "1,234,567", "1.234.567", "12,34,567", "1,2345", "1234,567.8", "1 234", "1 234,567", "1'234'567.89",
             "1.234,567,89", "1,23.4,5", "\u0661\u0662", "\uff11\uff12", "5\u00d710", "S/ 5", "5 g", "5%", "1/2", "\u00bd",
             "79228162514264337593543950335", "79228162514264337593543950336", "0." + "0" * 27 + "1", "0." + "0" * 28 + "1",
             "0" * 40 + "5", "9" * 100]
    texts = dict.fromkeys(fixed + [typed(chance) for _ in range(1600)])
    for text in texts:
        if not re.search("[\t\n\r]", text):
            print(f"{text}\t{read(text)}")


main()
