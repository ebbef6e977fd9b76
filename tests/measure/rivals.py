"""spaCy as a filter of JSON Lines: rivals.py MODEL. Names of people, organisations and places; textacy's quotes where it is installed."""
import json
import sys

import spacy

try:
    from textacy.extract import direct_quotations
except ImportError:
    direct_quotations = None

NAMES = ("PERSON", "ORG", "GPE", "LOC", "FAC")
nlp = spacy.load(sys.argv[1])


def span(units, start, end):
    return {"start": units[start], "end": units[end]}


def bare(entity):
    """Without an article and a final 's, which OntoNotes takes into names and the sets do not."""
    tokens = list(entity)
    while len(tokens) > 1 and tokens[0].lower_ in ("the", "a", "an"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].lower_ in ("'s", "’s"):
        tokens = tokens[:-1]
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


for line in sys.stdin:
    document = json.loads(line)
    text = document["text"]
    # spaCy counts code points, the sets UTF-16 code units.
    units = [0]
    for letter in text:
        units.append(units[-1] + (2 if ord(letter) > 0xFFFF else 1))
    read = nlp(text)
    found = {"id": document["id"], "entities": [{"type": e.label_, "mentions": [span(units, *bare(e))]} for e in read.ents if e.label_ in NAMES]}
    if direct_quotations:
        found["quotes"] = []
        try:
            for quote in direct_quotations(read):
                speaker = quote.speaker
                found["quotes"].append({
                    "kind": "direct",
                    "spans": [span(units, quote.content.start_char, quote.content.end_char)],
                    "speaker": {"name": " ".join(t.text for t in speaker), "mention": span(units, speaker[0].idx, speaker[-1].idx + len(speaker[-1]))} if speaker else None,
                })
        except ValueError:
            pass  # It gives a document up for one odd mark.
    print(json.dumps(found))
