#include "gui/page.hpp"
#include "gui/pages/requirements_sheet.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/framework_choice.hpp"
#include "gui/window/keyboard_row.hpp"
#include "gui/window/text.hpp"
#include "gui/window/tree_model.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>

#include <map>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest_pane = 280, title_width = 260;              ///< device-independent pixels
constexpr double tree_share = 0.49;                                 ///< of the width
constexpr std::size_t open_when_sought = 1000, open_at_first = 200; ///< nodes that one may want to see all at once

class RequirementsPage : public wxPanel {
public:
  RequirementsPage(wxWindow* parent, const Desk& desk);

  void refresh();
  bool settle() { return sheet_->settle(); }
  void reveal(const std::string& subject);
  void focus() { tree_->focus(); }
  void search() { search_->SetFocus(); }

private:
  wxWindow* new_left(wxWindow* parent);
  template <typename Enum> wxChoice* new_choice(wxWindow* parent, wxSizer& grid, const std::string& label);
  void take(const std::string& asked, std::shared_ptr<const Standing> standing);
  void turned();
  void open_one();
  bool turn_to(const std::string& framework);
  bool leads_elsewhere(const std::string& subject);
  void show_rows();
  bool show_item(const std::string& item);
  void chosen(const std::string& key);
  void step(int by);
  std::string key_under_mouse() const;
  void dropped(const std::string& key, const std::vector<std::filesystem::path>& files);
  void adopt(const std::string& checklist);
  void show_empty(bool empty);
  void on_key(wxKeyEvent& event);

  const Desk& desk_;
  std::shared_ptr<const Requirements> requirements_;
  RequirementQuery query_;
  TreeRows rows_;
  std::string framework_;                         ///< as AnsweredFrameworks::asked() has it
  std::map<std::string, std::string> last_items_; ///< that were open, by framework
  std::string awaited_;                           ///< what reveal() asked for before there was anything to show
  bool reading_ = false;                          ///< a standing is on its way
  bool showing_ = false;
  bool placed_ = false; ///< the person moved the sash
  wxSplitterWindow* split_ = nullptr;
  wxWindow* empty_ = nullptr;
  FrameworkChoice* frameworks_ = nullptr;
  wxChoice *grouping_ = nullptr, *filter_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  TreeView* tree_ = nullptr;
  RequirementSheet* sheet_ = nullptr;
};

RequirementsPage::RequirementsPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  split_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH};
  auto* left = new_left(split_);
  sheet_ = new RequirementSheet{split_, desk_};
  sheet_->Hide();
  split_->SetMinimumPaneSize(FromDIP(narrowest_pane));
  split_->SetSashGravity(tree_share);
  split_->SplitVertically(left, sheet_);
  split_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (!placed_) CallAfter([this] { split_->SetSashPosition(static_cast<int>(split_->GetClientSize().GetWidth() * tree_share)); });
  });
  split_->Bind(wxEVT_SPLITTER_SASH_POS_CHANGING, [this](wxSplitterEvent& event) {
    placed_ = true; // as the person likes, from now on
    event.Skip();
  });
  empty_ = new_empty_checklist(this, [this](const std::string& checklist) { adopt(checklist); });
  empty_->Hide();
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(split_, wxSizerFlags{1}.Expand());
  sizer->Add(empty_, wxSizerFlags{1}.Expand());
  SetSizer(sizer);
  accept_documents(*this, [this](const auto& files) { sheet_->add_files(files); });
  Bind(wxEVT_CHAR_HOOK, &RequirementsPage::on_key, this);
}

template <typename Enum> wxChoice* RequirementsPage::new_choice(wxWindow* parent, wxSizer& grid, const std::string& label) {
  grid.Add(new wxStaticText{parent, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
  auto* choice = new wxChoice{parent, wxID_ANY};
  for (const auto& each : choices_of(Enum{})) choice->Append(text(tr(each.label)));
  choice->SetSelection(0);
  name_for_readers(*choice, label);
  grid.Add(choice, wxSizerFlags{}.Expand());
  choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [this] { show_rows(); }); });
  return choice;
}

