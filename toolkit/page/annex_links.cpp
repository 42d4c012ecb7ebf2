#include "toolkit/page/annex_links.hpp"

#include <algorithm>
#include <qpdf/QPDFNameTreeObjectHelper.hh>

namespace hdskit::page {
namespace {

constexpr int most_links = 10'000; // on one page

bool leads_to_the_web(const std::string& uri) {
  for (const char* scheme : {"http://", "https://", "mailto:"})
    if (uri.starts_with(scheme)) return true;
  return false;
}

} // namespace

AnnexLinks::AnnexLinks(PdfFile& file, AnnexSource& source, ObjectCopy& copy, const std::vector<int>& page_objects)
    : file_{file}, source_{source}, copy_{copy}, page_objects_{page_objects} {
  for (std::size_t i = 0; i < page_objects.size(); ++i) object_of_page_.emplace(source.pages()[i].dictionary.getObjGen(), page_objects[i]);
}

std::vector<int> AnnexLinks::of(AnnexPage& page) {
  std::vector<int> out;
  auto annotations = page.dictionary.getKey("/Annots");
  if (!annotations.isArray()) return out;
  for (int i = 0; i < std::min(annotations.getArrayNItems(), most_links); ++i) {
    auto link = annotations.getArrayItem(i);
    if (!link.isDictionary() || !link.getKey("/Subtype").isNameAndEquals("/Link") || !link.getKey("/Rect").isRectangle()) continue;
    const auto where = target(link);
    if (where.empty()) continue;
    std::string body = "<< /Type /Annot /Subtype /Link /F 4";
    for (const char* key : {"/Rect", "/Border", "/BS", "/C", "/H", "/QuadPoints", "/Contents"})
      if (auto value = link.getKey(key); !value.isNull()) body += std::string{" "} + key + " " + copy_.value(value);
    out.push_back(file_.add(body + where + " >>"));
  }
  return out;
}

/// " /Dest ..." or " /A ..."; "" when it leads nowhere that is kept.
std::string AnnexLinks::target(QPDFObjectHandle& link) {
  auto place = link.getKey("/Dest");
  auto action = link.getKey("/A");
  if (action.isDictionary()) {
    auto kind = action.getKey("/S");
    if (kind.isNameAndEquals("/URI") && action.getKey("/URI").isString()) {
      const auto uri = action.getKey("/URI").getStringValue();
      return leads_to_the_web(uri) ? " /A << /S /URI /URI " + copy_.value(action.getKey("/URI")) + " >>" : "";
    }
    if (kind.isNameAndEquals("/GoTo")) place = action.getKey("/D");
  }
  const auto where = destination(place);
  return where.empty() ? "" : " /Dest " + where;
}

std::string AnnexLinks::destination(QPDFObjectHandle place) {
  if (place.isName() || place.isString()) place = named(place);
  if (place.isDictionary()) place = place.getKey("/D");
  if (!place.isArray() || place.getArrayNItems() < 1) return {};
  const int object = page_object(place.getArrayItem(0));
  if (object == 0) return {};
  std::string out = "[" + pdf_reference(object);
  constexpr int longest = 6; // page, /XYZ or another, and at most four numbers
  for (int i = 1; i < std::min(place.getArrayNItems(), longest); ++i) {
    auto item = place.getArrayItem(i);
    if (!item.isScalar()) return {};
    out += " " + item.unparseResolved();
  }
  return out + (place.getArrayNItems() == 1 ? " /Fit]" : "]");
}

/// Destinations by name stand in a dictionary (names) or in a tree (strings); ISO 32000-1, 12.3.2.3.
QPDFObjectHandle AnnexLinks::named(QPDFObjectHandle& name) {
  auto root = source_.pdf().getRoot();
  if (name.isName()) {
    auto names = root.getKey("/Dests");
    return names.isDictionary() ? names.getKey(name.getName()) : QPDFObjectHandle::newNull();
  }
  auto names = root.getKey("/Names");
  auto tree = names.isDictionary() ? names.getKey("/Dests") : QPDFObjectHandle::newNull();
  QPDFObjectHandle found = QPDFObjectHandle::newNull();
  if (tree.isDictionary()) QPDFNameTreeObjectHelper{tree, source_.pdf(), false}.findObject(name.getUTF8Value(), found);
  return found;
}

int AnnexLinks::page_object(QPDFObjectHandle page) {
  if (page.isInteger()) { // not by the book, but some programs count pages from 0 here
    const auto number = page.getIntValue();
    return number >= 0 && static_cast<std::size_t>(number) < page_objects_.size() ? page_objects_[static_cast<std::size_t>(number)] : 0;
  }
  const auto known = object_of_page_.find(page.getObjGen());
  return page.isIndirect() && known != object_of_page_.end() ? known->second : 0;
}

} // namespace hdskit::page
