#pragma once

#include "toolkit/procedure/deadline.hpp"

#include <string>

namespace hdskit {

// What calendars and mails say of a deadline: French, whatever the language of the faces, because colleagues and servers of the hospital read it.

/// "Document à renouveler"
std::string_view french_kind(DeadlineKind kind);

/// The title on one line, without control characters: what a person typed never becomes a line of a mail or of a calendar.
std::string plain_title(const Deadline& deadline);

/// Text of several lines: control characters are taken out, but for the ends of lines, which become LF.
std::string plain_text(std::string_view text);
std::string plain_line(std::string_view text);

/// "En retard", "Hypothétique", "Fait"; "" for what is simply to come.
std::string_view french_state(const Deadline& deadline, Date today);

} // namespace hdskit
