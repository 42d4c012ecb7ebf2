# hdskit_translations(<target>): po/<language>.po become .mo files carried inside the program, see toolkit/base/translate.hpp.
function(hdskit_translations target)
  find_program(MSGFMT msgfmt REQUIRED)
  set(catalogues "")
  foreach(language fr)
    set(mo ${CMAKE_BINARY_DIR}/catalogues/${language}/LC_MESSAGES/hdskit.mo)
    add_custom_command(OUTPUT ${mo} DEPENDS ${PROJECT_SOURCE_DIR}/po/${language}.po
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/catalogues/${language}/LC_MESSAGES
      COMMAND ${MSGFMT} --check -o ${mo} ${PROJECT_SOURCE_DIR}/po/${language}.po)
    list(APPEND catalogues ${mo})
  endforeach()
  hdskit_embed(${target} catalogues ${CMAKE_BINARY_DIR}/catalogues ${catalogues})
endfunction()