wxWindow* RequirementsPage::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* column = new wxBoxSizer{wxVERTICAL};
  const auto name = tr("Checklist");
  frameworks_ = new FrameworkChoice{panel};
  frameworks_->on_choose = [this](const std::string& framework) {
    attempt(desk_, [&] {
      if (!turn_to(framework)) frameworks_->put_back();
    });
  };
  search_ = new_search_field(panel, name, [this](const std::string& words) {
    query_.words = words;
    attempt(desk_, [this] { show_rows(); });
  });
  auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
  grid->AddGrowableCol(1);
  filter_ = new_choice<RequirementFilter>(panel, *grid, tr("Show"));
  grouping_ = new_choice<RequirementGrouping>(panel, *grid, tr("Order"));
  tree_ = new TreeView{panel, {.name = name}};
  tree_->on_select = [this](const std::string& key) { attempt(desk_, [&] { chosen(key); }); };
  tree_->on_open = [this](const std::string&) { sheet_->focus_statement(); };
  tree_->on_drop = [this](const std::string&, const std::vector<std::filesystem::path>& files) {
    CallAfter([this, key = key_under_mouse(), files] { attempt(desk_, [&] { dropped(key, files); }); }); // the file manager waits for the drop to end
  };
  tree_->on_told = desk_.tell;
  tree_->on_failed = desk_.tell_problem;
  column->Add(frameworks_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  column->Add(search_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  column->Add(grid, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  column->Add(tree_, wxSizerFlags{1}.Expand());
  panel->SetSizer(column);
  return panel;
}

void RequirementsPage::refresh() {
  if (!answers_frameworks(desk_.session.workspace())) return show_empty(true);
  reading_ = true;
  desk_.with_standing_of(this, framework_,
                         [this, asked = framework_](std::shared_ptr<const Standing> standing) { attempt(desk_, [&] { take(asked, std::move(standing)); }); });
}

void RequirementsPage::take(const std::string& asked, std::shared_ptr<const Standing> standing) {
  if (asked != framework_) return; // another one was chosen meanwhile
  reading_ = false;
  const bool another = !requirements_ || requirements_->standing().input.checklist.id != standing->input.checklist.id;
  requirements_ = std::make_shared<const Requirements>(std::move(standing));
  framework_ = requirements_->standing().frameworks.asked();
  frameworks_->show(requirements_->standing().frameworks);
  show_empty(requirements_->empty() && requirements_->standing().frameworks.all.size() < 2);
  if (another && !sheet_->typing()) turned();
  else {
    show_rows();
    sheet_->follow(requirements_);
  }
  if (!awaited_.empty()) reveal(std::exchange(awaited_, {}));
}

/// The rows of another framework stand there as at first.
void RequirementsPage::turned() {
  rows_ = {};
  tree_->show({});
  show_rows();
  if (awaited_.empty()) open_one();
}

void RequirementsPage::open_one() {
  const auto item = item_to_open(*requirements_, rows_, last_items_[framework_]);
  if (!item.empty()) show_item(item);
  if (!rows_.nodes.empty()) tree_->control().EnsureVisible(TreeModel::item_of(0)); // what it lies under says what it is about
}

/// False: what is typed could not be saved, and the person was told.
bool RequirementsPage::turn_to(const std::string& framework) {
  if (framework == framework_) return true;
  if (!sheet_->save()) return false;
  last_items_[framework_] = sheet_->item();
  framework_ = framework;
  refresh();
  return true;
}

void RequirementsPage::show_rows() {
  if (!requirements_) return;
  const bool first = rows_.nodes.empty();
  query_.grouping = static_cast<RequirementGrouping>(grouping_->GetSelection());
  query_.filter = static_cast<RequirementFilter>(filter_->GetSelection());
  query_.person = desk_.session.acting().name;
  rows_ = requirements_->rows(query_);
  const bool sought = !query_.words.empty() || query_.filter != RequirementFilter::all;
  tree_->show(rows_, rows_.nodes.size() <= (first ? open_at_first : sought ? open_when_sought : 0));
  if (first && !rows_.nodes.empty()) give_the_rest(tree_->control(), 0, 2, title_width); // state and gaps stay in sight
}

bool RequirementsPage::show_item(const std::string& item) {
  if (item != sheet_->item()) {
    if (!sheet_->save()) {
      tree_->select(sheet_->item());
      keyboard_follows_selection(tree_->control());
      return false;
    }
    sheet_->show(requirements_, item);
    sheet_->Show();
    split_->SizeWindows();
  }
  tree_->select(item);
  keyboard_follows_selection(tree_->control());
  return true;
}

void RequirementsPage::chosen(const std::string& key) {
  if (is_item_key(key)) show_item(key);
}

void RequirementsPage::step(int by) {
  const auto next = neighbour_of(rows_, sheet_->item(), by);
  if (!next.empty()) show_item(next);
}

/// Turns to the framework that holds `subject`; there it is shown as soon as it is read.
bool RequirementsPage::leads_elsewhere(const std::string& subject) {
  const auto wanted = requirements_ ? requirements_->standing().frameworks.asked_for(subject) : std::nullopt;
  const bool here = wanted && *wanted == framework_;
  if (requirements_ && (here || (!wanted && !reading_))) return false;
  awaited_ = subject;
  if (wanted && !turn_to(*wanted)) awaited_.clear();
  return true;
}

void RequirementsPage::reveal(const std::string& subject) {
  if (leads_elsewhere(subject)) return;
  const auto* item = requirements_->standing().input.checklist.find_item(subject);
  const bool form = subject.starts_with("form:");
  if (!item && !form && !subject.starts_with("obligation:")) {
    if (!requirements_->find(sheet_->item()) && !sheet_->typing()) open_one(); // the framework as a whole was asked for
    return;
  }
  const auto known = [&](const std::string& key) { return std::ranges::find(rows_.nodes, key, &TreeNode::key) != rows_.nodes.end(); };
  if (!item) grouping_->SetSelection(form ? 1 : 0);
  if (!known(item ? item->id : subject) || form != (query_.grouping == RequirementGrouping::forms)) {
    filter_->SetSelection(0);
    search_->ChangeValue("");
    query_.words.clear();
    show_rows();
  }
  if (item) show_item(item->id);
  else tree_->select(subject);
}

/// GTK tells the place where a row would be put in, which for the lower half of a row is the one after it.
std::string RequirementsPage::key_under_mouse() const {
  auto& control = tree_->control();
  wxDataViewItem item;
  wxDataViewColumn* column = nullptr;
  control.HitTest(control.ScreenToClient(wxGetMousePosition()), item, column);
  const auto* node = static_cast<const TreeModel*>(control.GetModel())->node(item);
  return node ? node->key : "";
}

void RequirementsPage::dropped(const std::string& key, const std::vector<std::filesystem::path>& files) {
  if (!is_item_key(key)) return desk_.tell(tr("Drop the file on an item, so that it is known what it proves."));
  if (!sheet_->describing() && show_item(key)) sheet_->add_files(files);
}

void RequirementsPage::adopt(const std::string& checklist) {
  attempt(desk_, [&] {
    desk_.session.change(tr("Adopt the checklist {1}", {checklist}),
                         [&](Change& change) { adopt_checklist(change, std::string{shipped_checklist(checklist)}); });
    desk_.changed();
  });
}

void RequirementsPage::show_empty(bool empty) {
  if (empty == !showing_ && split_->IsShown() == !empty) return;
  showing_ = !empty;
  split_->Show(!empty);
  empty_->Show(empty);
  Layout();
}

void RequirementsPage::on_key(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const auto* focused = wxWindow::FindFocus();
  const bool in_sheet = focused && sheet_->IsDescendant(const_cast<wxWindow*>(focused));
  if (!showing_) event.Skip();
  else if (event.GetModifiers() == wxMOD_ALT && (key == WXK_DOWN || key == WXK_UP)) attempt(desk_, [&] { step(key == WXK_DOWN ? 1 : -1); });
  else if (event.GetModifiers() == wxMOD_CONTROL && key == 'F') search(); // before GTK opens its own search in the tree
  else if (event.GetModifiers() == wxMOD_CONTROL && key == 'K') attempt(desk_, [&] { sheet_->cite(); });
  else if (event.GetModifiers() == 0 && key == WXK_ESCAPE && in_sheet) tree_->focus();
  else event.Skip();
}

BuiltPage build(wxWindow* parent, const Desk& desk) {
  auto* page = new RequirementsPage{parent, desk};
  return {.window = page,
          .refresh = [page] { page->refresh(); },
          .settle = [page] { return page->settle(); },
          .reveal = [page](const std::string& subject) { page->reveal(subject); },
          .focus = [page] { page->focus(); },
          .search = [page] { page->search(); }};
}

} // namespace

extern const Page requirements;
const Page requirements{
    .id = "requirements",
    .title = marked("Requirements"),
    .sentence = marked("What the regime asks for, and what the hospital answers"),
    .build = build,
};

} // namespace hdskit::gui::pages
