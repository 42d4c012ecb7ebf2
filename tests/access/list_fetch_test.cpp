#include "toolkit/access/list_fetch.hpp"

#include "tests/access/list_server.hpp"
#include "tests/certificates/lookalikes.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::HasSubstr;
using testing::Not;

const Instant morning = instant("2026-11-22T07:00:00Z"), next_week = instant("2026-11-29T07:00:00Z");

std::string list_of(std::uint64_t number, const std::vector<LookalikeRevocation>& revoked = {}, Instant this_update = morning, std::uint64_t base = 0) {
  return hierarchies().persons.list(revoked, this_update, next_week, number, base);
}

class ListFetch : public testing::Test {
protected:
  ListServer server_;
  ScratchFolder folder_;
  ListCache cache_{folder_.path() / "lists"};
  Trust trust_;

  ListSource source(const std::string& path) const { return {.id = {}, .reference = "ACI-FO-PP", .location = server_.url(path), .proxy = {}, .note = {}}; }
  ListFetchOrder order() const {
    ListFetchOrder order;
    order.trust = trust_.setting;
    return order;
  }
  FetchedList fetch(const std::string& path) { return fetch_list(source(path), cache_, order()); }
  FetchedList fetch_at(Instant now, const std::string& path = "list/aci.crl") {
    auto later = order();
    later.trust.at = now;
    return fetch_list(source(path), cache_, later);
  }
  /// What is in place after `bytes` came in the place of list 12.
  FetchedList replace_by(const std::string& bytes) {
    server_.put("aci.crl", list_of(12));
    EXPECT_EQ(fetch("list/aci.crl").outcome, FetchOutcome::fetched);
    server_.put("aci.crl", bytes);
    const auto fetched = fetch("list/aci.crl");
    if (fetched.outcome == FetchOutcome::failed) { EXPECT_EQ(cache_.find(source("list/aci.crl")).value().sha256, digest_of(list_of_cached()).hex()); }
    return fetched;
  }
  std::string list_of_cached() const { return read_file(cache_.find(source("list/aci.crl")).value().file); }
};

TEST_F(ListFetch, keeps_a_list_with_what_is_known_of_it) {
  server_.put("aci.crl", list_of(12, {{2, morning, 1}}));
  const auto fetched = fetch("list/aci.crl");
  ASSERT_EQ(fetched.outcome, FetchOutcome::fetched) << fetched.sentence;
  EXPECT_EQ(fetched.sentence, "");
  EXPECT_EQ(fetched.list->this_update, morning);
  EXPECT_EQ(fetched.list->next_update, next_week);
  EXPECT_EQ(fetched.list->fetched, today);
  EXPECT_EQ(fetched.list->proven_by, digest_of(hierarchies().persons.der()).hex());
  EXPECT_EQ(RevocationList::open(fetched.list->file).size(), 1u);
  struct stat status {};
  ASSERT_EQ(::stat((folder_.path() / "lists").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0700u);
}

TEST_F(ListFetch, asks_only_whether_something_has_changed_once_it_has_the_list) {
  server_.put("aci.crl", list_of(12));
  fetch("list/aci.crl");
  const auto again = fetch_at(instant("2026-11-23T12:00:00Z"));
  EXPECT_EQ(again.outcome, FetchOutcome::unchanged);
  EXPECT_EQ(cache_.find(source("list/aci.crl"))->fetched, instant("2026-11-23T12:00:00Z"));
  EXPECT_THAT(server_.log(), HasSubstr("/list/aci.crl -\n/list/aci.crl \""));
  server_.put("aci.crl", list_of(13));
  EXPECT_EQ(fetch("list/aci.crl").outcome, FetchOutcome::fetched);
}

TEST_F(ListFetch, says_that_an_unchanged_list_is_late) {
  server_.put("aci.crl", list_of(12));
  fetch("list/aci.crl");
  EXPECT_THAT(fetch_at(instant("2026-12-24T12:00:00Z")).sentence, HasSubstr("should have been replaced"));
}

TEST_F(ListFetch, never_takes_an_older_list_which_would_give_revoked_cards_back) { EXPECT_THAT(replace_by(list_of(11)).sentence, HasSubstr("goes back")); }

TEST_F(ListFetch, never_takes_an_older_day_under_a_newer_number) {
  EXPECT_THAT(replace_by(list_of(13, {}, instant("2026-11-21T07:00:00Z"))).sentence, HasSubstr("older than the one before"));
}

TEST_F(ListFetch, never_takes_the_list_of_another_authority) {
  EXPECT_THAT(replace_by(hierarchies().stranger.list({}, morning, next_week, 50)).sentence, HasSubstr("another authority"));
}

TEST_F(ListFetch, never_takes_a_list_that_somebody_else_signed) {
  EXPECT_THAT(replace_by(hierarchies().forged.list({}, morning, next_week, 13)).sentence, HasSubstr("not signed by the authority"));
}

TEST_F(ListFetch, never_takes_a_delta_list_for_the_full_one) {
  EXPECT_THAT(replace_by(list_of(13, {{3, morning, 1}}, morning, 12)).sentence, HasSubstr("delta"));
}

TEST_F(ListFetch, never_takes_what_is_no_list) {
  EXPECT_EQ(replace_by("<html>Portail captif</html>").outcome, FetchOutcome::failed);
  EXPECT_EQ(RevocationList::open(cache_.find(source("list/aci.crl"))->file).number(), RevocationList::of_bytes(list_of(12)).number());
}

TEST_F(ListFetch, takes_the_newer_list) {
  const auto newer = replace_by(list_of(13, {{3, morning, 1}}));
  EXPECT_EQ(newer.outcome, FetchOutcome::fetched) << newer.sentence;
  EXPECT_EQ(RevocationList::open(newer.list->file).size(), 1u);
}

TEST_F(ListFetch, takes_no_list_that_was_cut_short) {
  server_.put("aci.crl", list_of(12));
  const auto cut = fetch("cut/aci.crl");
  EXPECT_EQ(cut.outcome, FetchOutcome::failed);
  EXPECT_FALSE(cut.list);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path() / "lists")) << "half a list stayed there";
}

