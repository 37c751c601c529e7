#include <malloc.h>

#include "app/commands/command_line.hpp"

int main(int argc, char** argv) {
  mallopt(M_ARENA_MAX, 2);  // many threads, little memory
  return waymark::app::run(argc, argv);
}
