#pragma once

#include "cli/context.hpp"
#include "toolkit/evidence/evidence.hpp"

#include <filesystem>

namespace hdskit::cli::press {

/// Says at once, on the error stream, that a document just filed cannot become an annex (truncated, guarded by a password): otherwise its
/// owner would learn it on the day the dossier is built. The document is kept all the same: it may be evidence without being an annex.
void warn_of_annex(Context& context, const Evidence& evidence, const std::filesystem::path& file);

} // namespace hdskit::cli::press
