#include "gui/page.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/journal.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

class JournalPage : public wxPanel {
public:
  JournalPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(new_filters(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
    rows->Add(new_limit_line(), wxSizerFlags{}.Expand());
    auto* splitter = new_splitter(this, 140, 0.6);
    list_ = new_list(splitter);
    auto* detail = new_detail(splitter);
    splitter->SplitHorizontally(list_, detail, -FromDIP(270));
    rows->Add(splitter, wxSizerFlags{1}.Expand());
    SetSizer(rows);
    show_detail();
  }

  void refresh() {
    fill_people();
    list_->show(journal_rows(desk_.session.workspace(), filter(), oldest_first_));
    show_detail();
  }

  void reveal(const std::string& subject) {
    auto target = journal_target(desk_.session.workspace(), subject);
    limit_ = target;
    words_ = target.words;
    for (auto* choice : {kind_, person_, since_}) choice->SetSelection(0);
    limit_words_->SetLabel(text(target.sentence.empty() ? target.words : tr("Only: {1}", {target.sentence})));
    limit_line_->ShowItems(!target.sentence.empty() || !target.words.empty());
    refresh();
    if (target.entry) list_->select(std::to_string(target.entry));
    else list_->select_row(0);
    Layout();
    show_detail();
  }

  void focus() { list_->focus(); }
  void search() { list_->focus_search(); }

private:
  wxSizer* new_filters() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const std::string& name, const std::vector<std::string>& labels) {
      auto* choice = new wxChoice{this, wxID_ANY};
      for (const auto& label : labels) choice->Append(text(label));
      choice->SetSelection(0);
      name_for_readers(*choice, name);
      choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { refresh(); }); });
      line->Add(new wxStaticText{this, wxID_ANY, text(name)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
      line->Add(choice, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
      return choice;
    };
    kinds_ = journal_kinds();
    std::vector<std::string> kind_labels{tr("all")};
    for (const auto& kind : kinds_) kind_labels.push_back(kind_in_words(kind));
    kind_ = add(tr("Kind"), kind_labels);
    person_ = add(tr("Person"), {tr("everyone")});
    since_ = add(tr("Period"), journal_periods());
    line->AddStretchSpacer();
    auto* verify = new wxButton{this, wxID_ANY, text(tr("Verify the chain"))};
    verify->SetToolTip(text(tr("Compute every link again: an entry that was altered, removed or slipped in is found")));
    verify->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { verify_chain(); });
    line->Add(verify, wxSizerFlags{}.CenterVertical());
    return line;
  }

  wxSizer* new_limit_line() {
    limit_line_ = new wxBoxSizer{wxHORIZONTAL};
    limit_words_ = new wxStaticText{this, wxID_ANY, ""};
    limit_words_->SetFont(limit_words_->GetFont().Bold());
    auto* all = new wxButton{this, wxID_ANY, text(tr("Show everything"))};
    all->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { show_everything(); }); });
    limit_line_->Add(limit_words_, wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    limit_line_->Add(all, wxSizerFlags{}.CenterVertical().Border(wxBOTTOM, FromDIP(gap)));
    limit_line_->ShowItems(false);
    return limit_line_;
  }

  ListView* new_list(wxWindow* parent) {
    auto* list = new ListView{parent, {.name = tr("Journal"), .search = true}};
    list->on_select = [this](const std::string&) { attempt(desk_, [&] { show_detail(); }); };
    list->on_search = [this](const std::string& words) {
      words_ = words;
      attempt(desk_, [&] { refresh(); });
    };
    list->on_sort = [this](std::size_t column, bool descending) { attempt(desk_, [&] { sort(column, descending); }); };
    list->on_told = desk_.tell;
    list->on_failed = desk_.tell_problem;
    return list;
  }

  wxWindow* new_detail(wxWindow* parent) {
    auto* panel = new wxPanel{parent};
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    sentence_ = new wxStaticText{panel, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    sentence_->SetFont(sentence_->GetFont().Bold());
    back_ = new wxButton{panel, wxID_ANY, text(tr("Take this change back"))};
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_back_selected(); });
    head->Add(sentence_, wxSizerFlags{1}.CenterVertical());
    head->Add(back_, wxSizerFlags{}.CenterVertical());
    kept_ = new wxStaticText{panel, wxID_ANY, ""};
    kept_->SetForegroundColour(colour(Tone::faint));
    auto* columns = new wxBoxSizer{wxHORIZONTAL};
    fields_ = new ListView{panel, {.name = tr("Fields changed"), .count = false}};
    fields_->on_select = [this](const std::string&) { show_field(); };
    columns->Add(fields_, wxSizerFlags{2}.Expand());
    before_ = add_side(panel, *columns, tr("Before"));
    after_ = add_side(panel, *columns, tr("After"));
    rows->Add(head, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    rows->Add(kept_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
    rows->Add(columns, wxSizerFlags{1}.Expand());
    panel->SetSizer(rows);
    return panel;
  }

  wxTextCtrl* add_side(wxWindow* parent, wxSizer& columns, const std::string& name) {
    auto* side = new wxBoxSizer{wxVERTICAL};
    auto* words = new wxTextCtrl{parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP};
    name_for_readers(*words, name);
    side->Add(new wxStaticText{parent, wxID_ANY, text(name)}, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(2)));
    side->Add(words, wxSizerFlags{1}.Expand());
    columns.Add(side, wxSizerFlags{2}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
    return words;
  }

  JournalFilter filter() const {
    JournalFilter filter{.kind = limit_.kind, .subject = limit_.subject, .words = words_};
    if (const int kind = kind_->GetSelection(); kind > 0 && limit_.kind.empty()) filter.kind = kinds_[static_cast<std::size_t>(kind) - 1];
    if (const int person = person_->GetSelection(); person > 0) filter.actor = people_[static_cast<std::size_t>(person) - 1];
    filter.since = since_instant(static_cast<JournalSince>(std::max(0, since_->GetSelection())), desk_.session.today());
    return filter;
  }

  void fill_people() {
    auto people = journal_authors(desk_.session.workspace());
    if (people == people_) return;
    const auto chosen = person_->GetStringSelection();
    people_ = std::move(people);
    person_->Clear();
    person_->Append(text(tr("everyone")));
    for (const auto& person : people_) person_->Append(text(person));
    if (!person_->SetStringSelection(chosen)) person_->SetSelection(0);
    Layout();
  }

  void show_everything() {
    limit_ = {};
    words_.clear();
    limit_line_->ShowItems(false);
    Layout();
    refresh();
  }

  void sort(std::size_t column, bool descending) {
    constexpr std::size_t number = 0, when = 1;
    oldest_first_ = (column == number || column == when) && !descending;
    auto rows = journal_rows(desk_.session.workspace(), filter(), oldest_first_);
    list_->show(column == number || column == when ? rows : sorted_rows(rows, column, descending));
  }

  void show_detail() {
    const auto key = list_->selected();
    detail_ = key ? journal_detail(desk_.session.workspace(), std::stoll(*key)) : std::nullopt;
    sentence_->SetLabel(text(detail_ ? detail_->sentence : tr("Choose an entry to see what it changed.")));
    kept_->SetLabel(text(detail_ ? detail_->kept : ""));
    kept_->Show(detail_ && !detail_->kept.empty());
    back_->Enable(detail_ && detail_->kept.empty());
    std::vector<ListRow> rows;
    for (std::size_t i = 0; detail_ && i < detail_->changes.size(); ++i) {
      const auto& change = detail_->changes[i];
      rows.push_back({std::to_string(i), {{change.label}, {change.before}, {change.after}}});
    }
    auto list = rows_at_hand({{tr("Field")}, {tr("Before")}, {tr("After")}}, std::move(rows));
    fields_->show(list);
    fit_columns(fields_->control(), list);
    fields_->select_row(0);
    fields_->GetParent()->Layout();
    show_field();
  }

  void show_field() {
    const auto key = fields_->selected();
    const auto* change = key && detail_ ? &detail_->changes.at(std::stoul(*key)) : nullptr;
    before_->ChangeValue(text(!change ? "" : change->before.empty() ? tr("(nothing)") : change->before));
    after_->ChangeValue(text(!change ? "" : change->after.empty() ? tr("(nothing)") : change->after));
  }

  void take_back_selected() {
    if (!detail_) return;
    const auto number = detail_->number;
    if (attempt(desk_, [&] { take_back(desk_.session, number); }))
      desk_.tell(tr("Entry {1} was taken back. “Undo” brings it again.", {std::to_string(number)}));
    desk_.changed();
  }

  void verify_chain() {
    desk_.background.run(
        this, tr("Verifying the journal"), [location = desk_.session.location()](const Progress& progress) { return verified_journal(location, progress); },
        [this](const std::string& sentence) { desk_.tell(sentence); });
  }

  const Desk& desk_;
  ListView *list_ = nullptr, *fields_ = nullptr;
  wxChoice *kind_ = nullptr, *person_ = nullptr, *since_ = nullptr;
  wxBoxSizer* limit_line_ = nullptr;
  wxStaticText *limit_words_ = nullptr, *sentence_ = nullptr, *kept_ = nullptr;
  wxTextCtrl *before_ = nullptr, *after_ = nullptr;
  wxButton* back_ = nullptr;
  std::vector<std::string> kinds_, people_;
  std::string words_;
  JournalTarget limit_;
  std::optional<JournalDetail> detail_;
  bool oldest_first_ = false;
};

} // namespace

extern const Page journal;
const Page journal{
    .id = "journal",
    .title = marked("Journal"),
    .sentence = marked("Who changed what, and when; the proof that nothing was altered"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new JournalPage{parent, desk};
          return BuiltPage{.window = page,
                           .refresh = [page] { page->refresh(); },
                           .reveal = [page](const std::string& subject) { page->reveal(subject); },
                           .focus = [page] { page->focus(); },
                           .search = [page] { page->search(); }};
        },
};

} // namespace hdskit::gui::pages
