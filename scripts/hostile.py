"""Lists of hostile strings -> one JSON list of so many of them, ours first, each once, in the same order every time.

In: how many, our list, then any of: a JSON list, a wheel of Python sources. Nothing of a wheel is run: its sources are parsed, and what
stands in them as a string that could be somebody's input is taken.
"""

import ast
import json
import re
import sys
import zipfile


def of_wheel(path):
    with zipfile.ZipFile(path) as wheel:
        for name in sorted(wheel.namelist()):
            if name.endswith(".py"):
                yield from of_source(ast.parse(wheel.read(name).decode()), "/payloads/" in name)


def of_source(tree, named):
    """Strings given as a payload; and, where they are not given by name, those in lists."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            values = [keyword.value for keyword in node.keywords if keyword.arg == "payload"]
        elif isinstance(node, (ast.List, ast.Tuple, ast.Set)) and not named:
            values = node.elts
        else:
            continue
        for value in values:
            text = value.value if isinstance(value, ast.Constant) else None
            # Plain words are labels.
            if isinstance(text, str) and re.search(r"[^\w\s.,:/-]", text):
                yield text


def strings(path):
    if path.endswith(".whl"):
        return of_wheel(path)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    most, *paths = sys.argv[1:]
    met = {}
    for path in paths:
        met.update((text, None) for text in strings(path) if text)
    chosen = list(met)[: int(most)]
    print(f"{len(chosen)} of {len(met)} strings", file=sys.stderr)
    json.dump(chosen, sys.stdout)


main()
