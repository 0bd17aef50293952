// SPDX-License-Identifier: GPL-3.0-or-later
#include "wall/wall_window.h"

#include "text/numbers.h"
#include "text/situation.h"
#include "theme/situation_mark.h"

#include <QDateTime>
#include <QKeyEvent>

namespace barograph {

namespace {

constexpr int kHidePointerMs = 3'000;
constexpr Seconds kIntervalStep{5};

} // namespace

QString wallClockText(UtcTime now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMillis(now));
    const int minutes = local.offsetFromUtc() / 60;
    const int away = std::abs(minutes);
    const QString offset = minutes == 0 ? QStringLiteral("UTC")
                                        : QStringLiteral("UTC%1%2:%3")
                                              .arg(minutes < 0 ? QChar(0x2212) : QChar(u'+'))
                                              .arg(away / 60, 2, 10, QLatin1Char('0'))
                                              .arg(away % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 %2").arg(local.toString(QStringLiteral("HH:mm:ss")), offset);
}

WallWindow::WallWindow(QWidget *parent)
    : WallView(parent)
{
    setWindowFlag(Qt::Window);
    setWindowTitle(tr("Barograph: wall"));
    // Leaving the wall is not the end of the program, also while the main window waits in the tray.
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_pointer.setSingleShot(true);
    m_pointer.setInterval(kHidePointerMs);
    connect(&m_pointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
}

void WallWindow::setFrame(const FramePtr &frame, const SteadyTrouble &troubles, UtcTime now)
{
    m_frame = frame;
    m_troubles = troubles;
    m_now = now;
    m_cycle.setFrame(*frame, troubles, now);
    if (!m_all)
        m_cycle.advance(now);
    refresh();
}

void WallWindow::setInterval(Seconds interval)
{
    m_cycle.setInterval(interval);
    refresh();
}

void WallWindow::setShowsAll(bool all)
{
    m_all = all;
    refresh();
}

QString WallWindow::placeText() const
{
    if (m_all)
        return tr("%n number(s)", nullptr, static_cast<int>(m_frame->nodes.size()));
    if (m_cycle.count() < 2)
        return {};
    const QString place = tr("%1 of %2").arg(m_cycle.place()).arg(m_cycle.count());
    if (m_cycle.isPaused())
        return tr("%1, stopped").arg(place);
    return tr("%1, next in %2").arg(place, formatDuration(std::chrono::ceil<Seconds>(m_cycle.remaining(m_now))));
}

void WallWindow::refresh()
{
    if (!m_frame)
        return;
    WallContent content;
    content.clock = wallClockText(m_now);
    content.stale = staleText(m_frame->takenAt, m_now);
    content.place = placeText();
    content.keys = tr("Space stops · ←→ by hand · + − every %1 · A all · Esc leaves").arg(formatDuration(interval()));
    const NodeFrame *shown = m_frame->node(m_cycle.currentId());
    const Situation situation = situationOf(m_frame.get(), m_troubles, m_now);
    content.all = m_all || !shown;
    if (content.all) {
        content.sentence = situation.whole();
        content.mark = situationMark(situation.kind);
        for (const QString &id : idsByTrouble(*m_frame, m_troubles))
            content.tiles.push_back(tileOf(*m_frame->node(id), m_troubles.of(id), m_frame->takenAt, m_now));
    } else {
        // What keeps us from knowing is true of each node; that the data are old stands above everything already.
        const QString sentence = nodeSentence(*shown, m_now);
        content.sentence = !content.stale.isEmpty()                      ? tr("Last known: %1").arg(sentence)
                           : situation.kind == SituationKind::CannotTell ? situation.text
                                                                         : sentence;
        content.tiles.push_back(tileOf(*shown, m_troubles.of(shown->id), m_frame->takenAt, m_now));
    }
    setContent(content);
}

void WallWindow::changeInterval(int steps)
{
    setInterval(interval() + steps * kIntervalStep);
    Q_EMIT intervalChanged(interval());
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Space:
        m_cycle.setPaused(!m_cycle.isPaused(), m_now);
        break;
    case Qt::Key_Left:
        m_cycle.previous(m_now);
        break;
    case Qt::Key_Right:
        m_cycle.next(m_now);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift on many keyboards
        changeInterval(1);
        break;
    case Qt::Key_Minus:
        changeInterval(-1);
        break;
    case Qt::Key_A:
        m_all = !m_all;
        break;
    default:
        WallView::keyPressEvent(event);
        return;
    }
    refresh();
}

void WallWindow::mouseMoveEvent(QMouseEvent * /*event*/)
{
    unsetCursor();
    m_pointer.start();
}

void WallWindow::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    close();
}

void WallWindow::hideEvent(QHideEvent *event)
{
    WallView::hideEvent(event);
    Q_EMIT closed();
}

} // namespace barograph
