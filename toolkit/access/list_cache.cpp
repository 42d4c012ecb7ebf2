#include "toolkit/access/list_cache.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

namespace json = boost::json;
constexpr std::string_view format = "hdskit-list-state-1";
constexpr std::size_t largest_state = 64u << 10, longest_text = 4000; // bytes

void require_private(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder, error)) {
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), 0700) != 0) fail_on_file(folder, errno);
  }
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) fail_on_file(folder, errno);
  if (!S_ISDIR(status.st_mode)) fail_on_file(folder, ENOTDIR);
  if (status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0) return;
  throw Problem{ProblemKind::refused, folder.string(),
                tr("Others may write in the folder “{1}”: what is remembered there cannot be believed.", {folder.string()}),
                tr("Make it yours alone: chmod 700 “{1}”.", {folder.string()})};
}

std::string text_of(const std::optional<Instant>& moment) { return moment ? moment->iso() : std::string{}; }

std::string text_of(const CachedList& list) {
  return readable_json(json::object{{"format", format},
                                    {"url", list.url},
                                    {"etag", list.etag},
                                    {"last_modified", list.modified},
                                    {"sha256", list.sha256},
                                    {"issuer", list.issuer},
                                    {"number", list.number},
                                    {"delta", list.delta},
                                    {"fetched", text_of(list.fetched)},
                                    {"this_update", text_of(list.this_update)},
                                    {"next_update", text_of(list.next_update)},
                                    {"proven_by", list.proven_by}});
}

CachedList parse_state(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, largest_state);
  JsonDefects defects;
  CachedList list;
  {
    const JsonObject object{
        value,
        "",
        defects,
        {"format", "url", "etag", "last_modified", "sha256", "issuer", "number", "delta", "fetched", "this_update", "next_update", "proven_by"}};
    if (object.needed_text("format", longest_text) != format) defects.report("format", tr("This is no state of a revocation list."));
    list.url = object.needed_text("url", longest_text);
    list.etag = object.text("etag", longest_text);
    list.modified = object.text("last_modified", longest_text);
    list.sha256 = object.needed_text("sha256", longest_text);
    list.issuer = object.text("issuer", longest_text);
    list.number = object.text("number", longest_text);
    const auto* delta = object.find("delta");
    list.delta = delta && delta->is_bool() && delta->as_bool();
    list.fetched = Instant::parse(object.text("fetched", longest_text));
    list.this_update = Instant::parse(object.text("this_update", longest_text));
    list.next_update = Instant::parse(object.text("next_update", longest_text));
    list.proven_by = object.text("proven_by", longest_text);
  }
  defects.refuse(name, tr("Remove this file, then fetch the list again."), text);
  return list;
}

} // namespace

bool is_address(const ListSource& source) { return !source.location.starts_with('/'); }

ListCache::ListCache(std::filesystem::path folder) : folder_{std::move(folder)} { require_private(folder_); }

/// Two workspaces may call different lists by one name.
std::filesystem::path ListCache::file_of(const ListSource& source, const char* ending) const {
  constexpr std::size_t digits = 12;
  return folder_ / (source.reference + "-" + digest_of(source.location).hex().substr(0, digits) + ending);
}

std::filesystem::path ListCache::pending_of(const ListSource& source) const { return file_of(source, ".new"); }

std::optional<CachedList> ListCache::find(const ListSource& source) const {
  const auto state_file = file_of(source, ".json"), list_file = file_of(source, ".crl");
  if (!std::filesystem::exists(state_file) || !std::filesystem::exists(list_file)) return std::nullopt;
  auto state = parse_state(read_file(state_file, largest_state), state_file.string());
  if (state.url != source.location) return std::nullopt;
  if (digest_of_file(list_file).hex() != state.sha256)
    throw Problem{ProblemKind::damaged, list_file.string(), tr("The list “{1}” is not the one that was downloaded.", {list_file.string()}),
                  tr("Remove this file, then fetch the list again.")};
  state.file = list_file;
  return state;
}

void ListCache::keep(const ListSource& source, const std::filesystem::path& pending, CachedList state) const {
  state.file = file_of(source, ".crl");
  std::error_code error;
  std::filesystem::remove(file_of(source, ".json"), error); // the state of the list before would not fit the new bytes
  std::filesystem::rename(pending, state.file, error);
  if (error) fail_on_file(state.file, error.value());
  note_seen(source, state);
}

void ListCache::note_seen(const ListSource& source, const CachedList& state) const { write_file(file_of(source, ".json"), text_of(state)); }

} // namespace hdskit
