# How everything is compiled: one standard, warnings as errors, the fast linker and the compiler cache where present.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
add_compile_options(-Wall -Wextra -Werror)

# Hardening, one set for every build: what a test meets and what an organisation runs stop at the same faults.
add_compile_definitions(_GLIBCXX_ASSERTIONS)
add_compile_options(-fstack-protector-strong -fcf-protection=full -fPIE)
add_link_options(-pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports std::optional members and "a" + std::string wrongly (bugs 80635 and 105651).
  add_compile_options(-Wno-maybe-uninitialized -Wno-restrict)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Paths count from the clone, so that another clone finds what this one compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(WAYMARK_SANITIZE)
  # Without vptr: SOCI keeps the type information of its backends to itself, so such a check would not link.
  add_compile_options(-fsanitize=${WAYMARK_SANITIZE} -fno-sanitize=vptr -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WAYMARK_SANITIZE})
  if(WAYMARK_SANITIZE STREQUAL "thread")
    # The sanitizer sees locks and atomics, not fences: Asio's own are left out, where its locks order everything anyway.
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
    add_compile_options(-Wno-tsan)
  endif()
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options(-fno-sanitize=function)  # Clang 14 cannot do it for coroutines
  endif()
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-D_FORTIFY_SOURCE=3)  # needs optimisation, and hides from the sanitizers what it checks itself
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_options(-Og -g1)
endif()
