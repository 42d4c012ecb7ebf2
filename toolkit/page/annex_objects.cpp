#include "toolkit/page/annex_objects.hpp"

#include "toolkit/page/raw_stream.hpp"

#include <set>

namespace hdskit::page {
namespace {

constexpr int deepest_value = 500;              // libqpdf itself reads no deeper
constexpr std::size_t most_objects = 5'000'000; // a map entry each: about 400 MB

/// The way back up: following it would copy the whole annex with its catalogue.
bool leads_upwards(QPDFObjectHandle& handle) {
  if (!handle.isDictionary()) return false;
  auto type = handle.getKey("/Type");
  if (!type.isName()) return false;
  const auto name = type.getName();
  return name == "/Page" || name == "/Pages" || name == "/Catalog" || name == "/StructElem" || name == "/StructTreeRoot";
}

/// Keys that do not survive in a stream: its length and place are told anew; structure, private data and layers stay behind. Without its list of layers
/// (/OCProperties) a file shows them all, so content that was switched off in the annex may appear.
bool stays_behind(const std::string& key, bool form_or_image) {
  static const std::set<std::string> always{"/Length", "/F", "/FFilter", "/FDecodeParms", "/DL"};
  static const std::set<std::string> of_form_or_image{"/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OC", "/OPI", "/AF"};
  return always.contains(key) || (form_or_image && of_form_or_image.contains(key));
}

/// libqpdf has already decrypted: the filter that says "encrypted in its own way" must go, with its parameters.
void drop_crypt_filter(QPDFObjectHandle& dictionary) {
  auto filter = dictionary.getKey("/Filter");
  if (filter.isNameAndEquals("/Crypt")) {
    dictionary.removeKey("/Filter");
    dictionary.removeKey("/DecodeParms");
  }
  if (!filter.isArray()) return;
  auto filters = filter.shallowCopy();
  auto parameters = dictionary.getKey("/DecodeParms");
  if (parameters.isArray()) parameters = parameters.shallowCopy();
  for (int i = filters.getArrayNItems(); i-- > 0;) {
    if (!filters.getArrayItem(i).isNameAndEquals("/Crypt")) continue;
    filters.eraseItem(i);
    if (parameters.isArray() && i < parameters.getArrayNItems()) parameters.eraseItem(i);
  }
  dictionary.replaceKey("/Filter", filters);
  if (parameters.isArray()) dictionary.replaceKey("/DecodeParms", parameters);
}

} // namespace

std::string ObjectCopy::value(QPDFObjectHandle handle) {
  std::string out;
  append(out, handle, 0);
  return out;
}

std::string ObjectCopy::reference(QPDFObjectHandle handle) {
  const auto known = numbers_.find(handle.getObjGen());
  if (known != numbers_.end()) return pdf_reference(known->second);
  if (is_lost(source_.pdf(), handle)) source_.refuse_damaged();
  if (handle.isNull() || leads_upwards(handle)) return "null";
  if (numbers_.size() >= most_objects) source_.refuse_damaged();
  const int object = file_.reserve();
  numbers_.emplace(handle.getObjGen(), object);
  waiting_.emplace_back(handle, object);
  return pdf_reference(object);
}

void ObjectCopy::append(std::string& out, QPDFObjectHandle handle, int depth) {
  if (depth > deepest_value) source_.refuse_damaged();
  if (depth > 0 && handle.isIndirect()) {
    out += reference(handle);
  } else if (handle.isDictionary()) {
    append_dictionary(out, handle, depth);
  } else if (handle.isArray()) {
    out += '[';
    for (int i = 0, count = handle.getArrayNItems(); i < count; ++i) {
      if (i > 0) out += ' ';
      append(out, handle.getArrayItem(i), depth + 1);
    }
    out += ']';
  } else if (handle.isScalar()) {
    out += handle.unparseResolved();
  } else {
    out += "null"; // what belongs in content streams only
  }
}

void ObjectCopy::append_dictionary(std::string& out, QPDFObjectHandle handle, int depth) {
  out += "<<";
  for (auto& [key, entry] : handle.getDictAsMap()) {
    out += ' ';
    out += pdf_name(std::string_view{key}.substr(1));
    out += ' ';
    append(out, entry, depth + 1);
  }
  out += " >>";
}

void ObjectCopy::drain() {
  while (!waiting_.empty()) {
    const auto [handle, object] = waiting_.front();
    waiting_.pop_front();
    progress_.stop_if_cancelled();
    auto source = handle;
    if (source.isStream()) write_stream(object, source);
    else file_.write(object, value(source));
  }
}

std::string ObjectCopy::stream_entries(QPDFObjectHandle stream) {
  auto dictionary = stream.getDict().shallowCopy();
  drop_crypt_filter(dictionary);
  auto subtype = dictionary.getKey("/Subtype");
  const bool form_or_image = subtype.isNameAndEquals("/Form") || subtype.isNameAndEquals("/Image");
  std::string out;
  for (auto& [key, entry] : dictionary.getDictAsMap()) {
    if (stays_behind(key, form_or_image)) continue;
    if (!out.empty()) out += ' ';
    out += pdf_name(std::string_view{key}.substr(1)) + " ";
    append(out, entry, 1);
  }
  return out;
}

void ObjectCopy::write_stream(int object, QPDFObjectHandle stream) {
  if (stream.isDataModified()) return write_drawn_stream(object, stream);
  const auto entries = stream_entries(stream);
  // Small ones go through memory: their length can then stand before them, which spares an object each.
  constexpr long long small = 256 * 1024;
  auto length = stream.getDict().getKey("/Length");
  bool whole = true;
  if (length.isInteger() && length.getIntValue() <= small) {
    std::string bytes;
    whole = pour_raw(stream, [&bytes](std::string_view piece) { bytes += piece; });
    if (whole) file_.write_stream(object, entries, bytes);
  } else {
    file_.write_stream(object, entries, [&](const std::function<void(std::string_view)>& take) { whole = pour_raw(stream, take); });
  }
  if (!whole) source_.refuse_damaged();
}

/// The look that libqpdf gave to a filled-in field exists as operators only, not as bytes of the annex.
void ObjectCopy::write_drawn_stream(int object, QPDFObjectHandle stream) {
  constexpr std::uint64_t longest = 1u << 20;
  std::string bytes;
  if (!pour_decoded(stream, longest, [&bytes](std::string_view piece) { bytes += piece; })) source_.refuse_damaged();
  stream.getDict().removeKey("/Filter");
  stream.getDict().removeKey("/DecodeParms");
  file_.write_stream(object, stream_entries(stream), bytes);
}

} // namespace hdskit::page
