/* What the test that makes calls fail and the library inside the program that has them share: a page of memory in a file. */
#ifndef WAYMARK_TESTS_FAILING_CALLS_H
#define WAYMARK_TESTS_FAILING_CALLS_H

enum failing_call { call_none, call_read, call_write, call_sync, call_truncate, call_open, call_memory };

/* How it fails: an errno, or one of these. */
enum { fails_short = -1, fails_empty = -2 };

struct failing_calls {
  volatile int call;    /* which kind fails; none: all is as always */
  volatile int how;
  volatile int forever; /* from the nth on; otherwise the nth only */
  volatile long nth;
  volatile long seen;   /* calls of this kind since it was armed */
  volatile long failed;
  char folder[512];     /* files count that lie here */
};

#endif
