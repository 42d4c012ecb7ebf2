#include "toolkit/workspace/workspace.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/file_place.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"

#include <stdexcept>

namespace hdskit {

namespace {

/// PostgreSQL stores valid UTF-8 without NUL only; held to by both engines, so that a workspace can move from one to the other.
void refuse_unstorable_text(const std::string& text) {
  if (text.find('\0') == std::string::npos && is_utf8(text)) return;
  throw Problem{ProblemKind::bad_input, "", tr("A text is not valid UTF-8."), tr("Convert the source to UTF-8, then start again; nothing was changed.")};
}

} // namespace

struct Workspace::State {
  std::string location;
  std::unique_ptr<Dialect> dialect;
  int format = 0;
  std::optional<FilePlace> place; ///< none on a server
};

Workspace::Workspace(std::unique_ptr<State> state) : state_{std::move(state)} {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::create(const std::string& location, const Acting& acting) {
  create_at_format(location, newest_format(), acting, [&](Dialect& dialect) {
    append_to_journal(dialect, acting, "create", "workspace", "", "", R"({"format":")" + std::to_string(newest_format()) + R"("})");
  });
  return open(location);
}

Workspace Workspace::open(const std::string& location, std::chrono::milliseconds patience) {
  auto dialect = connect(location, patience);
  const int format = recorded_format(*dialect, location);
  refuse_other_format(format, location);
  const auto place = is_server(location) ? std::nullopt : std::optional<FilePlace>{location};
  return Workspace{std::make_unique<State>(State{location, std::move(dialect), format, place})};
}

const std::string& Workspace::location() const { return state_->location; }
int Workspace::format() const { return state_->format; }
Dialect& Workspace::dialect() const { return *state_->dialect; }

void Workspace::ensure_in_place() const {
  if (state_->place) state_->place->ensure_unchanged();
}

std::vector<Row> Workspace::read(const std::string& sql, const std::vector<std::string>& parameters) const {
  for (const auto& parameter : parameters) refuse_unstorable_text(parameter);
  return dialect().read(sql, parameters);
}

void Workspace::read_each(const std::string& sql, const std::vector<std::string>& parameters, const std::function<void(const Row&)>& take) const {
  for (const auto& parameter : parameters) refuse_unstorable_text(parameter);
  dialect().read_each(sql, parameters, take);
}

void Workspace::change(const Acting& acting, const std::function<void(Change&)>& work) {
  if (trimmed(acting.name).empty())
    throw Problem{ProblemKind::bad_input, "", tr("Nobody is named as the author of this change."), tr("Say who is acting: the change journal records it.")};
  ensure_in_place();
  Transaction transaction{dialect(), acting};
  Change change{*this, acting};
  work(change);
  if (change.wrote_ && !change.recorded_) throw std::logic_error{"a change wrote without recording anything in the journal"};
  ensure_in_place();
  transaction.commit();
}

void Change::write(const std::string& sql, const std::vector<std::string>& parameters) {
  for (const auto& parameter : parameters) refuse_unstorable_text(parameter);
  workspace_.dialect().execute(sql, parameters);
  wrote_ = true;
}

std::int64_t Change::next_number(std::string_view counter) {
  const std::vector<std::string> name{std::string{counter}};
  auto& dialect = workspace_.dialect();
  dialect.execute("insert into counter (name, value) values (:p1, 1) on conflict (name) do update set value = counter.value + 1", name);
  return std::stoll(dialect.read("select value from counter where name = :p1", name).at(0).at(0));
}

void Change::record(std::string_view verb, std::string_view kind, std::string_view subject, const std::string& before, const std::string& after) {
  for (const auto& text : {std::string{subject}, before, after, acting_.name}) refuse_unstorable_text(text);
  auto& dialect = workspace_.dialect();
  const auto head = recorded_ ? JournalPosition{last_entry_, last_digest_} : journal_head(dialect); // until this change ends, nobody else appends
  const auto end = append_to_journal(dialect, acting_, {verb, kind, subject, before, after}, head);
  last_entry_ = end.number;
  last_digest_ = end.digest;
  recorded_ = true;
}

void Change::put_piece(const Digest& digest, std::int64_t number, std::string_view bytes) {
  auto& dialect = workspace_.dialect();
  dialect.execute("insert into document_piece (digest, number, bytes) values (:p1, :p2, " + dialect.bytes_parameter(":p3") +
                      ") on conflict (digest, number) do nothing",
                  {digest.hex(), std::to_string(number), dialect.pack(bytes)});
  wrote_ = true;
}

} // namespace hdskit
