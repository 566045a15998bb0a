# The lints, each a script of scripts/lint; see scripts/check.
function(hexapla_lint name tool)
  find_program(tool_${name} ${tool})
  add_test(NAME lint.${name}
    COMMAND ${PROJECT_SOURCE_DIR}/scripts/lint/${name} ${ARGN})
  set_tests_properties(lint.${name} PROPERTIES LABELS lint)
  if(NOT tool_${name})
    message(STATUS "${tool} not found: lint.${name} cannot pass")
  endif()
endfunction()

hexapla_lint(format clang-format)
hexapla_lint(includes awk)
hexapla_lint(sizes pmccabe)
hexapla_lint(headers awk)
hexapla_lint(tidy clang-tidy ${PROJECT_BINARY_DIR})
hexapla_lint(spelling codespell)
hexapla_lint(shell shellcheck)
set_tests_properties(lint.tidy PROPERTIES TIMEOUT 600 PROCESSORS 2)
