#include "gui/window/pdf_view.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/pdf_canvas.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/app.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace hdskit::gui {
namespace {

constexpr int chapters_width = 240, narrowest_pane = 120; ///< device-independent pixels

TreeRows chapters_of(const std::vector<OutlineEntry>& outline) {
  TreeRows rows{{{tr("Chapter"), CellKind::text}}, {}};
  std::vector<std::size_t> above; // the open entry of each depth
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto depth = std::min(static_cast<std::size_t>(outline[i].depth), above.size());
    above.resize(depth);
    rows.nodes.push_back({std::to_string(i), depth == 0 ? TreeNode::none : above.back(), {{outline[i].title}}});
    above.push_back(i);
  }
  return rows;
}

} // namespace

PdfView::PdfView(wxWindow* parent) : wxPanel{parent} {
  reader_ = std::make_unique<DocumentReader>(answers());
  build();
  clear();
}

PdfView::~PdfView() { reader_.reset(); }

void PdfView::build() {
  bar_ = new wxPanel{this};
  bar_->SetSizer(new_bar());
  splitter_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE};
  splitter_->SetMinimumPaneSize(FromDIP(narrowest_pane));
  chapters_ = new TreeView{splitter_, {.name = tr("Chapters"), .search = false, .count = false}};
  chapters_->on_select = [this](const std::string& key) { canvas_->go_to_page(outline_.at(std::stoul(key)).page); };
  chapters_->on_open = [this](const std::string&) { canvas_->SetFocus(); };
  canvas_ = new PdfCanvas{splitter_};
  name_for_readers(*canvas_, tr("Document"));
  canvas_->on_wanted = [this](std::vector<DocumentReader::Sight> pages) {
    if (reader_) reader_->draw(std::move(pages)); // it goes before the canvas
  };
  canvas_->on_moved = [this] { moved(); };
  chapters_->Hide();
  splitter_->Initialize(canvas_);
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(bar_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  sizer->Add(splitter_, wxSizerFlags{1}.Expand());
  sizer->Add(sentence_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap)));
  SetSizer(sizer);
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (!canvas_->IsShownOnScreen() || event.AltDown() || !run_key(event.GetKeyCode(), event.ControlDown(), event.ShiftDown())) event.Skip();
  });
}

DocumentReader::Answers PdfView::answers() {
  return {.post =
              [](std::function<void()> work) {
                wxTheApp->CallAfter([work = std::move(work)] {
                  try {
                    work();
                  } catch (...) { show_problem(nullptr, std::current_exception()); } // leaving CallAfter, it would end the program
                });
              },
          .opened = [this](DocumentOutline outline) { opened(std::move(outline)); },
          .failed = [this](const std::exception_ptr& failure) { failed(failure); },
          .drawn = [this](int page, double pixels_per_point, Picture picture) { canvas_->take(page, pixels_per_point, std::move(picture)); },
          .not_drawn = [this](int page) { canvas_->take_failure(page); },
          .read =
              [this](int page, const std::string& words) {
                if (page == canvas_->page()) describe(words);
              },
          .found = [this](std::vector<Hit> more, int pages) { found(std::move(more), pages); }};
}

void PdfView::show_bytes(std::shared_ptr<const std::string> bytes, const std::string& name) {
  open([bytes = std::move(bytes), name] { return open_document(bytes, name); }, name);
}

void PdfView::show_file(const std::filesystem::path& file) {
  open([file] { return open_document(file); }, file.filename().string());
}

void PdfView::open(std::function<std::unique_ptr<PagedDocument>()> make, const std::string& name) {
  name_ = name;
  wanted_page_ = -1;
  search_->ChangeValue("");
  search("");
  canvas_->show({});
  show_sentence(tr("Opening “{1}”…", {name}));
  reader_->open(std::move(make));
}

void PdfView::clear(const std::string& sentence) {
  canvas_->show({});
  outline_.clear();
  search("");
  reader_->open({});
  show_sentence(sentence);
}

void PdfView::show_sentence(const std::string& sentence) {
  const bool pages = canvas_->page_count() > 0;
  bar_->Show(pages);
  splitter_->Show(pages);
  sentence_->Show(!pages && !sentence.empty());
  sentence_->SetLabelText(text(sentence));
  sentence_->Wrap(std::max(FromDIP(narrowest_pane), GetClientSize().GetWidth() - FromDIP(4 * gap)));
  Layout();
}

void PdfView::opened(DocumentOutline outline) {
  outline_ = std::move(outline.entries);
  labels_ = std::move(outline.labels);
  chapters_->show(chapters_of(outline_));
  chapters_button_->Enable(!outline_.empty());
  if (outline_.empty()) show_outline(false);
  name_for_readers(*canvas_, tr("Document: {1}", {name_}));
  const auto count = outline.pages.size();
  pages_->SetLabel(text("/ " + std::to_string(count)));
  canvas_->show(std::move(outline.pages));
  show_sentence("");
  canvas_->go_to_page(std::max(0, wanted_page_));
  moved();
  if (on_loaded) on_loaded();
}

void PdfView::failed(const std::exception_ptr& failure) {
  const auto [sentence, remedy, cancelled] = told(failure);
  canvas_->show({});
  outline_.clear();
  show_sentence("⚠ " + sentence + (remedy.empty() ? "" : "\n\n" + remedy));
  if (on_failed) on_failed(failure);
}

void PdfView::moved() {
  if (canvas_->page_count() == 0) return;
  const auto page = static_cast<std::size_t>(canvas_->page());
  const auto number = std::to_string(page + 1);
  if (!page_field_->HasFocus() || !page_field_->IsModified()) page_field_->ChangeValue(text(number));
  const auto& label = labels_.at(page);
  pages_->SetLabel(text("/ " + std::to_string(canvas_->page_count()) + (label.empty() || label == number ? "" : " (" + label + ")")));
  show_zoom();
  reader_->read(canvas_->page());
  if (on_page) on_page();
}

void PdfView::describe(const std::string& words) {
  constexpr std::size_t spoken = 4000; // readers hand it over in one piece
  const auto whole = text(words);
  describe_for_readers(*canvas_,
                       tr("Page {1} of {2}", {std::to_string(canvas_->page() + 1), std::to_string(canvas_->page_count())}) + "\n" + utf8(whole.Left(spoken)));
}

void PdfView::go_to_page(int page) {
  wanted_page_ = page;
  canvas_->go_to_page(page);
}

int PdfView::page() const { return canvas_->page(); }
int PdfView::page_count() const { return canvas_->page_count(); }

void PdfView::show_outline(bool shown) {
  chapters_button_->SetValue(shown);
  if (shown == splitter_->IsSplit()) return;
  if (shown) splitter_->SplitVertically(chapters_, canvas_, FromDIP(chapters_width));
  else splitter_->Unsplit(chapters_);
}

void PdfView::focus() { canvas_->SetFocus(); }

} // namespace hdskit::gui
