/* complete_bash.c - a script that completes command lines in bash. */
#include "base/str.h"
#include "cli/completion.h"

/* --- What there is: rows of a "case" over the words so far -----------------
 */

/** Begin a row for what follows the words that name gives. */
static void begin_row(hxp_output *output, const char *name, const char *kind)
{
    hxp_output_printf(output, "    '%s') kind=%s words='", name, kind);
}

static void end_row(hxp_output *output)
{
    hxp_output_write(output, HXP_STR("' ;;\n"));
}

static void write_names(hxp_output *output, const char *name,
                        const hxp_command *const *commands)
{
    begin_row(output, name, "commands");
    for (size_t i = 0; commands[i]; i++)
        hxp_output_printf(output, "%s ", hxp_command_word(commands[i]));
    hxp_output_printf(output, "%s", *name ? "" : "help --help --version");
    end_row(output);
}

/** Write what may stand for the argument of option. */
static void write_argument(hxp_output *output, const hxp_command *command,
                           const hxp_option *option)
{
    hxp_offer offer = hxp_option_offer(option);
    const char *name = command->name;
    hxp_output_printf(output, "    '%s --%s'", name, option->name);
    if (option->letter)
        hxp_output_printf(output, " | '%s -%c'", name, option->letter);
    hxp_output_printf(output, ") kind=%s words='",
                      offer == HXP_OFFER_FILES ? "files" : "words");
    if (offer == HXP_OFFER_WORDS)
        hxp_option_words(output, option);
    end_row(output);
}

static void write_options(hxp_output *output, const hxp_command *command)
{
    begin_row(output, command->name, "options");
    for (const hxp_option *option = command->options; option->name; option++)
        hxp_output_printf(output, "%s--%s",
                          option == command->options ? "" : " ", option->name);
    end_row(output);
    for (const hxp_option *option = command->options; option->name; option++)
        if (option->argument && option->kind != HXP_OPTION_PICK)
            write_argument(output, command, option);
}

/* --- What to do with it --------------------------------------------------- */

static const char use[] =
    "_hexapla() {\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} at=1 before=1 command='' kind "
    "words\n"
    "    if [[ ${COMP_WORDS[1]} == help ]] && ((COMP_CWORD > 1)); then\n"
    "        at=2\n"
    "    fi\n"
    "    _hexapla_words ''\n"
    "    while [[ $kind == commands ]] && ((at < COMP_CWORD)); do\n"
    "        command=${command:+$command }${COMP_WORDS[at++]}\n"
    "        _hexapla_words \"$command\"\n"
    "    done\n"
    "    if [[ $kind == options && ${COMP_WORDS[1]} == help ]]; then\n"
    "        kind=''\n"
    "    elif [[ $kind == options ]]; then\n"
    "        # bash takes \"--format=tsv\" for three words\n"
    "        if [[ $cur == '=' ]]; then\n"
    "            cur=''\n"
    "        elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == '=' ]]; then\n"
    "            before=2\n"
    "        fi\n"
    "        _hexapla_words \"$command ${COMP_WORDS[COMP_CWORD - before]}\"\n"
    "        if [[ -z $kind && $cur == -* ]]; then\n"
    "            _hexapla_words \"$command\"\n"
    "        fi\n"
    "        kind=${kind:-files}\n"
    "    fi\n"
    "    COMPREPLY=()\n"
    "    if [[ $kind == files ]]; then\n"
    "        compopt -o filenames 2> /dev/null\n"
    "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "    elif [[ -n $kind ]]; then\n"
    "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
    "    fi\n"
    "}\n"
    "complete -F _hexapla hexapla\n";

void hxp_complete_bash(hxp_output *output)
{
    hxp_output_write(
        output, HXP_STR("# hexapla for bash: made by 'hexapla completion bash' "
                        "from its options.\n\n"
                        "# Tell what may follow the words of $1.\n"
                        "_hexapla_words() {\n"
                        "    kind='' words=''\n"
                        "    case $1 in\n"));
    write_names(output, "", hxp_commands);
    for (size_t i = 0; hxp_commands[i]; i++)
        if (hxp_command_verbs(hxp_commands[i]))
            write_names(output, hxp_commands[i]->name,
                        hxp_command_verbs(hxp_commands[i]));
    hxp_each_command(output, write_options);
    hxp_output_write(output, HXP_STR("    esac\n}\n\n"));
    hxp_output_write(output, hxp_str_of(use));
}
