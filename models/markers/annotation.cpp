// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/annotation.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace barograph {

namespace {

struct AnnotationWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Annotation)
};

bool holds(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

} // namespace

AnnotationCheck checkAnnotation(const QString &text)
{
    // Digits of every script: \d is told to know them.
    static const QRegularExpression kLongNumber(QStringLiteral("\\d{8,}"),
                                                QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kPlusNumber(QStringLiteral("(\\+|\\b00)[ ()./-]*\\d([ ()./-]*\\d){7,}"),
                                                QRegularExpression::UseUnicodePropertiesOption);
    // Not a date with a time, which is written with - and : and has no more than four digits in a group.
    static const QRegularExpression kGroupedNumber(QStringLiteral("\\b\\(?\\d{2,5}\\)?([ /.-]\\d{2,7}){2,}\\b"),
                                                   QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kDate(QStringLiteral("\\b\\d{4}-\\d{2}-\\d{2}\\b"));
    static const QRegularExpression kToken(
        QStringLiteral("(?=[A-Za-z0-9+/_=.-]*[A-Za-z])(?=[A-Za-z0-9+/_=.-]*\\d)[A-Za-z0-9+/_=.-]{20,}"));

    AnnotationCheck check;
    check.text = text.simplified();
    if (check.text.isEmpty()) {
        check.refusal = AnnotationWords::tr("Write what happened.");
    } else if (check.text.size() > kLongestAnnotation) {
        check.refusal = AnnotationWords::tr("A note has at most %1 characters; this one has %2.")
                            .arg(kLongestAnnotation)
                            .arg(check.text.size());
    } else if (holds(check.text, kLongNumber)) {
        check.refusal =
            AnnotationWords::tr("Eight or more digits in a row may be a phone number, and those are not kept "
                                "here. Leave the number out; write dates as 2026-03-01.");
    } else if (holds(check.text, kPlusNumber)) {
        check.refusal =
            AnnotationWords::tr("This looks like a phone number, and those are not kept here. Leave the number out.");
    } else if (holds(check.text, kToken)) {
        check.warning = AnnotationWords::tr("Is there a token or password in it? Notes are stored as they are.");
    } else if (holds(QString(check.text).remove(kDate), kGroupedNumber)) {
        check.warning = AnnotationWords::tr("Is there a phone number in it? Notes are stored as they are.");
    }
    return check;
}

} // namespace barograph
