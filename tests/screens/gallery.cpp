// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "panels/node_view/dock_area.h"
#include "perceptual.h"

#include <QAction>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QSet>
#include <QStringBuilder>
#include <QTextStream>
#include <QToolButton>
#include <QWidget>

#include <algorithm>

namespace barograph {

namespace {

constexpr int kColumns = 4;
constexpr int kCaption = 14;
constexpr int kPatienceMs = 10'000;

bool operator==(const Look &a, const Look &b)
{
    return a.theme == b.theme && a.language == b.language && a.size == b.size;
}

/// Where a look has its place in an approved picture; empty for one that is not compared.
QRect placeOf(const Look &look)
{
    const auto &looks = allLooks();
    const auto found = std::find_if(looks.begin(), looks.end(), [&look](const Look &other) { return other == look; });
    if (found == looks.end())
        return {};
    const int index = static_cast<int>(found - looks.begin());
    return {QPoint(index % kColumns * kReducedSize.width(), index / kColumns * kReducedSize.height()), kReducedSize};
}

QString nameOf(const QString &state, const Look &look)
{
    return state + u'-' + lookName(look);
}

} // namespace

const std::vector<Look> &allLooks()
{
    static const std::vector<Look> kLooks = [] {
        std::vector<Look> looks;
        for (const QSize size : {QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080)}) {
            for (const char *theme : {"dark", "light"}) {
                for (const char *language : {"en", "es"})
                    looks.push_back({QString::fromLatin1(theme), QString::fromLatin1(language), size});
            }
        }
        for (const char *theme : {"high-contrast-dark", "high-contrast-light"})
            looks.push_back({QString::fromLatin1(theme), QStringLiteral("en"), looks.front().size});
        return looks;
    }();
    return kLooks;
}

QString lookName(const Look &look)
{
    return QStringLiteral("%1-%2-%3").arg(look.theme, look.language).arg(look.size.width());
}

void endFading(QWidget &widget)
{
    // The only thing that fades is the button that empties a line, and it has no animation that could be asked for.
    for (const auto *line : widget.findChildren<QLineEdit *>()) {
        for (auto *button : line->findChildren<QToolButton *>()) {
            const QAction *action = button->defaultAction();
            if (action && action->objectName() == QLatin1String("_q_qlineeditclearaction"))
                button->setProperty("opacity", line->text().isEmpty() ? 0.0 : 1.0);
        }
    }
}

Gallery::Gallery(Task task, QDir approved, QDir output, QString prefix)
    : m_task(task)
    , m_approved(std::move(approved))
    , m_output(std::move(output))
    , m_prefix(std::move(prefix))
{
    if (m_task == Task::Manual)
        readManualList();
}

void Gallery::readManualList()
{
    QFile list(m_output.filePath(QStringLiteral("pictures.txt")));
    if (!list.open(QIODevice::ReadOnly | QIODevice::Text)) {
        QTextStream(stderr) << list.fileName() << ": " << list.errorString() << '\n';
        m_ok = false;
        return;
    }
    for (const QByteArray &line : list.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() == 3 && !line.startsWith('#'))
            m_manual.insert(QString::fromUtf8(words[1] + '-' + words[2]), QString::fromUtf8(words[0]));
    }
}

QString Gallery::fileOf(const QString &state) const
{
    return m_approved.filePath(state + QStringLiteral(".png"));
}

QImage &Gallery::stripOf(const QString &state)
{
    auto found = m_strips.find(state);
    if (found == m_strips.end())
        found = m_strips.insert(state, QImage(fileOf(state)).convertToFormat(QImage::Format_RGB32));
    return *found;
}

void Gallery::take(QWidget &widget, const QString &state)
{
    if (!state.startsWith(m_prefix))
        return;
    widget.show();
    const auto opens = [&widget] {
        const auto areas = widget.findChildren<DockArea *>();
        return std::any_of(areas.begin(), areas.end(), [](const DockArea *area) { return area->isOpening(); });
    };
    QElapsedTimer waited;
    for (waited.start(); opens() && waited.elapsed() < kPatienceMs;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, kPatienceMs);
    // Nested layouts settle from the inside out, one pass each.
    for (int pass = 0; pass < 4; ++pass)
        QCoreApplication::processEvents();
    endFading(widget);
    take(widget.grab().toImage(), state);
}

void Gallery::take(const QImage &picture, const QString &state)
{
    if (!state.startsWith(m_prefix))
        return;
    const QString name = nameOf(state, m_look);
    if (m_task == Task::Manual && !m_manual.contains(name))
        return;
    if (m_task == Task::Manual) {
        const QString path = m_output.filePath(m_manual.take(name));
        QDir().mkpath(QFileInfo(path).path());
        m_ok = picture.save(path, "PNG", 0) && m_ok;
        return;
    }
    Shot shot{state, m_look, reduced(picture), {}, Verdict::Same};
    judge(shot);
    if (m_task == Task::Write || shot.verdict != Verdict::Same) {
        const QString path = m_output.filePath(name + QStringLiteral(".png"));
        m_ok = picture.save(path) && m_ok;
    }
    m_shots.push_back(std::move(shot));
}

