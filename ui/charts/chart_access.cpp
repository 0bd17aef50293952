// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_access.h"

#include "charts/time_chart.h"

#include <QAccessibleWidget>

namespace barograph {

namespace {

class AccessibleChart : public QAccessibleWidget
{
public:
    explicit AccessibleChart(TimeChart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
        , m_chart(chart)
    {}

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name:
            return m_chart->title();
        case QAccessible::Description:
            return m_chart->summary();
        case QAccessible::Value:
            return m_chart->cursorText();
        default:
            return QAccessibleWidget::text(kind);
        }
    }

private:
    TimeChart *m_chart; ///< outlives its interface
};

QAccessibleInterface *makeChartInterface(const QString & /*className*/, QObject *object)
{
    auto *chart = qobject_cast<TimeChart *>(object);
    return chart ? new AccessibleChart(chart) : nullptr;
}

} // namespace

void installChartAccess()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeChartInterface);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

} // namespace barograph
