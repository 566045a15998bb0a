/* complete_zsh.c - a script that completes command lines in zsh. */
#include "base/str.h"
#include "cli/completion.h"

#include <string.h>

/** Write text within single quotes, with a \ before what special has. */
static void put(hxp_output *output, const char *text, const char *special)
{
    for (; *text; text++) {
        if (*text == '\'')
            hxp_output_write(output, HXP_STR("'\\'"));
        else if (strchr(special, *text))
            hxp_output_write(output, HXP_STR("\\"));
        hxp_output_write(output, (hxp_str){ text, 1 });
    }
}

/** Write the names of commands and what each does. */
static void write_names(hxp_output *output, const hxp_command *const *commands)
{
    hxp_output_write(output, HXP_STR("        names=(\n"));
    for (size_t i = 0; commands[i]; i++) {
        hxp_output_printf(output,
                          "            '%s:", hxp_command_word(commands[i]));
        put(output, commands[i]->summary, "");
        hxp_output_write(output, HXP_STR("'\n"));
    }
    if (commands == hxp_commands)
        hxp_output_write(output,
                         HXP_STR("            'help:Tells a command'\\''"
                                 "s options.'\n"));
    hxp_output_write(output, HXP_STR("        )\n"
                                     "        _describe command names\n"
                                     "        return\n"));
}

/** Write ":its name:what may stand there". */
static void write_argument(hxp_output *output, const hxp_option *option)
{
    hxp_offer offer = hxp_option_offer(option);
    hxp_output_printf(output, "%s",
                      option->kind == HXP_OPTION_PICK ? "::" : ":");
    put(output, option->argument, ":");
    if (offer == HXP_OFFER_WORDS) {
        hxp_output_write(output, HXP_STR(":("));
        hxp_option_words(output, option);
        hxp_output_write(output, HXP_STR(")"));
    } else {
        hxp_output_printf(output, "%s",
                          offer == HXP_OFFER_FILES ? ":_files" : ": ");
    }
}

/** Write option as an argument of _arguments. */
static void write_option(hxp_output *output, const hxp_option *option)
{
    const char *more = option->kind == HXP_OPTION_LIST ? "*" : "";
    const char *joined = !option->argument                 ? ""
                         : option->kind == HXP_OPTION_PICK ? "=-"
                                                           : "=";
    hxp_output_write(output, HXP_STR(" \\\n            "));
    if (!option->letter)
        hxp_output_printf(output, "'%s--%s%s[", more, option->name, joined);
    else if (*more)
        hxp_output_printf(output, "'*'{-%c+,--%s%s}'[", option->letter,
                          option->name, joined);
    else
        hxp_output_printf(output, "'(-%c --%s)'{-%c%s,--%s%s}'[",
                          option->letter, option->name, option->letter,
                          option->argument ? "+" : "", option->name, joined);
    put(output, option->help, "[]\\");
    hxp_output_write(output, HXP_STR("]"));
    if (option->argument)
        write_argument(output, option);
    hxp_output_write(output, HXP_STR("'"));
}

static void write_options(hxp_output *output, const hxp_command *command)
{
    hxp_output_printf(output, "    '%s')\n        _arguments -s -S",
                      command->name);
    for (const hxp_option *option = command->options; option->name; option++)
        write_option(output, option);
    hxp_output_write(output,
                     HXP_STR(" \\\n            '*:file:_hexapla_files'\n"
                             "        ;;\n"));
}

void hxp_complete_zsh(hxp_output *output)
{
    hxp_output_write(
        output,
        HXP_STR("#compdef hexapla\n"
                "# hexapla for zsh: made by 'hexapla completion zsh' from its "
                "options.\n\n"
                "# A file, maybe behind its language: nl=FILE.\n"
                "_hexapla_files() {\n"
                "    compset -P '*='\n"
                "    _files\n"
                "}\n\n"
                "_hexapla() {\n"
                "    local -a names\n"
                "    if [[ $words[2] == help ]] && ((CURRENT > 2)); then\n"
                "        shift words\n"
                "        ((CURRENT--))\n"
                "    fi\n"
                "    if ((CURRENT == 2)); then\n"));
    write_names(output, hxp_commands);
    hxp_output_write(output, HXP_STR("    fi\n"
                                     "    shift words\n"
                                     "    ((CURRENT--))\n"));
    for (size_t i = 0; hxp_commands[i]; i++) {
        const hxp_command *const *verbs = hxp_command_verbs(hxp_commands[i]);
        if (!verbs)
            continue;
        hxp_output_printf(output,
                          "    if [[ $words[1] == %s ]] && "
                          "((CURRENT == 2)); then\n",
                          hxp_commands[i]->name);
        write_names(output, verbs);
        hxp_output_printf(output,
                          "    elif [[ $words[1] == %s ]]; then\n"
                          "        words[1,2]=\"$words[1] $words[2]\"\n"
                          "        ((CURRENT--))\n"
                          "    fi\n",
                          hxp_commands[i]->name);
    }
    hxp_output_write(output, HXP_STR("    case $words[1] in\n"));
    hxp_each_command(output, write_options);
    hxp_output_write(output, HXP_STR("    esac\n}\n\n"
                                     "_hexapla \"$@\"\n"));
}
