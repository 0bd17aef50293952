// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace barograph::answer {

// Reading answers of nodes. Pure; the results may be shown.

/// The object that `body` is. The error is a sentence that begins with `what`, e.g. "WAHA's answer".
tl::expected<QJsonObject, QString> object(const QByteArray &body, const QString &what);
/// A text or a number as one line that can be shown: unprintable characters replaced, cut to `longest`.
QString line(const QJsonValue &value, qsizetype longest = 64);
/// The same for a sentence that somebody else wrote; long runs of digits, which may be phone numbers, become "•••".
QString sentence(const QJsonValue &value, qsizetype longest = 200);
/// A whole number that is written as one, also as a text. Nothing if it is negative, not whole or beyond 2^53.
std::optional<qint64> count(const QJsonValue &value);
/// "on", "off", or nothing if the value is no switch. Texts "true" and "false" are.
QString onOff(const QJsonValue &value);

/// A webhook address as it may be shown, with the first digits of a hash of all of it: what changed in the hidden part
/// can be seen, but not read.
QString shownAddress(const QString &url);
/// Texts of an array in alphabetical order, so that another order is no change. "none" for an empty one.
QString shownList(const QJsonValue &array);
/// Names of an object's fields, or of {"name"} objects in an array, without their values, which are secrets.
QString shownNames(const QJsonValue &value);

/// Adds a setting unless there is nothing to show.
void add(std::vector<SettingSeen> &settings, const QString &key, const QString &value);

} // namespace barograph::answer
