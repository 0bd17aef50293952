// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/status_summary.h"

#include "text/conservation.h"
#include "text/numbers.h"
#include "text/webhook_notices.h"
#include "theme/icons.h"
#include "widgets/badge.h"
#include "widgets/value_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <numeric>

namespace barograph {

namespace {

/// Ten frames a second are made; two seconds without one is worth a warning, ten are an outage.
constexpr Millis kAgeWarning{2000};
constexpr Millis kAgeOutage{10'000};
constexpr int kCopiedMs = 4000;

QString grouped(quint64 number)
{
    return formatCount(static_cast<qint64>(number));
}

ApartCounts apartOfAll(const Frame &frame)
{
    ApartCounts sum{};
    for (const NodeFrame &node : frame.nodes) {
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += node.apart[i];
    }
    return sum;
}

} // namespace

StatusSummary::StatusSummary(QWidget *parent)
    : QWidget(parent)
    , m_totals(new ElidedLabel(this))
    , m_sum(new MarkLabel(this))
    , m_listener(new MarkLabel(this))
    , m_refused(new MarkLabel(this))
    , m_copy(new QToolButton(this))
    , m_copied(new QLabel(tr("copied"), this))
    , m_age(new ValueLabel(tr("Age of the data"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(8);
    layout->addWidget(m_totals);
    layout->addWidget(m_sum);
    layout->addStretch();
    layout->addWidget(m_refused);
    layout->addWidget(m_listener);
    layout->addWidget(m_copy);
    layout->addWidget(m_copied);
    layout->addSpacing(12);
    layout->addWidget(m_age);
    // With large letters there is not room for all of it.
    m_totals->setElides(true);
    m_listener->setElides(true);
    m_totals->setAccessibleName(tr("Events since the journal begins"));
    m_refused->setAccessibleName(tr("Requests refused in this run"));
    m_refused->setVisible(false);
    m_copy->setAutoRaise(true);
    m_copy->setText(tr("Copy address"));
    m_copy->setIcon(markIcon(Mark::Copy, palette()));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setToolTip(tr("Copies the webhook address of the chosen number, with its secret, to the clipboard."));
    m_copied->setVisible(false);
    m_copiedTimer.setSingleShot(true);
    connect(&m_copiedTimer, &QTimer::timeout, m_copied, &QWidget::hide);
    connect(m_copy, &QToolButton::clicked, this, &StatusSummary::copyRequested);
}

/// Where a language needs more room than there is, the button's text goes before a figure is cut off.
void StatusSummary::fit()
{
    const bool isShort = m_copy->toolButtonStyle() == Qt::ToolButtonIconOnly;
    const int spare = width() - layout()->sizeHint().width();
    const int text = fontMetrics().horizontalAdvance(m_copy->text()) + 2 * layout()->spacing();
    if (!isShort && spare < 0)
        m_copy->setToolButtonStyle(Qt::ToolButtonIconOnly);
    else if (isShort && spare > text)
        m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void StatusSummary::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusSummary::setTotals(const Frame &frame)
{
    const IngestTotals &totals = frame.ingest;
    m_totals->setText(tr("%1 counted · %2 redelivered · %3 rejected · %4 apart")
                          .arg(grouped(totals.counted), grouped(totals.redelivered), grouped(totals.rejected),
                               grouped(totals.apart)));
    const bool conserved = isConserved(totals);
    m_sum->setContent(conserved ? Mark::Ok : Mark::Critical, conserved ? tr("adds up") : tr("does not add up"));
    QString detail = conservationText(totals);
    const ApartCounts apart = apartOfAll(frame);
    // Of nodes that are no longer configured only the sum is known.
    if (totals.apart > 0 && std::accumulate(apart.begin(), apart.end(), quint64{0}) == totals.apart)
        detail += u'\n' + apartSumText(totals, apart);
    if (totals.badRequests > 0)
        detail += u'\n' + tr("%n request(s) were refused as a whole.", nullptr,
                             static_cast<int>(std::min<quint64>(totals.badRequests, 2'000'000'000)));
    m_totals->setToolTip(detail);
    m_sum->setToolTip(detail);
    m_totals->setAccessibleDescription(detail);
}

void StatusSummary::setListener(const ListenerView &listener, const NodeFrame *node)
{
    if (listener.isStarting()) {
        m_listener->setContent(Mark::Unknown, tr("Not receiving webhooks yet"));
        m_listener->setToolTip({});
    } else if (!listener.listening) {
        m_listener->setContent(Mark::Critical, tr("Not receiving webhooks"));
        m_listener->setToolTip(listener.error);
    } else {
        const QString route = node ? QStringLiteral("/%1/•••").arg(node->id) : QString();
        const QString scheme = listener.tls ? QStringLiteral("https://") : QString();
        const QString host = listener.address.contains(u':') ? u'[' + listener.address + u']' : listener.address;
        m_listener->setContent(listener.tls ? Mark::Lock : Mark::Ok,
                               tr("Webhooks at %1%2:%3%4").arg(scheme, host).arg(listener.port).arg(route));
        QString detail = tr("%n open connection(s). The secret at the end is not shown.", nullptr,
                            static_cast<int>(listener.connections));
        detail += u'\n' + (listener.tls ? tr("Encrypted. SHA-256 of the certificate: %1")
                                              .arg(listener.certificateSha256.isEmpty() ? tr("unknown")
                                                                                        : listener.certificateSha256)
                                        : tr("Not encrypted."));
        m_listener->setToolTip(detail);
    }
    // What is wrong is never cut.
    m_listener->setElides(listener.listening || listener.isStarting());
    m_copy->setEnabled(node != nullptr);
}

void StatusSummary::setRefused(const ListenerView &listener)
{
    constexpr std::size_t kMostPeers = 5;
    m_refused->setVisible(listener.refused > 0);
    m_refused->setContent(Mark::Warning, tr("%1 refused").arg(grouped(listener.refused)));
    QStringList lines{
        tr("Requests that were turned away in this run, before anything of them was read. Latest first:")};
    for (std::size_t i = 0; i < std::min(kMostPeers, listener.refusedPeers.size()); ++i)
        lines << refusedText(listener.refusedPeers[i]);
    m_refused->setToolTip(lines.join(u'\n'));
    m_refused->setAccessibleDescription(m_refused->text() + u'\n' + m_refused->toolTip());
}

void StatusSummary::setFrame(const Frame &frame, const NodeFrame *node, UtcTime now)
{
    setTotals(frame);
    setListener(frame.listener, node);
    setRefused(frame.listener);
    const Millis age = std::max(now - frame.takenAt, Millis{0});
    ShownValue value{tr("Data %1 old").arg(formatDuration(age)), Truth::Measured,
                     tr("Time since the values on screen were taken.")};
    if (age >= kAgeOutage) {
        value.text = tr("NO NEW DATA for %1").arg(formatDuration(age));
        value.truth = Truth::Stale;
    } else if (age >= kAgeWarning) {
        value.truth = Truth::Stale;
    }
    m_age->setValue(value);
    fit();
}

void StatusSummary::showCopied()
{
    m_copied->setVisible(true);
    m_copiedTimer.start(kCopiedMs);
}

} // namespace barograph