TEST_F(ListFetch, says_what_the_server_answered_instead) {
  EXPECT_THAT(fetch("list/none.crl").sentence, HasSubstr("404"));
  EXPECT_THAT(fetch("round/aci.crl").sentence, HasSubstr("again and again"));
}

TEST_F(ListFetch, follows_a_redirection_on_the_same_server_alone) {
  server_.put("aci.crl", list_of(12));
  EXPECT_EQ(fetch("moved/aci.crl").outcome, FetchOutcome::fetched);
  const auto elsewhere = fetch("elsewhere/aci.crl");
  EXPECT_EQ(elsewhere.outcome, FetchOutcome::failed);
  EXPECT_THAT(elsewhere.sentence, HasSubstr("127.0.0.2"));
}

TEST_F(ListFetch, stops_at_a_list_that_is_too_large) {
  server_.put("aci.crl", list_of(12));
  auto small = order();
  small.limits.limit = 1u << 20;
  EXPECT_THAT(fetch_list(source("endless/aci.crl"), cache_, small).sentence, HasSubstr("larger than"));
}

TEST_F(ListFetch, waits_for_no_server_that_falls_silent) {
  server_.put("aci.crl", list_of(12));
  auto hurried = order();
  hurried.limits.patience = std::chrono::milliseconds{300};
  EXPECT_EQ(fetch_list(source("slow/aci.crl"), cache_, hurried).outcome, FetchOutcome::failed);
}

TEST_F(ListFetch, uses_the_list_that_it_has_when_nobody_answers) {
  server_.put("aci.crl", list_of(12));
  fetch("list/aci.crl");
  const auto state = cache_.find(source("list/aci.crl")).value();
  ListSource gone = source("list/aci.crl");
  std::filesystem::copy(state.file, folder_.path() / "copy.crl");
  {
    ListServer other;
    gone.location = other.url("list/aci.crl");
    other.put("aci.crl", list_of(12));
    EXPECT_EQ(fetch_list(gone, cache_, order()).outcome, FetchOutcome::fetched);
  }
  const auto offline = fetch_list(gone, cache_, order());
  EXPECT_EQ(offline.outcome, FetchOutcome::failed);
  ASSERT_TRUE(offline.list);
  EXPECT_EQ(read_file(offline.list->file), read_file(folder_.path() / "copy.crl"));
}

