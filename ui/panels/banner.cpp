// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"

#include "text/webhook_notices.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "widgets/announcer.h"
#include "widgets/font_scaled.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>
#include <QToolButton>

namespace barograph {

namespace {

/// Without a frame for this long, the values on screen are history and the window says so.
constexpr Millis kFrozenAfter{10'000};
constexpr int kBannerIconSide = 18;

} // namespace

QString standingErrors(const Frame &frame, UtcTime now)
{
    QStringList lines;
    if (!frame.journalError.isEmpty())
        lines << Banner::tr("Events cannot be stored and are refused: %1").arg(frame.journalError);
    // What is not tried yet is no error: each start would flash it up.
    if (!frame.listener.listening && !frame.listener.isStarting() && !frame.nodes.empty())
        lines << Banner::tr("Webhooks cannot be received: %1").arg(frame.listener.error);
    lines << refusalNotices(frame, now);
    if (now - frame.takenAt >= kFrozenAfter)
        lines << Banner::tr("Nothing new has come for a while: what is shown is old.");
    return lines.join(u'\n');
}

QString resultNotice(const ControlResult &result)
{
    if (result.outcome == ControlOutcome::Unverified)
        return Banner::tr("NOT VERIFIED: %1. %2").arg(result.title, result.detail);
    if (result.outcome == ControlOutcome::Failed)
        return Banner::tr("FAILED: %1. %2").arg(result.title, result.detail);
    return {};
}

Banner::Banner(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_dismiss(new QToolButton(this))
    , m_announcer(new Announcer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_dismiss, 0, Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setAccessibleName(tone == Tone::Error ? tr("Errors") : tr("Reminders"));
    connect(m_dismiss, &QToolButton::clicked, this, [this] { setNotice({}); });
    applyColors();
    refresh();
}

void Banner::setStanding(const QString &text)
{
    if (text == m_standing)
        return;
    m_standing = text;
    refresh();
}

void Banner::setNotice(const QString &text)
{
    if (text == m_notice)
        return;
    m_notice = text;
    refresh();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::refresh()
{
    const bool both = !m_standing.isEmpty() && !m_notice.isEmpty();
    m_text->setText(both ? QString(m_standing + u'\n' + m_notice) : QString(m_standing + m_notice));
    m_dismiss->setVisible(!m_notice.isEmpty());
    setAccessibleDescription(m_text->text());
    setVisible(!m_text->text().isEmpty());
    m_announcer->say(m_text->text());
}

void Banner::applyColors()
{
    // Not this widget's own palette: its window colour is the banner's.
    const ThemeColors &colors = themeColors(QGuiApplication::palette());
    const bool isError = m_tone == Tone::Error;
    const QColor &fill = isError ? colors.bannerFill : colors.reminderFill;
    const QColor &ink = isError ? colors.bannerText : colors.reminderText;
    const int side = fontScaled(kBannerIconSide, font());
    QPixmap icon(side, side);
    icon.fill(Qt::transparent);
    QPainter painter(&icon);
    ThemeColors onFill = colors;
    onFill.critical = ink;
    onFill.warning = ink;
    onFill.plotBackground = fill;
    paintMark(painter, QRectF(0, 0, side, side), isError ? Mark::Critical : Mark::Warning, onFill);
    painter.end();
    m_icon->setPixmap(icon);
    QPalette look;
    look.setColor(QPalette::Window, fill);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        look.setColor(role, ink);
    look.setColor(QPalette::Button, fill.lighter(130));
    setPalette(look);
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace barograph
