#include "toolkit/page/annex_appearances.hpp"

#include <algorithm>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>

namespace hdskit::page {
namespace {

/// More than a reader could look at; a hostile page must not make its copy grow without end.
constexpr int most_annotations = 10'000;

std::string free_name(QPDFObjectHandle& xobjects, std::size_t& number) {
  for (;;) {
    auto name = "/HdskitShown" + std::to_string(number++);
    if (!xobjects.isInitialized() || !xobjects.isDictionary() || !xobjects.hasKey(name)) return name;
  }
}

} // namespace

void draw_filled_fields(QPDF& pdf) {
  auto form = pdf.getRoot().getKey("/AcroForm");
  if (!form.isDictionary() || !form.getKey("/NeedAppearances").isBool() || !form.getKey("/NeedAppearances").getBoolValue()) return;
  QPDFAcroFormDocumentHelper{pdf}.generateAppearancesIfNeeded();
}

PageAppearances appearances_of(AnnexPage& page, QPDFObjectHandle xobjects) {
  PageAppearances out;
  auto annotations = page.dictionary.getKey("/Annots");
  if (!annotations.isArray()) return out;
  std::size_t number = 1;
  for (int i = 0; i < std::min(annotations.getArrayNItems(), most_annotations); ++i) {
    auto annotation = annotations.getArrayItem(i);
    if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Link") || annotation.getKey("/Subtype").isNameAndEquals("/Popup"))
      continue;
    QPDFAnnotationObjectHelper shown{annotation};
    auto appearance = shown.getAppearanceStream("/N");
    if (!appearance.isStream()) continue;
    // A form must say that it is one; some programs forget it on appearances, where the place says enough.
    appearance.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    appearance.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    const auto name = free_name(xobjects, number);
    const auto content = shown.getPageContentForAppearance(name, page.rotation, 0, an_invisible | an_hidden | an_no_view);
    if (content.empty()) continue;
    out.content += content;
    out.forms.emplace_back(name, appearance);
  }
  return out;
}

} // namespace hdskit::page
