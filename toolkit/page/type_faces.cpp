#include "toolkit/page/type_faces.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <fontconfig/fontconfig.h>
#include <set>

namespace hdskit::page {
namespace {

FcChar8* as_fc(const std::string& text) { return reinterpret_cast<FcChar8*>(const_cast<char*>(text.c_str())); }

/// The files of `family` in normal width, sorted, so that ties between fonts fall the same way everywhere.
std::set<std::string> files_of(FcConfig* installed, const std::string& family) {
  FcPattern* pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FAMILY, as_fc(family));
  FcObjectSet* wanted = FcObjectSetBuild(FC_FILE, FC_WIDTH, FC_WEIGHT, nullptr);
  FcFontSet* found = FcFontList(installed, pattern, wanted);
  std::set<std::string> files;
  for (int i = 0; found != nullptr && i < found->nfont; ++i) {
    FcChar8* file = nullptr;
    int width = FC_WIDTH_NORMAL, weight = FC_WEIGHT_REGULAR;
    FcPatternGetInteger(found->fonts[i], FC_WIDTH, 0, &width);
    FcPatternGetInteger(found->fonts[i], FC_WEIGHT, 0, &weight);
    if (width == FC_WIDTH_NORMAL && weight >= FC_WEIGHT_REGULAR && FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
      files.insert(reinterpret_cast<const char*>(file));
  }
  if (found != nullptr) FcFontSetDestroy(found);
  FcObjectSetDestroy(wanted);
  FcPatternDestroy(pattern);
  return files;
}

} // namespace

TypeFaces::TypeFaces(const Style& style) : names_{style.serif, style.sans, style.mono} {
  FcConfig* installed = FcInitLoadConfigAndFonts();
  FcConfig* own = FcConfigCreate();
  std::vector<std::string> missing;
  for (const std::string& name : {style.serif, style.sans, style.mono, std::string{"DejaVu Sans"}}) {
    const auto files = files_of(installed, name);
    if (files.empty() && name != "DejaVu Sans") missing.push_back("“" + name + "”");
    for (const auto& file : files) FcConfigAppFontAddFile(own, as_fc(file));
  }
  if (installed != nullptr) FcConfigDestroy(installed);
  configuration_ = own;
  if (missing.empty()) return;
  FcConfigDestroy(own);
  throw Problem{ProblemKind::not_found, joined(missing, ", "), tr("The fonts {1} are not installed.", {joined(missing, ", ")}),
                tr("Install them, on Debian with the package fonts-liberation2.")};
}

TypeFaces::~TypeFaces() { FcConfigDestroy(configuration_); }

std::uint16_t TypeFaces::number(const FontFace& face) {
  const std::lock_guard lock{guard_};
  const auto at = static_cast<std::size_t>(std::find(faces_.begin(), faces_.end(), face) - faces_.begin());
  if (at == faces_.size()) faces_.push_back(face);
  return static_cast<std::uint16_t>(at);
}

std::vector<FontFace> TypeFaces::all() const {
  const std::lock_guard lock{guard_};
  return faces_;
}

} // namespace hdskit::page
