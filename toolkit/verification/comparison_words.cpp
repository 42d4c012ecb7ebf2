#include "toolkit/base/translate.hpp"
#include "toolkit/verification/comparison.hpp"

namespace hdskit {
namespace {

struct Words {
  std::string_view word;
  const char* label;
};

constexpr Words aspects[aspect_count] = {
    {"content", marked("content")},
    {"size", marked("size")},
    {"kind", marked("kind")},
    {"mode", marked("permissions")},
    {"owner", marked("owner")},
    {"time", marked("modification time")},
    {"target", marked("target of the link")},
    {"twin", marked("hard link")},
    {"attributes", marked("extended attributes")},
    {"acl", marked("access control list")},
    {"sparse", marked("holes of a sparse file")},
    {"device", marked("device number")},
};

constexpr Words verdicts[] = {
    {"same", marked("same")},   {"changed", marked("changed")},       {"missing", marked("missing")},
    {"extra", marked("extra")}, {"unreadable", marked("unreadable")}, {"truncated", marked("truncated")},
};

} // namespace

std::string_view word_of(Aspect aspect) { return aspects[static_cast<std::size_t>(aspect)].word; }
std::string label_of(Aspect aspect) { return tr(aspects[static_cast<std::size_t>(aspect)].label); }
std::string_view word_of(EntryVerdict verdict) { return verdicts[static_cast<std::size_t>(verdict)].word; }
std::string label_of(EntryVerdict verdict) { return tr(verdicts[static_cast<std::size_t>(verdict)].label); }

} // namespace hdskit
