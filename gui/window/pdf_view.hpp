#pragma once

#include "gui/viewer/document_reader.hpp"

#include <wx/panel.h>

class wxButton;
class wxSearchCtrl;
class wxSplitterWindow;
class wxStaticText;
class wxTextCtrl;
class wxToggleButton;

namespace hdskit::gui {

class PdfCanvas;
class TreeView;

/// A PDF, a PNG or a JPEG inside the program: pages to scroll through, chapters at the left, zoom, search. It is read and drawn by a thread of its
/// own; nothing of it is written to the disk.
class PdfView : public wxPanel {
public:
  explicit PdfView(wxWindow* parent);
  ~PdfView() override;

  /// `name` is what readers and Problems call it.
  void show_bytes(std::shared_ptr<const std::string> bytes, const std::string& name);
  void show_file(const std::filesystem::path& file);
  void clear(const std::string& sentence = {}); ///< nothing to show, and why

  void go_to_page(int page); ///< from 0; before the document is open: as soon as it is
  int page() const;
  int page_count() const;
  const std::vector<OutlineEntry>& outline() const { return outline_; }
  void show_outline(bool shown);
  void focus();
  void focus_search();

  std::function<void()> on_loaded;
  std::function<void(std::exception_ptr)> on_failed; ///< it has been told in place of the pages
  std::function<void()> on_page;                     ///< another page is looked at

private:
  // pdf_view.cpp
  void build();
  DocumentReader::Answers answers();
  void open(std::function<std::unique_ptr<PagedDocument>()> make, const std::string& name);
  void opened(DocumentOutline outline);
  void failed(const std::exception_ptr& failure);
  void show_sentence(const std::string& sentence);
  void moved();
  void describe(const std::string& words);

  // pdf_view_bar.cpp
  wxSizer* new_bar();
  wxButton* new_button(const std::string& label, const std::string& name, std::function<void()> run);
  void show_zoom();
  void zoom_by(bool larger);
  void type_page();
  bool run_key(int key, bool control, bool shift);

  // pdf_view_search.cpp
  void search(const std::string& words);
  void found(std::vector<Hit> more, int pages_searched);
  void go_to_hit(bool forward);
  void show_hits();

  std::string name_;
  std::vector<std::string> labels_;
  std::vector<OutlineEntry> outline_;
  int wanted_page_ = -1;
  std::string words_;
  std::vector<Hit> hits_;
  std::size_t hit_ = 0;
  int pages_searched_ = 0;

  wxWindow* bar_ = nullptr;
  wxSplitterWindow* splitter_ = nullptr;
  TreeView* chapters_ = nullptr;
  PdfCanvas* canvas_ = nullptr;
  wxStaticText *sentence_ = nullptr, *pages_ = nullptr, *zoom_ = nullptr, *hits_told_ = nullptr;
  wxTextCtrl* page_field_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxToggleButton* chapters_button_ = nullptr;
  std::unique_ptr<DocumentReader> reader_;
};

} // namespace hdskit::gui
