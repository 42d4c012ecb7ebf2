#pragma once

namespace hdskit::cli {

/// From now on the first Ctrl-C (SIGINT) or SIGTERM only raises a flag, so that the work stops where nothing is half done;
/// the second ends the program at once, with exit status 130.
void catch_interruptions();
bool interrupted();

} // namespace hdskit::cli
