// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/answer_text.h"

#include "net/shown_url.h"
#include "nodes/probe_words.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <cmath>

namespace barograph::answer {

namespace {

constexpr qsizetype kShownListItems = 40;
constexpr qsizetype kPhoneNumberDigits = 7;
constexpr int kShownHashDigits = 8;

QString printable(const QString &text, qsizetype longest)
{
    QString shown = text.left(longest);
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = u' ';
    }
    return shown.simplified();
}

QString joined(QStringList names)
{
    if (names.isEmpty())
        return QStringLiteral("none");
    names.sort();
    QString text = names.mid(0, kShownListItems).join(u", ");
    if (names.size() > kShownListItems)
        text += QStringLiteral(", … (%1)").arg(names.size());
    return text;
}

} // namespace

tl::expected<QJsonObject, QString> object(const QByteArray &body, const QString &what)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return tl::unexpected(
            ProbeWords::tr("%1 is not the JSON that it should be. Check the address of this node.").arg(what));
    return document.object();
}

QString line(const QJsonValue &value, qsizetype longest)
{
    if (value.isDouble()) {
        const auto number = count(value);
        return number ? QString::number(*number) : QString();
    }
    return printable(value.toString(), longest);
}

QString sentence(const QJsonValue &value, qsizetype longest)
{
    const QString text = printable(value.toString(), longest);
    QString shown;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && text.at(end).isDigit())
            ++end;
        if (end - at >= kPhoneNumberDigits)
            shown += QStringLiteral("•••");
        else
            shown += text.mid(at, std::max<qsizetype>(1, end - at));
        at = std::max(end, at + 1);
    }
    return shown;
}

std::optional<qint64> count(const QJsonValue &value)
{
    constexpr double kLargestExact = 9007199254740992.0; // 2^53
    bool readable = value.isDouble();
    const double number = readable ? value.toDouble() : value.toString().toDouble(&readable);
    if (!readable || !std::isfinite(number) || number < 0 || number > kLargestExact || std::floor(number) != number)
        return std::nullopt;
    return static_cast<qint64>(number);
}

QString onOff(const QJsonValue &value)
{
    const QString text = value.toString();
    if (value.isBool() || text == QLatin1String("true") || text == QLatin1String("false")) {
        return value.toBool() || text == QLatin1String("true") ? QStringLiteral("on") : QStringLiteral("off");
    }
    return {};
}

QString shownAddress(const QString &url)
{
    if (url.isEmpty())
        return QStringLiteral("none");
    const QByteArray hash = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString shown = printable(shownWebhookUrl(QUrl(url)), 200);
    return (shown.isEmpty() ? QStringLiteral("•••") : shown) % QStringLiteral(" #") %
           QString::fromLatin1(hash.left(kShownHashDigits));
}

QString shownList(const QJsonValue &array)
{
    QStringList names;
    const QJsonArray items = array.toArray();
    for (const auto &item : items)
        names.append(line(item));
    return joined(names);
}

QString shownNames(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray items = value.toArray();
    for (const auto &item : items)
        names.append(line(item.toObject().value(QLatin1String("name"))));
    const QStringList keys = value.toObject().keys();
    for (const QString &key : keys)
        names.append(printable(key, 64));
    return joined(names);
}

void add(std::vector<SettingSeen> &settings, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        settings.push_back({key, value});
}

} // namespace barograph::answer
