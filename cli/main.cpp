#include "cli/program.hpp"

int main(int argc, char** argv) { return hdskit::cli::run_as_main(argc, argv, {}); }
