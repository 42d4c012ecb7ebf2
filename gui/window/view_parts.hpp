#pragma once

#include "gui/presenter/rows.hpp"

#include <functional>
#include <string>

class wxDataViewCtrl;
class wxSearchCtrl;
class wxSizer;
class wxStaticText;
class wxWindow;

namespace hdskit::gui {

// What lists and trees have around their rows.

constexpr int gap = 6; ///< between the parts of a page, in device-independent pixels

/// `search` is called a moment after the last key.
wxSearchCtrl* new_search_field(wxWindow* parent, const std::string& name, std::function<void(const std::string& words)> search);

/// “42 rows” at the left, “Export…” at the right.
wxSizer* new_count_line(wxWindow* parent, wxStaticText*& count, std::function<void()> export_rows);
void show_count(wxStaticText& count, std::size_t rows);

/// Widths by the headings and the first rows, the longest texts cut: asking all rows for their width would read them all.
void fit_columns(wxDataViewCtrl& control, const ListRows& rows);
void fit_columns(wxDataViewCtrl& control, const TreeRows& rows);

/// Of the columns 0 to `last`, the column takes what the others leave of the list's width, and at least `narrowest` (device-independent pixels):
/// now, and whenever the list gets another width.
void give_the_rest(wxDataViewCtrl& control, unsigned column, unsigned last, int narrowest);

} // namespace hdskit::gui
