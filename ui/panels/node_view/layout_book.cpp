// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/layout_book.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace barograph {

namespace {

struct BookWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::LayoutBook)
};

constexpr quint32 kViewFormat = 1;
constexpr int kFileFormat = 1;
/// A real one has a few hundred bytes.
constexpr qsizetype kLargestFile = qsizetype{256} * 1024;

QByteArray packLayout(const NamedLayout &layout)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layout.name << layout.docks.docks << layout.docks.maximised << layout.docks.layout << layout.panels;
    return bytes;
}

std::optional<NamedLayout> unpackLayout(const QByteArray &bytes)
{
    NamedLayout layout;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> layout.name >> layout.docks.docks >> layout.docks.maximised >> layout.docks.layout >> layout.panels;
    if (stream.status() != QDataStream::Ok)
        return {};
    return layout;
}

} // namespace

const NamedLayout *LayoutBook::find(const QString &name) const
{
    const auto at = std::find_if(m_layouts.begin(), m_layouts.end(),
                                 [&name](const NamedLayout &layout) { return layout.name == name; });
    return at == m_layouts.end() ? nullptr : &*at;
}

QString LayoutBook::nameProblem(const QString &name, const QString &renamed) const
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return BookWords::tr("Give it a name.");
    if (trimmed.size() > kLongestName)
        return BookWords::tr("The name may have at most %1 letters.").arg(kLongestName);
    for (const BuiltInLayout builtIn : kBuiltInLayouts) {
        if (layoutName(builtIn).compare(trimmed, Qt::CaseInsensitive) == 0)
            return BookWords::tr("A built-in layout is called that.");
    }
    if (!renamed.isEmpty() && trimmed != renamed && find(trimmed))
        return BookWords::tr("Another layout is called that.");
    return {};
}

bool LayoutBook::save(NamedLayout layout)
{
    for (NamedLayout &there : m_layouts) {
        if (there.name == layout.name) {
            there = std::move(layout);
            return true;
        }
    }
    if (m_layouts.size() >= kMostLayouts)
        return false;
    m_layouts.push_back(std::move(layout));
    std::sort(m_layouts.begin(), m_layouts.end(),
              [](const NamedLayout &a, const NamedLayout &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return true;
}

void LayoutBook::remove(const QString &name)
{
    m_layouts.erase(std::remove_if(m_layouts.begin(), m_layouts.end(),
                                   [&name](const NamedLayout &layout) { return layout.name == name; }),
                    m_layouts.end());
}

bool LayoutBook::rename(const QString &name, const QString &to)
{
    const NamedLayout *found = find(name);
    if (!found || !nameProblem(to, name).isEmpty())
        return false;
    NamedLayout renamed = *found;
    renamed.name = to.trimmed();
    remove(name);
    return save(std::move(renamed));
}

QByteArray layoutToFile(const NamedLayout &layout)
{
    const QJsonObject file{{QStringLiteral("barograph-layout"), kFileFormat},
                           {QStringLiteral("name"), layout.name},
                           {QStringLiteral("panels"), QJsonArray::fromStringList(layout.panels)},
                           {QStringLiteral("maximised"), layout.docks.maximised},
                           {QStringLiteral("layout"), layout.docks.layout},
                           {QStringLiteral("docks"), QString::fromLatin1(layout.docks.docks.toBase64())}};
    return QJsonDocument(file).toJson();
}

tl::expected<NamedLayout, QString> layoutFromFile(const QByteArray &text)
{
    const auto wrong = [](const QString &why) { return tl::make_unexpected(why); };
    if (text.size() > kLargestFile)
        return wrong(BookWords::tr("The file is too large to be a layout."));
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    const QJsonValue format = file.value(QStringLiteral("barograph-layout"));
    if (!format.isDouble())
        return wrong(BookWords::tr("The file holds no layout of Barograph."));
    if (format.toInt() != kFileFormat)
        return wrong(
            BookWords::tr("The layout was written by another version of Barograph, which this one cannot read."));
    NamedLayout layout;
    layout.name = file.value(QStringLiteral("name")).toString().trimmed().left(LayoutBook::kLongestName);
    layout.docks.maximised = file.value(QStringLiteral("maximised")).toString();
    layout.docks.layout = file.value(QStringLiteral("layout")).toString();
    for (const QJsonValue key : file.value(QStringLiteral("panels")).toArray())
        layout.panels << key.toString();
    const auto docks = QByteArray::fromBase64Encoding(file.value(QStringLiteral("docks")).toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!docks || (*docks).isEmpty() || layout.name.isEmpty())
        return wrong(BookWords::tr("The layout in the file is damaged."));
    layout.docks.docks = *docks;
    return layout;
}

QByteArray packView(const SavedView &view)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    // The named ones first, each by itself: they are what somebody has made by hand.
    stream << kViewFormat << static_cast<quint32>(view.book.layouts().size());
    for (const NamedLayout &layout : view.book.layouts())
        stream << packLayout(layout);
    stream << packLayout(view.present);
    return bytes;
}

SavedView unpackView(const QByteArray &bytes, bool &complete)
{
    SavedView view;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 format = 0;
    quint32 count = 0;
    stream >> format >> count;
    complete = stream.status() == QDataStream::Ok && format == kViewFormat && count <= LayoutBook::kMostLayouts;
    if (!complete)
        return view;
    for (quint32 i = 0; i <= count && stream.status() == QDataStream::Ok; ++i) {
        QByteArray packed;
        stream >> packed;
        auto layout = stream.status() == QDataStream::Ok ? unpackLayout(packed) : std::nullopt;
        if (!layout)
            complete = false;
        else if (i < count)
            view.book.save(*std::move(layout));
        else
            view.present = *std::move(layout);
    }
    complete = complete && stream.status() == QDataStream::Ok;
    return view;
}

} // namespace barograph
