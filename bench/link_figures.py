#!/usr/bin/env python3
"""What bench/link.sh counts.

usage: link_figures.py run TAKEN COMMAND...           runs it; "clock processor megabytes" into TAKEN
       link_figures.py score TABLE CLUSTERS           pairwise, against the column `cluster` of TABLE
       link_figures.py ratio SPLINK_JSON SPLINK_TAKEN TAKEN...
       link_figures.py calibration TITLE TABLE PAIRS [TABLE PAIRS]...

Calibration: of the pairs whose probability lies within a quarter of a bit of log-odds around p, how many are
true? The window is widened until it holds 200 pairs, up to two bits. The interval is Wilson's (1927), 95 %;
"meets" says that it comes within 0.05, or within 0.02, of p.
"""
import csv
import json
import math
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


def bits(probability):
    return math.log2(probability / (1 - probability))


def wilson(right, count, z=1.96):
    share = right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return middle - half, middle + half


def calibration(title, *paths):
    judged = []  # bits, probability, is true
    for table, pairs_file in zip(paths[::2], paths[1::2]):
        truth = truth_of(table)
        with open(pairs_file, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                probability = float(row["probability"])
                if probability < 1:
                    judged.append((bits(probability), probability, truth[row["id"]] == truth[row["other"]]))
    print(title)
    for wanted in (0.5, 0.9, 0.99):
        for quarters in range(1, 9):
            near = [one for one in judged if abs(one[0] - bits(wanted)) <= quarters / 4]
            if len(near) >= 200:
                break
        if len(near) < 200:
            print("  p = %-4g  only %d pairs within two bits" % (wanted, len(near)))
            continue
        right = sum(one[2] for one in near)
        low, high = wilson(right, len(near))
        off = max(0, low - wanted, wanted - high)
        verdict = "meets 0.02" if off <= 0.02 else "meets 0.05" if off <= 0.05 else "does NOT meet 0.05"
        print("  p = %-4g  %5d pairs (mean p %.3f): %.3f true, %.3f to %.3f: %s"
              % (wanted, len(near), sum(one[1] for one in near) / len(near), right / len(near), low, high, verdict))


if __name__ == "__main__":
    {"run": run, "score": score, "ratio": ratio, "calibration": calibration}[sys.argv[1]](*sys.argv[2:])
