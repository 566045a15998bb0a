/* hexapla.h - all of libhexapla: align, check, convert translations. */
#ifndef HEXAPLA_HEXAPLA_H
#define HEXAPLA_HEXAPLA_H

#include <hexapla/align.h>
#include <hexapla/base.h>
#include <hexapla/check.h>
#include <hexapla/filter.h>
#include <hexapla/formats.h>
#include <hexapla/lexicon.h>
#include <hexapla/memory.h>
#include <hexapla/model.h>
#include <hexapla/report.h>
#include <hexapla/segment.h>
#include <hexapla/terms.h>
#include <hexapla/text.h>

#endif
