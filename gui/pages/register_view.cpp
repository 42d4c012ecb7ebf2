#include "gui/pages/register_view.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 420, narrowest_name = 120; ///< device-independent pixels

} // namespace

RegisterView::RegisterView(wxWindow* parent, const Desk& desk, const std::string& name, Source source)
    : wxPanel{parent}, desk_{desk}, source_{std::move(source)} {
  buttons_ = new wxWrapSizer{wxHORIZONTAL};
  add_button(this, *buttons_, desk_, tr("&New"), [this] { add(); });
  remove_ = add_button(this, *buttons_, desk_, tr("&Remove…"), [this] { record_->remove(); });
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  sentence_->SetFont(sentence_->GetFont().Bold());
  auto* splitter = new_splitter(this, narrowest, 1);
  list_ = new ListView{splitter, {.name = name, .search = true, .caution = source_.caution}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  record_ = new RecordPane{splitter, desk_, source_.ways};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(list_, record_, -FromDIP(form_width));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(buttons_, wxSizerFlags{}.Expand());
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  SetSizer(rows);
}

wxSizer& RegisterView::buttons() { return *buttons_; }

void RegisterView::show(std::string_view word) {
  const bool same = kind_ == word;
  kind_ = word;
  const auto& kind = source_.kind(kind_);
  const auto sentence = source_.sentence(kind_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  if (same) record_->follow(kind);
  show_list();
  if (!same || !record_->edited()) record_->edit_first(kind);
  follow_record();
}

void RegisterView::show_list() {
  if (kind_.empty()) return;
  const auto rows = source_.rows(kind_, words_);
  list_->show(rows);
  give_the_rest(list_->control(), 2, static_cast<unsigned>(rows.columns.size() - 1), narrowest_name);
  if (const auto key = record_->key(); !key.empty()) list_->select(key);
}

void RegisterView::follow_record() {
  const auto key = record_->key();
  remove_->Enable(!key.empty());
  record_->say(key.empty() || kind_.empty() ? std::vector<Cell>{} : source_.said(kind_, std::stoll(key)));
  if (!key.empty()) list_->select(key);
}

void RegisterView::choose(const std::string& key) {
  if (key.empty() || key == record_->key()) return;
  if (settle()) record_->edit(source_.kind(kind_), std::stoll(key));
  else follow_record(); // back to the one that is being typed
}

void RegisterView::open(std::int64_t id) {
  if (!settle()) return;
  record_->edit(source_.kind(kind_), id);
  follow_record();
}

void RegisterView::add(const Assignments& proposed) {
  if (!settle()) return;
  record_->edit_new(source_.kind(kind_), proposed);
  record_->focus();
}

void RegisterView::focus() { list_->focus(); }
void RegisterView::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
