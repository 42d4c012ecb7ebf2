#!/usr/bin/python3
"""Reads a calendar with a parser that shares nothing with libical, strictly, and prints what each event says, one line each."""
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "no VERSION or PRODID"
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for name in ("UID", "DTSTAMP", "DTSTART"):
        assert name in event, f"RFC 5545 asks for {name}"
    alarms = [str(alarm["TRIGGER"].dt.days) for alarm in event.walk("VALARM")]
    print("|".join([str(event["UID"]), event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat(), str(event["SEQUENCE"]), str(event["STATUS"]),
                    event["CATEGORIES"].to_ical().decode(), str(event["SUMMARY"]), str(event.get("DESCRIPTION", "")).replace("\n", "/"), " ".join(alarms)]))
