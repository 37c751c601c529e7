# The one SQLite that is in every program here: its authors' source, not Debian's library (docs/adr/0004-sqlite-is-inside.md). `./dev setup` fetches it.
set(SQLITE_SOURCE ${PROJECT_SOURCE_DIR}/build/sqlite)
if(NOT EXISTS ${SQLITE_SOURCE}/sqlite3.c)
  message(FATAL_ERROR "The source of SQLite is not there yet: ./dev setup fetches it.")
endif()

add_library(waymark_sqlite STATIC ${SQLITE_SOURCE}/sqlite3.c)
target_include_directories(waymark_sqlite SYSTEM PUBLIC ${SQLITE_SOURCE})
# The same flags for every build, as it ships: ccache compiles it once for all of them. Its authors try it under the
# sanitizers themselves.
foreach(type DEBUG RELEASE RELWITHDEBINFO)
  set(CMAKE_C_FLAGS_${type} "")
endforeach()
set_target_properties(waymark_sqlite PROPERTIES
  COMPILE_OPTIONS "-O2;-fstack-protector-strong;-fcf-protection=full;-fPIE;-ffile-prefix-map=${PROJECT_SOURCE_DIR}/="
  COMPILE_DEFINITIONS "_FORTIFY_SOURCE=3")
target_compile_definitions(waymark_sqlite PRIVATE
  SQLITE_THREADSAFE=2 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_USE_ALLOCA
  SQLITE_DQS=0 SQLITE_TRUSTED_SCHEMA=0 SQLITE_DEFAULT_DEFENSIVE=1 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_SECURE_DELETE
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_USE_URI=0 SQLITE_MAX_ATTACHED=1
  SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_DBPAGE_VTAB SQLITE_ENABLE_MATH_FUNCTIONS SQLITE_MAX_VARIABLE_NUMBER=250000)
