#pragma once

#include "toolkit/page/mapped_drawing.hpp"

namespace hdskit::page {

Shape moved(Shape shape, double dx, double dy);

/// Adds everything of `part`, moved; `to` grows to hold it.
void add_moved(MappedDrawing& to, const MappedDrawing& part, double dx, double dy);

} // namespace hdskit::page
