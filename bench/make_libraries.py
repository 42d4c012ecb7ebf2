#!/usr/bin/env python3
"""Writes libraries of requirements in the style of CISO Assistant, in words of nobody.

Usage: make_libraries.py FOLDER LIBRARIES REQUIREMENTS
"""
import pathlib
import sys

HEAD = """urn: urn:bench:risk:library:lib{n}
locale: en
ref_id: lib{n}
name: Library {n}
description: "Written for the bench"
version: 1
publication_date: 2025-03-01
provider: bench
packager: bench
objects:
  framework:
    urn: urn:bench:risk:framework:lib{n}
    ref_id: lib{n}
    name: Library {n}
    requirement_nodes:
"""
CHAPTER = """    - urn: urn:bench:risk:req_node:lib{n}:{chapter}
      assessable: false
      depth: 1
      ref_id: '{chapter}'
      name: "Chapter {chapter}: s\\xE9curit\\xE9"
"""
REQUIREMENT = """    - urn: urn:bench:risk:req_node:lib{n}:{chapter}.{number}
      assessable: true
      depth: 2
      parent_urn: urn:bench:risk:req_node:lib{n}:{chapter}
      ref_id: {chapter}.{number}
      name: "Keep the acc\\xE8s of administrators in hand, measure {number}"
      description: "The host keeps a list of the accounts that administer the platform,\\
        \\ reviews it each quarter, and withdraws what is no longer needed.\\n- each\\
        \\ account names one person;\\n- each use is logged for a year;\\n- the list is\\
        \\ signed by who is answerable for it."
      annotation: Ask for the last three reviews
      typical_evidence: |-
        - list of accounts
        - minutes of the last review
      translations:
        fr:
          name: "Mesure {number}"
          description: "L\\u2019h\\xE9bergeur tient la liste des comptes qui administrent la plateforme, la revoit et retire ce qui ne sert plus."
"""
CHAPTER_LENGTH = 20  # requirements


def library(n, requirements):
    parts = [HEAD.format(n=n)]
    for number in range(1, requirements + 1):
        chapter = (number - 1) // CHAPTER_LENGTH + 1
        if (number - 1) % CHAPTER_LENGTH == 0:
            parts.append(CHAPTER.format(n=n, chapter=chapter))
        parts.append(REQUIREMENT.format(n=n, chapter=chapter, number=number))
    return "".join(parts)


def main(folder, libraries, requirements):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(int(libraries)):
        (folder / f"lib{n}.yaml").write_text(library(n, int(requirements)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
