# What cmake --install puts where: the program and its data, the library and
# its headers, the CMake package, the pkg-config file, the man pages, what
# shells complete command lines by. None of it holds an absolute path, so a prefix can be moved.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/hexapla)
install(TARGETS hexapla EXPORT hexapla FILE_SET HEADERS)
install(EXPORT hexapla NAMESPACE hexapla:: FILE hexaplaTargets.cmake
  DESTINATION ${package_dir})
configure_package_config_file(cmake/hexaplaConfig.cmake.in hexaplaConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(hexaplaConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/hexaplaConfig.cmake
  ${PROJECT_BINARY_DIR}/hexaplaConfigVersion.cmake cmake/FindJansson.cmake
  cmake/FindStemmer.cmake
  DESTINATION ${package_dir})

cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
  BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
  OUTPUT_VARIABLE pkgconfig_to_prefix)
# A static library needs what it is made of. It must not be asked for by
# pkg-config's --static: that names what the shared ones are made of, too,
# which Debian does not install with them.
if(BUILD_SHARED_LIBS)
  set(pkgconfig_private .private)
  set(pkgconfig_static_libraries)
else()
  set(pkgconfig_private)
  set(pkgconfig_static_libraries " -lstemmer -lm")
endif()
configure_file(cmake/hexapla.pc.in hexapla.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/hexapla.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(TARGET hexapla_program)
  install(TARGETS hexapla_program)
  set_target_properties(hexapla_program PROPERTIES
    INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
endif()
if(TARGET hexapla_completions)
  install(FILES ${PROJECT_BINARY_DIR}/completions/hexapla
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${PROJECT_BINARY_DIR}/completions/_hexapla
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endif()
install(DIRECTORY locales DESTINATION ${CMAKE_INSTALL_DATADIR}/hexapla)
install(DIRECTORY docs/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
  FILES_MATCHING PATTERN *.1)
install(FILES docs/man/hexapla-formats.5
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
