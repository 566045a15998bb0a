/* match.h - properties of a unit that tell where its translation comes from. */
#ifndef MODEL_MATCH_H
#define MODEL_MATCH_H

#define HXP_MATCH_SCORE  "x-hexapla-match"        /* in percent, up to 102 */
#define HXP_MATCH_ORIGIN "x-hexapla-match-origin" /* the memory's name */
#define HXP_MATCH_ID     "x-hexapla-match-id"     /* of the unit in it */
#define HXP_MATCH_SOURCE "x-hexapla-match-source" /* its source */
#define HXP_MATCH_TARGET "x-hexapla-match-target" /* before adapting */
#define HXP_MATCH_ADAPTED                                                      \
    "x-hexapla-match-adapted"                   /* "12 13": what, to what      \
                                                 */
#define HXP_MATCH_CODES "x-hexapla-match-codes" /* "dropped": not ours */

#endif
