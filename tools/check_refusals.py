#!/usr/bin/env python3
"""What the server says when it says no is there in every language of the web app.

A sentence of a refusal is English where it is thrown; `web/src/lib/refusals/de.json` holds the same in German, with `{}`
for what varies. What only an operator reads, on the command line, stays English.
"""

import json
import re
import sys

from sources import ROOT, project_files, report

CALL = re.compile(r"\b(?:invalid|conflict|forbidden|not_found|too_many|refuse|Problem|wrong)\s*[({]")
RETURN = re.compile(r'return "((?:[^"\\]|\\.)*)"')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Pieces of sentences that are put together elsewhere, and what no page shows.
UNSEEN = ("src/app/", "src/core/db/", "src/core/http/", "src/connect/directory/people_import.cpp", "src/core/json/schema.cpp")
RETURNED = ("src/okr/key_result/new_measure.cpp", "src/identity/password_rules.cpp")
PROGRAMS = {
    # What only a program sends can be so wrong.
    "This request takes no body.",
    "The body must be sent as application/json.",
    "The Idempotency-Key must be 1 to 200 printable characters.",
    '"{}" is no mapping; write --map "their column=our field".',
}


def arguments(text, start):
    """The text from an opening bracket to the one that closes it."""
    depth, at = 0, start
    while at < len(text):
        if text[at] == '"':
            literal = LITERAL.match(text, at)
            at = literal.end() if literal else len(text)
            continue
        depth += (text[at] in "({[") - (text[at] in ")}]")
        at += 1
        if depth == 0:
            break
    return text[start:at]


def joined(text):
    """Literals that stand side by side are one."""
    return re.sub(r'"\s*\n\s*"', "", text)


def sentences(path, text):
    found = []
    for call in CALL.finditer(text):
        found += LITERAL.findall(joined(arguments(text, call.end() - 1)))
    if path in RETURNED:
        found += RETURN.findall(text)
    plain = (re.sub(r"\{[^}]*\}", "{}", one.replace('\\"', '"')) for one in found)
    return [one for one in plain if " " in one.strip()]


def said(catalog, sentence):
    """A piece, as of `name + " has left."`, stands in a whole sentence."""
    if sentence in catalog or sentence in PROGRAMS:
        return True
    piece = sentence.strip()
    is_piece = sentence != piece
    return is_piece and any(piece in one for one in catalog)


def main():
    catalog = json.loads((ROOT / "web/src/lib/refusals/de.json").read_text())
    failed = []
    for path in project_files("src/*.cpp", "src/*.hpp"):
        path = str(path)
        if path.endswith("_test.cpp") or "/testing/" in path or path.startswith(UNSEEN):
            continue
        for sentence in sentences(path, (ROOT / path).read_text()):
            if not said(catalog, sentence):
                failed.append(f"{path}: {sentence}")
    holes = [one for one, other in catalog.items() if one.count("{}") != other.count("{}")]
    results = [
        report("every refusal is there in German (web/src/lib/refusals/de.json)", sorted(set(failed))),
        report("a refusal in German leaves out nothing that varies", holes),
    ]
    return 1 if any(results) else 0


if __name__ == "__main__":
    sys.exit(main())
