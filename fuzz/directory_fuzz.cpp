#include "fuzz/answer.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/review_rules.hpp"
#include "toolkit/base/file.hpp"

// The extract of the directory, the card holders and exports of accounts, staff, stays and decisions: the same bytes as each of them, then judged.
// Promises: what is kept is UTF-8, belongs to a person of the accounts, and no rule passes on inputs that were refused.

using namespace hdskit;

namespace {

constexpr std::string_view accounts = "application;login;rpps;role;moyen;carte\nDPI;a;99700000013;Prescripteur;CPS;1\nDPI;b;99700000021;IDE;e-CPS;\n";

void check_kept(const AccessReview& review) {
  for (const auto& entry : review.directory.entries) {
    fuzz::promise(entry.national_id == "899700000013" || entry.national_id == "899700000021", "only persons of the accounts are kept");
    fuzz::promise(is_utf8(entry.profession) && is_utf8(entry.finess_site) && is_utf8(entry.finess_entity), "what is kept is UTF-8");
  }
  for (const auto& account : review.accounts.accounts)
    fuzz::promise(is_utf8(account.login) && is_utf8(account.role) && is_utf8(account.person.name), "accounts are UTF-8");
  for (const auto& outcome : judge_review(review)) {
    fuzz::promise(is_utf8(outcome.reason()), "a reason is UTF-8");
    for (const auto& finding : outcome.findings()) fuzz::promise(is_utf8(finding.subject) && is_utf8(finding.sentence), "a finding is UTF-8");
    for (const auto source : outcome.rule().needs)
      fuzz::promise(review.given(source) || outcome.state() == ReviewState::not_evaluable, "no rule judges without its inputs");
  }
}

template <typename Read> void try_as(Read read, const std::filesystem::path& known) {
  AccessReview review{*Date::parse("2026-11-22")};
  static const auto policy = shipped_review_policy();
  review.policy = policy;
  if (!known.empty()) read_accounts(known, review);
  fuzz::done([&] { read(review); });
  check_kept(review);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder;
  static const auto known = [] {
    write_file(folder.path() / "accounts", accounts);
    return folder.path() / "accounts";
  }();
  const auto file = folder.path() / "foreign";
  write_file(file, fuzz::text_of(bytes, size));
  try_as([&](AccessReview& review) { read_directory(file, review, {}); }, known);
  try_as([&](AccessReview& review) { read_card_holders(file, review); }, known);
  try_as([&](AccessReview& review) { read_people(file, review); }, known);
  try_as([&](AccessReview& review) { read_decisions(file, review); }, known);
  try_as([&](AccessReview& review) { read_stays(file, review); }, known);
  try_as([&](AccessReview& review) { read_watched(file, review); }, known);
  try_as([&](AccessReview& review) { read_accounts(file, review); }, {});
  return 0;
}