TEST_F(ListFetch, asks_through_the_proxy_that_was_recorded) {
  server_.put("aci.crl", list_of(12));
  auto by_proxy = source("list/aci.crl");
  by_proxy.location = "http://igc.invalid/aci.crl";
  by_proxy.proxy = "http://127.0.0.1:" + server_.port();
  fetch_list(by_proxy, cache_, order());
  EXPECT_THAT(server_.log(), HasSubstr("http://igc.invalid/aci.crl"));
}

TEST_F(ListFetch, passes_by_the_proxy_of_the_environment) {
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  server_.put("aci.crl", list_of(12));
  EXPECT_EQ(fetch("list/aci.crl").outcome, FetchOutcome::fetched);
  ::unsetenv("http_proxy");
}

TEST_F(ListFetch, says_that_the_authority_of_a_list_is_not_trusted_here) {
  server_.put("other.crl", hierarchies().stranger.list({}, morning, next_week, 4));
  const auto fetched = fetch("list/other.crl");
  EXPECT_EQ(fetched.outcome, FetchOutcome::fetched);
  EXPECT_THAT(fetched.sentence, HasSubstr("not trusted here"));
  EXPECT_EQ(fetched.list->proven_by, "");
}

TEST_F(ListFetch, notices_a_kept_list_that_was_altered_and_fetches_it_anew) {
  server_.put("aci.crl", list_of(12));
  const auto file = fetch("list/aci.crl").list->file;
  write_file(file, list_of(12, {{9, morning, 1}}));
  EXPECT_THROW(cache_.find(source("list/aci.crl")), Problem);
  const auto anew = fetch("list/aci.crl");
  EXPECT_EQ(anew.outcome, FetchOutcome::fetched);
  EXPECT_THAT(anew.sentence, HasSubstr("not the one that was downloaded"));
  EXPECT_EQ(read_file(file), list_of(12));
}

TEST_F(ListFetch, takes_the_list_of_an_entry_of_a_directory) {
  ListServer directory{"directory_server.py", "aci.crl"};
  directory.put("aci.crl", list_of(12, {{2, morning, 1}}));
  ListSource entry{.id = {}, .reference = "ACI-LDAP", .location = {}, .proxy = {}, .note = {}};
  entry.location = "ldap://127.0.0.1:" + directory.port() + "/cn=AC%20PERSONNES,c=FR?certificateRevocationList;binary?base?objectClass=pkiCA";
  const auto fetched = fetch_list(entry, cache_, order());
  ASSERT_EQ(fetched.outcome, FetchOutcome::fetched) << fetched.sentence;
  EXPECT_EQ(read_file(fetched.list->file), list_of(12, {{2, morning, 1}}));
  directory.put("aci.crl", list_of(11));
  EXPECT_THAT(fetch_list(entry, cache_, order()).sentence, HasSubstr("goes back"));
}

TEST(ListCaches, are_believed_only_where_nobody_else_may_write) {
  const ScratchFolder folder;
  const auto shared = folder.path() / "shared";
  std::filesystem::create_directory(shared);
  std::filesystem::permissions(shared, std::filesystem::perms::all);
  EXPECT_THROW(ListCache{shared}, Problem);
}

TEST(ListInDirectory, is_the_one_value_of_the_entry) {
  const std::string one = "DN: cn=AC,c=FR\n\tcertificateRevocationList;binary:: AQID\n\n";
  EXPECT_EQ(list_in_ldif(one), "\x01\x02\x03");
  EXPECT_EQ(list_in_ldif("dn: cn=AC\ndeltaRevocationList;binary:: AQ\n ID\n"), "\x01\x02\x03");
  EXPECT_THROW(list_in_ldif(one + one), Problem);
  EXPECT_THROW(list_in_ldif("DN: cn=AC,c=FR\n\n"), Problem);
  EXPECT_THROW(list_in_ldif("DN: cn=AC\n\tcertificateRevocationList;binary:: !!\n"), Problem);
}

} // namespace
} // namespace tests
