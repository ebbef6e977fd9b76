"""Writes first-names-gender.txt: first names borne by one gender nearly alone, counted in annotated news and births.

    python3 first-names.py NEWS-TRAIN.jsonl year_of_birth_counts.csv[.gz] > ../data/first-names-gender.txt

The births are the US Social Security Administration's counts (public domain), with the columns first_name, sex (m, f),
count. A bearer in the news weighs as much as 300 births: the news is of the whole world, the births are not.
"""
import collections
import csv
import gzip
import json
import re
import sys
import unicodedata

news, births = sys.argv[1:3]
counts = collections.defaultdict(lambda: {'m': 0, 'f': 0})


def fold(name):
    plain = unicodedata.normalize('NFKD', name)
    return ''.join(c for c in plain if not unicodedata.combining(c)).lower()


with (gzip.open(births, 'rt') if births.endswith('.gz') else open(births)) as rows:
    for row in csv.DictReader(rows):
        sex = row['sex'].lower()[0]
        counts[fold(row['first_name'])][sex] += int(float(row['count']))
for name in [name for name, by in counts.items() if sum(by.values()) < 4000]:
    del counts[name]
with open(news) as lines:
    for line in lines:
        for cluster in json.loads(line)['gold']['clusters']:
            words = re.findall(r"[\w'’]+", fold(cluster['name']))
            if cluster['type'] == 'PERSON' and cluster['gender'] in ('m', 'f') and len(words) > 1 and len(words[0]) > 1:
                counts[words[0]][cluster['gender']] += 300

print('# First names that nearly only men (m) or only women (f) bear: US births and annotated news counted together.')
for name in sorted(counts):
    men, women = counts[name]['m'], counts[name]['f']
    for gender, share in (('m', men), ('f', women)):
        if share > 0.8 * (men + women):
            print(name, gender)
