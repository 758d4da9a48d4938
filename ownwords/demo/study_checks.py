"""What must hold in the data files of the made-up study. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ownwords.demo.reading import Table, WrongData
from ownwords.demo.study_places import Laid

KNOWN = {
    "plan": "title method question method_words ethics_reference blind_from fewest_alike ago",
    "paper": "kind ago words why piloted",
    "frame": "key words wanted reason",
    "attribute": "key name kind",
    "participant": "pseudonym group ago not not_asked",
    "text": "key file kind title ago place minutes guide others coded_ago finished",
    "branch": "key name colour definition code",
    "code": "key name origin definition use_when not_when example",
    "merge": "code into ago",
    "memo": "kind by ago about of code passage title words",
    "theme": "key below ago name statement scope codes chosen for against then",
    "finding": "key ago statement meaning themes elements then",
    "stage": "name ago",
    "comparison": "by ago title one other words",
    "category": "key ago core saturated saturation property",
    "property": "ago name from_pole to_pole incidents",
    "relation": "ago of to kind words",
    "chart": "title ago guidance columns row",
    "round": "title summary made opened changed what_changed brought bring put group",
    "put": "finding words quotes",
    "group": "name others asked",
    "asked": "who by linked ago answers words whole",
    "item": "checklist ago number words place",
    "rule": "ago code expressions",
    "look": "ago accept aside decided",
}


def check_tables(study: Table, book: Table, memos: Table) -> None:
    """Raise WrongData for a key that nobody reads."""
    attributes = " ".join(one["key"] for one in study["attribute"])
    for kind in ("paper", "frame", "attribute", "text"):
        _only(kind, study[kind])
    _only("plan", [study["plan"]])
    _only("participant", study["participant"], attributes)
    _only("branch", book["branch"])
    for branch in book["branch"]:
        _only("code", branch["code"])
    _only("merge", book["merge"])
    _only("memo", memos["memo"])


def check_made_of_codes(more: Mapping[str, Table]) -> None:
    """Raise WrongData for a key that nobody reads, in what is made of codes."""
    categories, asked = more["grounded"]["category"], more["checking"]["group"]
    found = {
        "theme": more["themes"]["theme"], "finding": more["themes"]["finding"], "category": categories,
        "property": [part for one in categories for part in one.get("property", [])], "chart": [more["chart"]],
        "round": [more["checking"]], "put": more["checking"]["put"], "group": asked,
        "asked": [part for one in asked for part in one["asked"]], "look": [more["report"]["look"]],
    }  # fmt: skip
    found |= {kind: more["grounded"][kind] for kind in ("stage", "comparison", "relation")}
    found |= {kind: more["report"][kind] for kind in ("item", "rule")}
    for kind, tables in found.items():
        _only(kind, tables)
    _only("chart", more["chart"]["row"], " ".join(["who", *more["chart"]["columns"]]))


def _only(kind: str, tables: Iterable[Table], more: str = "") -> None:
    known = set(f"{KNOWN[kind]} {more}".split())
    for table in tables:
        if strange := sorted(set(table) - known):
            raise WrongData(f"study, {kind}: nobody reads {', '.join(strange)}")


def check_codes(branches: Iterable[Table], merges: Iterable[Table], laid: Sequence[Laid]) -> None:
    """Raise WrongData for a code that is not in the codebook, or laid twice on one passage by one coder."""
    keys = [one["key"] for branch in branches for one in branch["code"]]
    if len(set(keys)) < len(keys):
        raise WrongData("two codes share one key")
    used = {one.code for one in laid} | {merge[end] for merge in merges for end in ("code", "into")}
    if strange := sorted(used - set(keys)):
        raise WrongData(f"the codebook has no {', '.join(strange)}")
    seen = set()
    for one in laid:
        mark = (one.text, one.start, one.end, one.code, one.coder)
        if mark in seen:
            raise WrongData(f"{one.text}: {one.code} is laid twice on “{one.words}”")
        seen.add(mark)


def check_memos(memos: Iterable[Table], study: Table, codes: Collection[str], laid: Sequence[Laid]) -> None:
    """Raise WrongData for a memo about something that is not there."""
    there = {
        "text": {text["key"] for text in study["text"]},
        "code": set(codes),
        "person": {one["pseudonym"] for one in study["participant"]},
        "passage": {text["key"] for text in study["text"]},
    }
    for memo in memos:
        about = memo.get("about")
        if about and memo["of"] not in there[about]:
            raise WrongData(f"memo “{memo['title']}”: there is no {memo['of']}")
        if about == "passage" and not passages_of(memo, laid):
            raise WrongData(f"no passage of {memo['of']} begins with “{memo['passage']}”")


def passages_of(memo: Table, laid: Sequence[Laid]) -> list[int]:
    """Return the places, among all that was coded, of the passage that a memo is about."""
    return [
        place for place, one in enumerate(laid)
        if (one.text, one.code) == (memo["of"], memo["code"]) and one.words.startswith(memo["passage"])
    ]  # fmt: skip
