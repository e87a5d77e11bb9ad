"""Numbers in words: a table.

The cardinals, and the ordinals of sessions and meetings, that news texts spell out in the languages of the site; forms,
not values, for all that is asked is whether a word is a number.  "One" is left out, for in most of them it is also an
article.  To add a language, add a line.
"""

from __future__ import annotations

_SPELLED = {
    "en": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "dozen first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth"
    ),
    "fr": (
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente "
        "quarante cinquante soixante septante nonante cent cents mille million millions milliard milliards premier "
        "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
    ),
    "es": (
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiún veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
        "veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento "
        "mil millón millones primer primera segundo segunda tercer tercera cuarto cuarta quinto quinta sexto sexta "
        "séptimo séptima octavo octava noveno novena décimo décima"
    ),
    "pt": (
        "dois duas três quatro sete oito nove dez doze treze catorze quatorze dezesseis dezasseis dezessete "
        "dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento milhão "
        "milhões bilhão bilhões primeiro primeira terceiro terceira quarta sétimo oitavo nono décimo"
    ),
    # in the cases that the site uses most
    "ru": (
        "два две двух три трех трёх четыре четырех четырёх пять пяти шесть шести семь семи восемь восьми девять "
        "девяти десять десяти одиннадцать двенадцать двенадцати тринадцать четырнадцать пятнадцать пятнадцати "
        "шестнадцать семнадцать восемнадцать девятнадцать двадцать двадцати тридцать тридцати сорок сорока "
        "пятьдесят пятидесяти шестьдесят семьдесят восемьдесят девяносто сто ста двести триста четыреста пятьсот "
        "тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов"
    ),
    "ar": (
        "اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر "
        "عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مائة "
        "مئة ألف مليون"
    ),
    "zh": ("二 两 三 四 五 六 七 八 九 十 百 千 万 亿"),
}

SPELLED = frozenset(" ".join(_SPELLED.values()).split())
