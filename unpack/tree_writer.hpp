#pragma once

#include "unpack/archive_account.hpp"
#include "unpack/beneath.hpp"

#include <optional>
#include <unordered_set>

namespace hdskit::unpack {

struct WritingOrder {
  bool owners = false;  ///< give members to their owners: root only
  bool special = false; ///< setuid, setgid, capabilities and, as root, devices too. The folder should lie where nobody else can reach
  std::optional<std::unordered_set<std::string>> wanted; ///< clean paths; folders are always made
};

/// Writes members below one folder.
class TreeWriter : public MemberSink {
public:
  TreeWriter(int root, WritingOrder order) : beneath_{root}, order_{std::move(order)} {}
  bool begin(const Member& member, const std::string& path) override;
  void write(std::uint64_t offset, std::string_view bytes) override;
  void end(bool whole) override;
  void finish(); ///< what folders are given last, because writing into them changes it
  const Losses& losses() const { return losses_; }

private:
  struct Folder {
    std::string path;
    Member member;
  };
  void make(const Member& member, const Place& place);
  void make_file(const Place& place);
  void make_twin(const Member& member, const Place& place, const std::string& path);
  void make_node(const Member& member, const Place& place);
  void give(const Member& member, int file);
  void give_in_place(const Member& member, const Place& place);
  void give_attributes(const Member& member, int file);
  std::uint32_t mode_of(const Member& member) const;

  Beneath beneath_;
  WritingOrder order_;
  Losses losses_;
  std::vector<Folder> folders_;
  Descriptor file_;
  Member member_;
  std::uint64_t written_ = 0;
};

} // namespace hdskit::unpack
