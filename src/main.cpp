#include "app/command_line.hpp"

int main(int argc, char** argv) { return waymark::app::run(argc, argv); }
