# letters.awk - a word in other letters, for renew.awk and widen.awk.
# word with each consonant step letters on.
function exchanged(word, step,    consonants, i, at, made) {
    consonants = "bcdfghjklmnpqrstvwxz"
    for (i = 1; i <= length(word); i++) {
        at = index(consonants, substr(word, i, 1))
        made = made (at == 0 ? substr(word, i, 1) : \
            substr(consonants, (at + step - 1) % length(consonants) + 1, 1))
    }
    return made
}
