# The one place that says which compiler warnings the house lives with. Link `hdskit_warnings` privately.
add_library(hdskit_warnings INTERFACE)
target_compile_options(hdskit_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow             # a second `path` in an inner scope has hidden a wrong file before
  -Wconversion         # silent narrowing of sizes and page numbers
  -Wno-sign-conversion # too noisy with library types; -Wconversion keeps what matters
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align # -Wnull-dereference stays out: g++ 12 raises it inside header-only libraries
  -Wno-missing-field-initializers) # designated initialisers leave out what has a default, on purpose
# g++ 12 at -O3 warns of impossible overlaps (GCC bug 105651) and of unset strings inside Boost.Locale; a newcomer's first build should be silent.
target_compile_options(hdskit_warnings INTERFACE $<$<CONFIG:Release>:-Wno-restrict;-Wno-maybe-uninitialized>)
if(HDSKIT_WERROR)
  target_compile_options(hdskit_warnings INTERFACE -Werror)
endif()
