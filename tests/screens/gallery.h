// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QHash>
#include <QImage>
#include <QStringList>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph {

/// In which of its looks a state is photographed.
struct Look
{
    QString theme;    ///< "dark" or "light"
    QString language; ///< "en" or "es"
    QSize size;       ///< of the window
};
/// All looks there are: what the rows and columns of an approved picture are.
const std::vector<Look> &allLooks();
/// E.g. "dark-en-1280".
QString lookName(const Look &look);

/// Nothing that fades in may be caught halfway.
void endFading(QWidget &widget);

/// Takes the pictures of all states, and does with them what was asked for: writes them, compares them with the
/// approved ones, approves them. An approved picture holds one state in all its looks, small, side by side.
class Gallery
{
public:
    enum class Task : quint8 { Write, Compare, Approve, Manual };

    /// `approved`: where the approved pictures are. `output`: for whole pictures and the contact sheet; with Compare
    /// only those that differ are written.
    /// Only states that begin with `prefix`. With Manual, only those that `output`/pictures.txt names are written
    /// there.
    Gallery(Task task, QDir approved, QDir output, QString prefix = {});

    void setLook(const Look &look) { m_look = look; }
    const Look &look() const { return m_look; }
    /// For what does not follow the window's size: once is enough.
    bool isFirstSize() const { return m_look.size == allLooks().front().size; }
    /// Shows the widget and photographs it. `state` names it in all looks alike.
    void take(QWidget &widget, const QString &state);
    void take(const QImage &picture, const QString &state);

    /// Writes approved pictures and contact sheet. False when something differs, has not been approved, or was approved
    /// and is not there any more (only looked for in the looks that were photographed).
    bool finish();

private:
    enum class Verdict : quint8 { Same, Different, New, Missing };
    struct Shot
    {
        QString state;
        Look look;
        QImage now;
        QImage approved;
        Verdict verdict = Verdict::Same;
    };

    QImage &stripOf(const QString &state);
    void judge(Shot &shot);
    void findMissing();
    bool writeSheet() const;
    void readManualList();
    QString fileOf(const QString &state) const;

    Task m_task;
    QDir m_approved;
    QDir m_output;
    QString m_prefix;
    Look m_look;
    QHash<QString, QImage> m_strips;  ///< by state
    QHash<QString, QString> m_manual; ///< file below m_output, by state and look
    std::vector<Shot> m_shots;
    bool m_ok = true;
};

} // namespace barograph
