#!/usr/bin/env python3
"""What bench/link.sh counts.

usage: link_figures.py run TAKEN COMMAND...           runs it; "clock processor megabytes" into TAKEN
       link_figures.py score TABLE CLUSTERS           pairwise, against the column `cluster` of TABLE
       link_figures.py ratio SPLINK_JSON SPLINK_TAKEN TAKEN...
"""
import csv
import json
import resource
import subprocess
import sys
import time
from collections import Counter


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def truth_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        at_id, at_truth = header.index("id"), header.index("cluster")
        return {row[at_id]: row[at_truth] for row in rows}


def run(taken, *command):
    start = time.monotonic()
    code = subprocess.call(command)
    clock = time.monotonic() - start
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(taken, "w", encoding="utf-8") as file:
        file.write("%.3f %.3f %d\n" % (clock, use.ru_utime + use.ru_stime, use.ru_maxrss * 1024 // 10**6))
    sys.exit(code)


def score(table, clusters):
    truth = truth_of(table)
    with open(clusters, newline="", encoding="utf-8") as file:
        found = {row["id"]: row["cluster"] for row in csv.DictReader(file)}
    if found.keys() != truth.keys():
        sys.exit("FAILED: the clusters hold other ids than the table")
    right = pairs(Counter((truth[one], found[one]) for one in truth).values())
    precision = right / max(1, pairs(Counter(found.values()).values()))
    recall = right / max(1, pairs(Counter(truth.values()).values()))
    both = precision + recall
    print("  clusters: precision %.4f, recall %.4f, F1 %.4f" % (precision, recall, 2 * precision * recall / (both or 1)))


def ratio(splink_json, splink_taken, *takens):
    with open(splink_json, encoding="utf-8") as file:
        told = json.load(file)
    clock, processor = [], []
    for path in takens:
        with open(path, encoding="utf-8") as file:
            words = file.read().split()
        clock.append(float(words[0]))
        processor.append(float(words[1]))
    with open(splink_taken, encoding="utf-8") as file:
        splink_processor = float(file.read().split()[1])
    for threshold, figures in told["clusters_PRF"].items():
        print("  Splink's clusters at %s: precision %.4f, recall %.4f, F1 %.4f" % (threshold, *figures))
    mean, mean_processor = sum(clock) / len(clock), sum(processor) / len(processor)
    print("  Splink until its clusters stand %.1f s, kizuki link %.1f s (mean of before and after): %.2fx"
          % (told["wall_s"], mean, told["wall_s"] / mean))
    print("  processor, Splink with its scoring %.1f s, kizuki link %.1f s: %.2fx"
          % (splink_processor, mean_processor, splink_processor / mean_processor))


if __name__ == "__main__":
    {"run": run, "score": score, "ratio": ratio}[sys.argv[1]](*sys.argv[2:])
