// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/route_section.h"

#include "text/numbers.h"
#include "text/webhook_notices.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"
#include "widgets/shown_value.h"

#include <QGridLayout>
#include <QPushButton>

namespace barograph {

namespace {

enum GridColumn : int { NameColumn, ValueColumn, ButtonColumn };

void tell(MarkLabel *label, Mark mark, const QString &text)
{
    label->setContent(mark, text);
    label->setAccessibleDescription(text);
}

Mark markOfSession(SessionState state)
{
    switch (state) {
    case SessionState::Working:
        return Mark::Ok;
    case SessionState::Starting:
    case SessionState::NeedsLogin:
        return Mark::Warning;
    case SessionState::Stopped:
    case SessionState::Failed:
        return Mark::Critical;
    case SessionState::Unknown:
        break;
    }
    return Mark::Unknown;
}

/// These keep a session of WhatsApp Web and tell when it changes.
/// GOWA has a session too, but no webhook that tells of it.
bool tellsSessionByWebhook(NodeKind kind)
{
    return kind == NodeKind::Waha || kind == NodeKind::Evolution;
}

} // namespace

QString captureExplanation(const QString &folder)
{
    const QString where = folder.isEmpty() ? RouteSection::tr("Barograph's data folder") : folder;
    return RouteSection::tr(
               "The bodies of this number's webhook requests are written to a file in %1, readable by you "
               "alone and removed after seven days. Structure, key names, statuses and times stay as they "
               "are. Identifiers and phone numbers become hashes with a key that is made for this recording "
               "and never stored; of texts, names and all else only kind and length are kept. It stops by "
               "itself, and also when Barograph ends.")
        .arg(where);
}

RouteSection::RouteSection(QWidget *parent)
    : QWidget(parent)
    , m_command(new QLabel(this))
    , m_captureHelp(new QLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(ValueColumn, 1);
    m_protection = addRow(*grid, tr("Protection"));
    m_secret = addRow(*grid, tr("Secret"));
    m_command->setFont(fixedFont(font()));
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setWordWrap(true);
    m_command->setAccessibleName(tr("Command that stores the secret"));
    grid->addWidget(m_command, grid->rowCount(), ValueColumn, 1, 2);
    m_handshake = addRow(*grid, tr("Verification"));
    m_handshake.button = addButton(*grid, tr("Copy &verify token"));
    m_handshake.button->setToolTip(
        tr("Copies the token that the node's settings ask for to the clipboard. It is not shown."));
    m_session = addRow(*grid, tr("Session"));
    m_tap = addRow(*grid, tr("Tap"));
    m_refused = addRow(*grid, tr("Refused"));
    m_capture = addRow(*grid, tr("Raw bodies"));
    m_capture.button = addButton(*grid, tr("&Record raw bodies for 10 min…"));
    m_captureHelp->setWordWrap(true);
    m_captureHelp->setTextFormat(Qt::PlainText);
    m_captureHelp->setText(
        tr("Recording writes bodies to a file, with texts, names and phone numbers replaced, to find "
           "out why something is not understood."));
    m_captureHelp->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_captureHelp, grid->rowCount(), ValueColumn, 1, 2);
    connect(m_handshake.button, &QPushButton::clicked, this, &RouteSection::verifyTokenRequested);
    connect(m_capture.button, &QPushButton::clicked, this, [this] { Q_EMIT captureRequested(!m_capturing); });
}

RouteSection::Row RouteSection::addRow(QGridLayout &grid, const QString &name)
{
    const int at = grid.rowCount();
    Row row;
    row.name = new QLabel(name, this);
    row.value = new MarkLabel(this);
    row.value->setWordWrap(true);
    row.value->setAccessibleName(name);
    grid.addWidget(row.name, at, NameColumn, Qt::AlignTop);
    grid.addWidget(row.value, at, ValueColumn, Qt::AlignTop);
    return row;
}

QPushButton *RouteSection::addButton(QGridLayout &grid, const QString &text)
{
    auto *button = new QPushButton(text, this);
    // Beside the value there is no room for large letters.
    if (isLarge(font()))
        grid.addWidget(button, grid.rowCount(), ValueColumn, Qt::AlignLeft | Qt::AlignTop);
    else
        grid.addWidget(button, grid.rowCount() - 1, ButtonColumn, Qt::AlignTop);
    return button;
}

void RouteSection::setRowVisible(const Row &row, bool visible)
{
    row.name->setVisible(visible);
    row.value->setVisible(visible);
    if (row.button)
        row.button->setVisible(visible);
}

