# Puts migrations/*.sql into the program as text, in name order.
function(embed_migrations)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/migrations/*.sql)
  list(SORT files)
  set(generated ${PROJECT_BINARY_DIR}/generated/migrations.cpp)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} "-DFILES=${files}" -P ${script}
    DEPENDS ${files} ${script}
    VERBATIM)
  target_sources(waymark_core_db PRIVATE ${generated})
endfunction()
