"""Prints what Debian's Python libraries read of files: JSON, by file name. Times in milliseconds."""

import json
import sys
from pathlib import Path

import docx
import srt
import webvtt


def subrip(path):
    cues = srt.parse(path.read_text(encoding="utf-8"))
    return [
        {
            "start": round(cue.start.total_seconds() * 1000),
            "end": round(cue.end.total_seconds() * 1000),
            "text": cue.content,
        }
        for cue in cues
    ]


def milliseconds(written):
    """webvtt 0.4.6 loses a third of a millisecond where it makes a float of a time."""
    hours, minutes, seconds = written.split(":")
    return round(int(hours) * 3_600_000 + int(minutes) * 60_000 + float(seconds) * 1000)


def vtt(path):
    return [
        {"start": milliseconds(cue.start), "end": milliseconds(cue.end), "text": cue.text}
        for cue in webvtt.read(str(path))
    ]


def word(path):
    document = docx.Document(str(path))
    about = document.core_properties
    return {
        "title": about.title,
        "language": about.language,
        "text": "\n".join(paragraph.text for paragraph in document.paragraphs),
    }


read = {".srt": subrip, ".vtt": vtt, ".docx": word}
found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.suffix not in read:
        continue
    try:
        found[path.name] = read[path.suffix](path)
    except Exception as error:  # what a parser refuses is a finding
        found[path.name] = {"error": f"{type(error).__name__}: {error}"}
json.dump(found, sys.stdout)
