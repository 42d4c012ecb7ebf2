#include "unpack/archive_account.hpp"

#include <array>

namespace hdskit::unpack {

namespace {

std::string quoted(std::string_view text) { return '"' + escaped(text) + '"'; }

std::string list_of(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const auto& text : texts) list += (list.size() > 1 ? "," : "") + quoted(text);
  return list + "]";
}

class ObjectText {
public:
  ObjectText& add(std::string_view name, std::string value) {
    text_ += (text_.size() > 1 ? ",\"" : "\"") + std::string{name} + "\":" + std::move(value);
    return *this;
  }
  ObjectText& number(std::string_view name, std::uint64_t value) { return add(name, std::to_string(value)); }
  ObjectText& text(std::string_view name, std::string_view value) { return add(name, quoted(value)); }
  ObjectText& flag(std::string_view name, bool value) { return add(name, value ? "true" : "false"); }
  std::string done() { return text_ + "}"; }

private:
  std::string text_ = "{";
};

std::string refused_list(const ArchiveAccount& account) {
  std::string list = "[";
  for (const auto& member : account.first_refused)
    list += (list.size() > 1 ? "," : "") + ObjectText{}.text("path", member.path).text("why", word_of(member.reason)).done();
  return list + "]";
}

} // namespace

std::string_view word_of(ArchiveEnd end) {
  static constexpr std::array<std::string_view, 4> words{"proper", "short", "missing", "unseen"};
  return words.at(static_cast<std::size_t>(end));
}

void ArchiveAccount::note_damage(std::string words) {
  if (words.find("runcated") != std::string::npos) truncated = true; // "Truncated tar archive", "truncated gzip input"
  if (damage.empty()) damage = std::move(words);
}

std::string account_json(const ArchiveAccount& account, const Losses& losses, const std::vector<std::string>& confined_by) {
  ObjectText text;
  text.text("format", account.format).add("filters", list_of(account.filters));
  text.number("members", account.members).number("files", account.files).number("folders", account.folders).number("links", account.links);
  text.number("written", account.written).number("bytes", account.bytes).number("archive_bytes", account.archive_bytes);
  text.flag("whole", account.whole()).flag("hostile", account.hostile).flag("bomb", account.bomb);
  text.number("refused", account.refused).add("first_refused", refused_list(account));
  text.number("damaged_members", account.damaged_members).text("damage", account.damage).flag("truncated", account.truncated);
  text.text("end", word_of(account.end)).number("hidden_bytes", account.hidden_bytes);
  text.number("remarks", account.remarks).text("first_remark", account.first_remark);
  text.text("stop", word_of(account.stop)).text("stop_words", account.stop_words);
  ObjectText lost;
  lost.number("owners", losses.owners).number("modes", losses.modes).number("attributes", losses.attributes);
  lost.number("times", losses.times).number("devices", losses.devices);
  text.add("lost", lost.done()).add("confined_by", list_of(confined_by));
  return text.done();
}

} // namespace hdskit::unpack