void RouteSection::setNode(const NodeFrame &node, UtcTime now)
{
    const RouteView &route = node.route;
    if (route.protection.isEmpty())
        tell(m_protection.value, Mark::Unknown, tr("unknown"));
    else
        tell(m_protection.value, route.secretMissing ? Mark::Critical : Mark::Ok, route.protection);
    setRowVisible(m_secret, route.secretMissing);
    m_command->setVisible(route.secretMissing);
    tell(m_secret.value, Mark::Critical,
         tr("MISSING: every request is refused until the secret that the node signs with is stored here. Run:"));
    m_command->setText(storeSecretCommand(node.id));
    setHandshake(route, now);
    setSession(node, now);
    setTap(node.tap, now);
    setRefused(route, now);
    setCapture(route, now);
}

void RouteSection::setHandshake(const RouteView &route, UtcTime now)
{
    setRowVisible(m_handshake, route.wantsHandshake);
    if (route.verifiedAt)
        tell(m_handshake.value, Mark::Ok,
             tr("done at %1 (%2)").arg(localClock(*route.verifiedAt, now), formatAge(*route.verifiedAt, now)));
    else
        tell(m_handshake.value, Mark::Warning,
             tr("not yet: enter address and verify token in the node's settings, nothing is sent before"));
}

void RouteSection::setSession(const NodeFrame &node, UtcTime now)
{
    setRowVisible(m_session, node.session.has_value() || tellsSessionByWebhook(node.kind));
    if (!node.session) {
        tell(m_session.value, Mark::Unknown, tr("unknown: the node has not told it yet"));
        return;
    }
    tell(m_session.value, markOfSession(node.session->state),
         tr("%1 since %2").arg(sessionStateText(node.session->state), localClock(node.session->since, now)));
}

void RouteSection::setTap(const std::optional<TapView> &tap, UtcTime now)
{
    setRowVisible(m_tap, tap.has_value());
    if (!tap)
        return;
    const QString since = localClock(tap->since, now);
    const QString frames = tr("%1 frame(s) in this run", nullptr, pluralOf(static_cast<qint64>(tap->frames)))
                               .arg(formatCount(static_cast<qint64>(tap->frames)));
    Mark mark = Mark::Unknown;
    QString text;
    switch (tap->state) {
    case TapView::Off:
        text = tr("off, %1").arg(frames);
        break;
    case TapView::Connecting:
        mark = Mark::Warning;
        text = tr("connecting since %1, %2").arg(since, frames);
        break;
    case TapView::Connected:
        mark = Mark::Ok;
        text = tr("connected since %1, %2").arg(since, frames);
        break;
    case TapView::Failed:
        mark = Mark::Critical;
        text = tr("FAILED at %1, %2").arg(since, frames);
        break;
    }
    if (!tap->detail.isEmpty())
        text = tr("%1. %2", "how the tap is, why").arg(text, tap->detail);
    if (tap->dropped > 0 || tap->unreadable > 0) {
        mark = mark == Mark::Ok ? Mark::Warning : mark;
        text = tr("%1 (%2 lost because they could not be stored, %3 not readable)")
                   .arg(text, formatCount(static_cast<qint64>(tap->dropped)),
                        formatCount(static_cast<qint64>(tap->unreadable)));
    }
    tell(m_tap.value, mark, text);
}

void RouteSection::setRefused(const RouteView &route, UtcTime now)
{
    const QString count = formatCount(static_cast<qint64>(route.refused));
    const int plural = pluralOf(static_cast<qint64>(route.refused));
    if (!route.lastRefusedAt) {
        tell(m_refused.value, route.refused == 0 ? Mark::Ok : Mark::Warning,
             tr("%1 request(s) in this run", nullptr, plural).arg(count));
        return;
    }
    const bool recent = now - *route.lastRefusedAt < kRefusalShownFor;
    const QString age = formatAge(*route.lastRefusedAt, now);
    tell(m_refused.value, recent ? Mark::Critical : Mark::Warning,
         tr("%1 request(s) in this run, the last %2", nullptr, plural).arg(count, age));
}

void RouteSection::setCapture(const RouteView &route, UtcTime now)
{
    m_capturing = route.captureUntil && *route.captureUntil > now;
    m_capture.button->setText(m_capturing ? tr("Stop &recording") : tr("&Record raw bodies for 10 min…"));
    if (m_capturing)
        tell(m_capture.value, Mark::Record,
             tr("BEING RECORDED for another %1")
                 .arg(formatDuration(std::chrono::ceil<Seconds>(*route.captureUntil - now))));
    else
        tell(m_capture.value, Mark::Info, tr("not recorded"));
}

} // namespace barograph
