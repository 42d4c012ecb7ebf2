#!/usr/bin/python3
"""Reads a message with Python's own parser, strictly, and prints its headers, decoded, then its text."""
import email.policy
import sys
from email.header import decode_header, make_header

with open(sys.argv[1], "rb") as file:
    raw = file.read()
assert all(len(line) <= 78 for line in raw.split(b"\r\n")), "a line is too long"
assert b"\n" not in raw.replace(b"\r\n", b""), "a line ends with LF alone"
raw.decode("ascii")
message = email.message_from_bytes(raw, policy=email.policy.SMTP)
assert not message.defects and not any(value.defects for value in message.values() if hasattr(value, "defects")), message.defects
for name, value in email.message_from_bytes(raw).items():
    print(f"{name}: {make_header(decode_header(value))}")
print()
print(message.get_content().replace("\r\n", "\n"), end="")