void Gallery::judge(Shot &shot)
{
    const QRect place = placeOf(shot.look);
    if (m_task == Task::Write || place.isEmpty())
        return;
    QImage &strip = stripOf(shot.state);
    if (m_task == Task::Approve) {
        const int rows = (static_cast<int>(allLooks().size()) + kColumns - 1) / kColumns;
        const QSize whole(kColumns * kReducedSize.width(), rows * kReducedSize.height());
        if (strip.size() != whole) {
            strip = QImage(whole, QImage::Format_RGB32);
            strip.fill(Qt::black);
        }
        // What looks the same stays as it was approved, so that a picture changes only with what it shows.
        if (!difference(strip.copy(place), shot.now).matches)
            QPainter(&strip).drawImage(place.topLeft(), shot.now);
        return;
    }
    if (strip.isNull()) {
        shot.verdict = Verdict::New;
    } else {
        shot.approved = strip.copy(place);
        const Difference seen = difference(shot.approved, shot.now);
        if (!seen.matches) {
            shot.verdict = Verdict::Different;
            QTextStream(stdout) << nameOf(shot.state, shot.look)
                                << " differs from the approved picture: " << QString::number(seen.share * 100, 'f', 2)
                                << " % of it, up to " << QString::number(seen.crowded * 100, 'f', 0)
                                << " % of a spot\n";
        }
    }
    if (shot.verdict == Verdict::New)
        QTextStream(stdout) << nameOf(shot.state, shot.look) << " was never approved\n";
    m_ok = m_ok && shot.verdict == Verdict::Same;
}

void Gallery::findMissing()
{
    QSet<QString> taken;
    for (const Shot &shot : m_shots)
        taken.insert(shot.state);
    for (const QString &file : m_approved.entryList({QStringLiteral("*.png")}, QDir::Files)) {
        const QString state = file.chopped(4);
        if (taken.contains(state) || !state.startsWith(m_prefix))
            continue;
        if (m_task == Task::Approve) {
            m_approved.remove(file);
            continue;
        }
        const QImage approved = stripOf(state).copy(placeOf(m_look));
        QImage never(approved.size(), QImage::Format_RGB32);
        never.fill(Qt::black);
        if (approved == never)
            continue;
        QTextStream(stdout) << state << " was approved and is not photographed any more\n";
        m_shots.push_back({state, m_look, {}, approved, Verdict::Missing});
        m_ok = false;
    }
}

bool Gallery::writeSheet() const
{
    if (m_shots.empty())
        return true;
    // What has to be looked at comes first.
    std::vector<const Shot *> order;
    for (const Shot &shot : m_shots)
        order.push_back(&shot);
    std::stable_sort(order.begin(), order.end(), [](const Shot *a, const Shot *b) {
        return (a->verdict != Verdict::Same) > (b->verdict != Verdict::Same);
    });
    constexpr int kAcross = 6;
    const QSize cell = kReducedSize + QSize(4, kCaption + 4);
    const int rows = (static_cast<int>(order.size()) + kAcross - 1) / kAcross;
    QImage sheet(cell.width() * kAcross, cell.height() * rows, QImage::Format_RGB32);
    sheet.fill(QColor(0x40, 0x40, 0x40));
    QPainter painter(&sheet);
    QFont font = painter.font();
    font.setPixelSize(10);
    painter.setFont(font);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Shot &shot = *order[i];
        const int index = static_cast<int>(i);
        const QPoint corner(index % kAcross * cell.width() + 2, index / kAcross * cell.height() + 2);
        const bool differs = shot.verdict == Verdict::Different;
        const QImage picture =
            differs ? markedDifference(shot.approved, shot.now) : (shot.now.isNull() ? shot.approved : shot.now);
        painter.drawImage(corner, picture);
        painter.setPen(shot.verdict == Verdict::Same ? Qt::white : QColor(0xff, 0x80, 0x70));
        painter.drawText(QRect(corner.x(), corner.y() + kReducedSize.height(), kReducedSize.width(), kCaption),
                         Qt::AlignLeft | Qt::AlignVCenter, nameOf(shot.state, shot.look));
    }
    painter.end();
    return sheet.save(m_output.filePath(QStringLiteral("contact-sheet.png")));
}

bool Gallery::finish()
{
    if (m_task == Task::Manual) {
        // Those of other languages are for another run.
        const QString language = u'-' % m_look.language % u'-';
        for (const QString &left : m_manual.keys()) {
            if (!left.contains(language))
                continue;
            QTextStream(stdout) << left << " is in pictures.txt and was not photographed\n";
            m_ok = false;
        }
        return m_ok;
    }
    if (m_task != Task::Write)
        findMissing();
    if (m_task == Task::Approve) {
        for (auto strip = m_strips.cbegin(); strip != m_strips.cend(); ++strip) {
            const QString file = fileOf(strip.key());
            // Unchanged files are left alone: packing them anew would make them differ.
            if (QImage(file).convertToFormat(QImage::Format_RGB32) != *strip)
                m_ok = strip->save(file, "PNG", 0) && m_ok;
        }
    }
    return writeSheet() && m_ok;
}

} // namespace barograph
