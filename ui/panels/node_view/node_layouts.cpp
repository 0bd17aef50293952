// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/node_layouts.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace barograph {

namespace {

constexpr qint64 kMostRead = qint64{1024} * 1024;

} // namespace

NodeLayouts::NodeLayouts(DockArea &area, ViewHistory &history, QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_history(history)
{
    const auto forget = [this] {
        // Shown alone it is still the same arrangement.
        const NamedLayout *layout = m_book.find(m_name);
        if (!layout || layout->docks.docks != m_area.state().docks)
            m_name.clear();
        Q_EMIT changed();
    };
    connect(&area, &DockArea::rearranged, this, forget);
    connect(&history, &ViewHistory::docksApplied, this, forget);
}

QString NodeLayouts::presentName() const
{
    if (const auto layout = m_area.layout())
        return layoutName(*layout);
    return m_name;
}

void NodeLayouts::useBuiltIn(BuiltInLayout layout)
{
    m_area.arrange(layout);
    m_name.clear();
    m_history.noteDocks(tr("layout “%1”").arg(layoutName(layout)));
    Q_EMIT changed();
}

bool NodeLayouts::use(const QString &name)
{
    const NamedLayout *layout = m_book.find(name);
    if (!layout)
        return false;
    const bool ok = m_area.restore(layout->docks, layout->panels);
    if (!ok) {
        m_area.arrange(BuiltInLayout::Overview);
        Q_EMIT notice(
            tr("The layout “%1” cannot be read. The usual one is shown; “%1” is still in the list.").arg(name));
    }
    m_name = ok ? name : QString();
    m_history.noteDocks(tr("layout “%1”").arg(name));
    Q_EMIT changed();
    return ok;
}

QString NodeLayouts::saveAs(const QString &name)
{
    const QString trimmed = name.trimmed();
    QString problem = m_book.nameProblem(trimmed);
    if (!problem.isEmpty())
        return problem;
    DockState docks = m_area.state();
    // Saved as it is: a built-in one that changes with a later version must not change what was saved.
    docks.layout.clear();
    if (!m_book.save({trimmed, docks, m_area.panelKeys()}))
        return tr("There are %1 layouts already. Delete one first.").arg(LayoutBook::kMostLayouts);
    m_name = trimmed;
    Q_EMIT changed();
    return {};
}

QString NodeLayouts::rename(const QString &name, const QString &to)
{
    QString problem = m_book.nameProblem(to, name);
    if (!problem.isEmpty())
        return problem;
    m_book.rename(name, to);
    if (m_name == name)
        m_name = to.trimmed();
    Q_EMIT changed();
    return {};
}

void NodeLayouts::remove(const QString &name)
{
    m_book.remove(name);
    if (m_name == name)
        m_name.clear();
    Q_EMIT changed();
}

void NodeLayouts::exportTo(const QString &path, const QString &name)
{
    const NamedLayout *layout = m_book.find(name);
    if (!layout)
        return;
    QThreadPool::globalInstance()->start([self = QPointer(this), path, text = layoutToFile(*layout)] {
        QSaveFile file(path);
        const bool ok = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        const QString done = ok ? tr("The layout was written to %1.").arg(path)
                                : tr("The layout was not written. %1").arg(file.errorString());
        QMetaObject::invokeMethod(
            qApp,
            [self, done] {
                if (self)
                    Q_EMIT self->notice(done);
            },
            Qt::QueuedConnection);
    });
}

void NodeLayouts::importFrom(const QString &path)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), path] {
        QFile file(path);
        QByteArray text;
        QString error;
        if (file.open(QIODevice::ReadOnly))
            text = file.read(kMostRead);
        else
            error = file.errorString();
        QMetaObject::invokeMethod(
            qApp,
            [self, text, error] {
                if (self)
                    self->imported(text, error);
            },
            Qt::QueuedConnection);
    });
}

void NodeLayouts::imported(const QByteArray &text, const QString &error)
{
    if (!error.isEmpty()) {
        Q_EMIT notice(tr("The layout was not read. %1").arg(error));
        return;
    }
    auto layout = layoutFromFile(text);
    if (!layout) {
        Q_EMIT notice(layout.error());
        return;
    }
    // Never over one that is there: an import must not take anything away.
    const QString wanted = layout->name;
    for (int i = 2; !m_book.nameProblem(layout->name).isEmpty() || m_book.find(layout->name); ++i)
        layout->name = tr("%1 (%2)", "a name, made different by a number").arg(wanted.left(50)).arg(i);
    const QString name = layout->name;
    if (!m_book.save(*std::move(layout))) {
        Q_EMIT notice(tr("There are %1 layouts already. Delete one first.").arg(LayoutBook::kMostLayouts));
        return;
    }
    Q_EMIT changed();
    if (use(name))
        Q_EMIT notice(tr("The layout “%1” was added.").arg(name));
}

QByteArray NodeLayouts::pack() const
{
    return packView({{m_name, m_area.state(), m_area.panelKeys()}, m_book});
}

void NodeLayouts::unpack(const QByteArray &bytes)
{
    const ViewHistory::Pause pause(m_history);
    bool complete = false;
    SavedView view = unpackView(bytes, complete);
    m_book = std::move(view.book);
    const bool placed = complete && m_area.restore(view.present.docks, view.present.panels);
    if (placed) {
        m_name = view.present.name;
    } else {
        m_name.clear();
        m_area.arrange(BuiltInLayout::Overview);
        const auto kept = static_cast<int>(m_book.layouts().size());
        Q_EMIT notice(kept > 0
                          ? tr("The last arrangement of the panels could not be read, so the usual one is shown. "
                               "%n layout(s) saved under a name were kept.",
                               nullptr, kept)
                          : tr("The last arrangement of the panels could not be read, so the usual one is shown."));
    }
    Q_EMIT changed();
}

} // namespace barograph
