#pragma once

#include "unpack/archive_reader.hpp"

#include <map>

namespace tests {

/// Keeps what an archive holds by path.
class MemorySink : public hdskit::unpack::MemberSink {
public:
  bool begin(const hdskit::unpack::Member& member, const std::string& path) override {
    path_ = path;
    members[path] = member;
    return member.kind == hdskit::unpack::MemberKind::file;
  }
  void write(std::uint64_t offset, std::string_view bytes) override {
    auto& content = contents[path_];
    if (content.size() < offset) content.resize(offset);
    content.replace(offset, std::string::npos, bytes);
  }
  void end(bool whole) override {
    if (!whole) broken.push_back(path_);
  }
  std::map<std::string, hdskit::unpack::Member> members;
  std::map<std::string, std::string> contents;
  std::vector<std::string> broken;

private:
  std::string path_;
};

inline hdskit::unpack::ArchiveAccount account_of(std::string_view bytes, MemorySink& sink, const hdskit::unpack::ReadingOrder& order = {},
                                                 bool as_file = true) {
  hdskit::unpack::MemoryInput input{bytes, as_file};
  return hdskit::unpack::read_archive(input, order, sink);
}
inline hdskit::unpack::ArchiveAccount account_of(std::string_view bytes, const hdskit::unpack::ReadingOrder& order = {}, bool as_file = true) {
  MemorySink sink;
  return account_of(bytes, sink, order, as_file);
}

} // namespace tests
