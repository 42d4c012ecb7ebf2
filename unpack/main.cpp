#include "unpack/unpacking.hpp"

int main(int count, char** words) { return hdskit::unpack::run_unpacking({words + 1, words + count}); }
