"""Control words of RTF and what they mean for the text (RTF specification 1.9.1)."""

from __future__ import annotations

#: Destinations that hold no words of the text.
SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info author title subject operator keywords comment doccomm company creatim"
    " revtim printim buptim fldinst listtable listoverridetable revtbl rsidtbl generator themedata"
    " colorschememapping latentstyles datastore xmlnstbl objdata nonshppict sp shprslt bkmkstart bkmkend upr"
    " pntext pn xe tc datafield filetbl atnid atnauthor atntime atnref atnicn atnparent atrfstart atrfend"
    " panose falt ftnsep ftnsepc aftnsep aftnsepc formfield private nesttableprops nonesttables".split()
)
#: Destinations left out that a reader should hear of.
NOTED = {
    "footnote": "footnotes",
    "annotation": "comments",
    "pict": "pictures",
    **dict.fromkeys("header headerl headerr headerf footer footerl footerr footerf".split(), "headers"),
}
#: Control words and signs that are characters.
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "nestcell": "\t",
    "nestrow": "\n",
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\t": "\t",
}
#: Character set of a font -> Python's name of the code page.
CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
