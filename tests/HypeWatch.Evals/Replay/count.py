"""Counts what the recorded answers of services hold, with nothing but Python's own parsers: python3 count.py DIR > expected.json

The rule for each service is what its connector promises to announce: papers, posts, comments, captures; no accounts, tags, people, counts or errors.
"""
import csv
import glob
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

root = sys.argv[1]
ATOM = "{http://www.w3.org/2005/Atom}"
OAI = "{http://www.openarchives.org/OAI/2.0/}"


def arxiv(url, body):
    return sum(1 for e in ET.fromstring(body).findall(ATOM + "entry") if "/api/errors" not in (e.findtext(ATOM + "id") or ""))


def semanticscholar(url, body):
    data = json.loads(body)
    rows = data if isinstance(data, list) else data["data"] if isinstance(data, dict) and isinstance(data.get("data"), list) else [data]
    papers = [(r.get("citingPaper") or r.get("citedPaper") or r.get("paper") or r) for r in rows if r]
    # A paper with neither a DOI, an arXiv number, an address nor an id of the service has no address at all.
    return sum(1 for p in papers if p.get("title") and (p.get("paperId") or p.get("corpusId") or p.get("url") or p.get("externalIds"))) if "/paper/" in url or "/snippet/" in url else 0


def openalex(url, body):
    data = json.loads(body)
    return len(data["results"]) if "results" in data else 1


def crossref(url, body):
    if "/agency" in url or "/members" in url or "bibtex" in url:
        return 0
    data = json.loads(body)
    message = data.get("message", data)
    return len(message["items"]) if "items" in message else int("DOI" in message)


def unpaywall(url, body):
    data = json.loads(body)
    return len(data["results"]) if "results" in data else 1


def tree(item):
    return 1 + sum(tree(child) for child in item.get("children", []))


def hackernews(url, body):
    data = json.loads(body)
    return len(data["hits"]) if "hits" in data else tree(data) if "/items/" in url else 0


def mastodon(url, body):
    data = json.loads(body)
    path = urlsplit(url).path
    if isinstance(data, list):
        rows = data if "/timelines/" in path or path.endswith("/statuses") else []
    elif "descendants" in data:
        rows = data["ancestors"] + data["descendants"]
    elif "statuses" in data:
        rows = data["statuses"]
    else:
        rows = [data] if "uri" in data and "/statuses" in path else []
    return sum(1 for s in rows if s["visibility"] == "public" and not s.get("reblog"))


def x(url, body):
    data = json.loads(body)
    rows = data.get("data", [])
    return 0 if "/counts/" in url else len(rows) if isinstance(rows, list) else 1


def reddit(url, body):
    return len(json.loads(body)["data"]["children"]) if "oauth." in url else 0


def wayback(url, body):
    if "/cdx/" not in url:
        return 1
    # Lines of the same capture are one.
    lines = body.split("\n\n")[0].split("\n")
    return len({tuple(line.split(" ")[i] for i in (1, 2, 5)) for line in lines if line})


def exchanges(folder, path):
    count = {"arxiv": arxiv, "semanticscholar": semanticscholar, "openalex": openalex, "crossref": crossref, "unpaywall": unpaywall, "hackernews": hackernews,
             "mastodon": mastodon, "x": x, "reddit": reddit, "wayback": wayback}[folder]
    total = 0
    for exchange in json.load(open(path))["exchanges"]:
        request, response = exchange["request"], exchange["response"]
        is_memento = any(name.lower() == "memento-datetime" for name in response["headers"]) and response["status"] not in (301, 302)
        if request["method"] == "DELETE" or (request["method"] == "POST" and folder in ("reddit", "mastodon")):
            continue
        if response["status"] == 200 or is_memento:
            total += count(request["url"], response.get("body") or "")
    return total


def posts(node):
    if isinstance(node, list):
        return sum(posts(child) for child in node)
    return 1 + posts(node.get("replies") or []) if "post" in node else 0


def single(folder, name, path):
    text = open(path, encoding="utf-8", errors="replace").read()
    if folder == "arxiv" and name.startswith("oai-"):
        return len(re.findall(r"<record[ >]", text))
    if folder == "lesswrong":
        results = json.loads(text)["results"]
        return sum(len(c.get("posts") or []) for r in results for c in r["chapters"]) if "sequences" in name else len(results)
    if folder == "openreview":
        return sum(len(f["reviews"]) for f in json.loads(text)["forums"])
    if folder == "semanticscholar":
        return semanticscholar("/paper/", text)
    if folder == "crossref":
        return len(list(csv.DictReader(io.StringIO(text)))) if name.endswith(".csv") else sum(1 for line in text.split("\n") if line) if name.endswith(".jsonl") else 1
    if folder == "bluesky":
        return posts(json.loads(text)["thread"]) if name.startswith("thread_view") else 0
    if folder == "dblp":
        return len(re.findall(r"<(?:article|inproceedings|incollection|book|proceedings|phdthesis|mastersthesis|data) ", text)) if name.endswith(".xml") else 0
    if folder == "aclanthology":
        return len(re.findall(r"<paper ", text)) if name.endswith(".xml") else 0
    if folder == "congress":
        data = json.loads(text)
        return len(data["bills"]) if "bills" in data else 1 if "bill" in data else len(data.get("relatedBills", []))
    return 0


expected = {}
for path in sorted(glob.glob(os.path.join(root, "*", "*"))):
    folder, name = path.split(os.sep)[-2:]
    if name == "README.md" or folder in ("feeds-malformed", "labfeeds", "labfeeds-history", "errors", "distill", "podcast"):
        continue
    try:
        expected[f"{folder}/{name}"] = exchanges(folder, path) if name.endswith(".exchanges.json") else single(folder, name, path)
    except Exception as problem:
        print(f"{folder}/{name}: {problem!r}", file=sys.stderr)
print(json.dumps(expected, indent=1))
