// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/reference_strip.h"

#include "charts/time_chart.h"
#include "text/numbers.h"
#include "timeline/time_view.h"

#include <cmath>

namespace barograph {

ReferenceStrip::ReferenceStrip(const TimeChart &chart, QWidget *parent)
    : QLabel(parent)
    , m_chart(chart)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setContentsMargins(4, 0, 4, 2);
    setAccessibleName(tr("Between the marks A and B"));
    hide();
}

void ReferenceStrip::showMarks(const TimeView &view)
{
    const bool any = view.references()[0] || view.references()[1];
    const QString text = any ? textOf(view) : QString();
    if (text != this->text())
        setText(text);
    if (any == isHidden())
        setVisible(any);
}

QString ReferenceStrip::textOf(const TimeView &view) const
{
    const auto [a, b] = view.references();
    if (!a || !b)
        return tr("<b>%1</b> %2. Set the other mark: Shift and click, or Return at the cursor.")
            .arg(a ? QStringLiteral("A") : QStringLiteral("B"), localClock(a ? *a : *b, view.now()).toHtmlEscaped());
    QString text = tr("<b>A</b> %1 <b>B</b> %2 <b>Δt</b> %3")
                       .arg(localClock(*a, view.now()), localClock(*b, view.now()),
                            formatDuration(Millis{std::abs((*b - *a).count())}));
    const int columnA = m_chart.plotWindow().columnAt(*a);
    const int columnB = m_chart.plotWindow().columnAt(*b);
    if (columnA < 0 || columnB < 0)
        return text + QStringLiteral(" · ") + tr("a mark is outside the view: zoom out to see the figures");
    for (std::size_t i = 0; i < m_chart.seriesCount(); ++i) {
        if (m_chart.series(i).role == SeriesRole::Line && m_chart.series(i).shown)
            text += QStringLiteral(" · ") + seriesText(i, columnA, columnB);
    }
    return text;
}

QString ReferenceStrip::seriesText(std::size_t which, int columnA, int columnB) const
{
    const QString name = m_chart.series(which).name.toHtmlEscaped();
    const auto [first, last] = std::minmax(columnA, columnB);
    const auto range = m_chart.between(which, first, std::max(last, first + 1));
    if (!range)
        return tr("<b>%1</b> not known").arg(name);
    const SeriesValue a = m_chart.valueAt(which, columnA);
    const SeriesValue b = m_chart.valueAt(which, columnB);
    QString difference = tr("unknown");
    if (a.hasValue() && b.hasValue()) {
        const double change = b.value - a.value;
        const QString size = m_chart.plainText(which, std::abs(change));
        // A real minus sign, as wide as the plus.
        difference = change < 0 ? QChar(0x2212) + size : (change > 0 ? u'+' + size : size);
    }
    QString text = tr("<b>%1</b> Δ %2, mean %3").arg(name, difference, m_chart.plainText(which, range->mean));
    if (range->total)
        text = tr("%1, total %2").arg(text, formatCount(std::llround(*range->total)));
    return QStringLiteral("<span style='white-space:nowrap'>%1</span>").arg(text);
}

} // namespace barograph
