// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/json_pointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

bool isArrayIndex(const QString &token)
{
    if (token.isEmpty() || token.size() > 9 || (token.size() > 1 && token.at(0) == QLatin1Char('0')))
        return false;
    return std::all_of(token.begin(), token.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

QJsonValue childOf(const QJsonValue &parent, const QString &token)
{
    if (parent.isObject())
        return parent.toObject().value(token);
    if (!parent.isArray() || !isArrayIndex(token))
        return QJsonValue(QJsonValue::Undefined);
    const QJsonArray array = parent.toArray();
    const int index = token.toInt();
    return index < array.size() ? array.at(index) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

bool isJsonPointer(const QString &pointer)
{
    if (pointer.isEmpty())
        return true;
    if (!pointer.startsWith(QLatin1Char('/')))
        return false;
    for (qsizetype i = 0; i < pointer.size(); ++i) {
        if (pointer.at(i) != QLatin1Char('~'))
            continue;
        if (i + 1 == pointer.size() || (pointer.at(i + 1) != QLatin1Char('0') && pointer.at(i + 1) != QLatin1Char('1')))
            return false;
    }
    return true;
}

QJsonValue jsonAt(const QJsonValue &root, const QString &pointer)
{
    if (pointer.isEmpty())
        return root;
    if (!isJsonPointer(pointer))
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = root;
    const QStringList tokens = pointer.mid(1).split(QLatin1Char('/'));
    for (QString token : tokens) {
        token.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        value = childOf(value, token);
        if (value.isUndefined())
            break;
    }
    return value;
}

} // namespace barograph
