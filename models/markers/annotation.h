// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/marker.h"

#include <QMetaType>

namespace barograph {

/// The operator writes a note at a moment, or rewrites one.
struct AnnotationRequest
{
    QString nodeId;
    UtcTime at{};
    QString text;
    QString id;         ///< of the note that is rewritten; empty: a new one
    quint64 ticket = 0; ///< comes back in the answer
};

/// Takes a note away.
struct AnnotationRemoval
{
    QString nodeId;
    QString id;
    quint64 ticket = 0; ///< comes back in the answer
};

/// What became of a request, told once that is decided: `ok` means that it is in the history file and outlives the
/// program, whatever ends it.
struct AnnotationAnswer
{
    QString nodeId;
    QString id; ///< of the note; of a new one that was refused, empty
    bool ok = false;
    bool gone = false; ///< it was taken away
    Marker marker;     ///< as it is stored now, unless it is gone
    QString error;     ///< not ok: why, and what to do; the history is as it was before
    quint64 ticket = 0;
};

inline constexpr qsizetype kLongestAnnotation = 200;

/// Whether a text may be kept. Pure.
struct AnnotationCheck
{
    QString text;    ///< as it would be stored: without line breaks and spaces around it
    QString refusal; ///< not empty: it may not, and why
    QString warning; ///< not empty: it may, but should be looked at again
};
/// Refused: nothing in it, longer than kLongestAnnotation, eight digits or more in a row, or a number that begins with
/// + as phone numbers do. A warning: what looks like a phone number in groups of digits, or like a token.
AnnotationCheck checkAnnotation(const QString &text);

} // namespace barograph

Q_DECLARE_METATYPE(barograph::AnnotationRequest)
Q_DECLARE_METATYPE(barograph::AnnotationRemoval)
Q_DECLARE_METATYPE(barograph::AnnotationAnswer)
