// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tps_legend.h"

#include "charts/stack_raster.h"
#include "text/labels.h"
#include "theme/colors.h"
#include "widgets/flow_layout.h"
#include "widgets/value_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace barograph {

namespace {

/// A piece of the chart itself, painted by the same code.
class Swatch : public QWidget
{
public:
    enum class Shows { Kind, Budget, NotMeasured };

    Swatch(Shows shows, EventKind kind, QWidget *parent)
        : QWidget(parent)
        , m_shows(shows)
        , m_kind(kind)
    {
        setFixedSize(18, 12);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const ThemeColors &colors = themeColors(palette());
        painter.fillRect(rect(), colors.plotBackground);
        if (m_shows == Shows::Budget) {
            painter.fillRect(QRect(0, height() / 2 - 1, width(), 2), colors.budget);
            return;
        }
        if (m_shows == Shows::NotMeasured)
            paintNotMeasuredSwatch(painter, rect(), colors);
        else
            paintKindSwatch(m_kind, painter, rect(), colors);
    }

private:
    Shows m_shows;
    EventKind m_kind;
};

/// How a node's number of sends is come by.
QString sendSource(SendSource source)
{
    switch (source) {
    case SendSource::SentStatuses:
        return TpsLegend::tr("from sent statuses, over the last 10 s");
    case SendSource::StatsCounter:
        return TpsLegend::tr("from the growth of the node's counter of sent messages");
    case SendSource::Unknown:
        break;
    }
    return TpsLegend::tr("neither sent statuses nor the node's counter tell it yet");
}

} // namespace

TpsLegend::TpsLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(16, 2, this);
    flow->setContentsMargins(4, 0, 4, 0);
    const auto add = [&](Swatch *swatch, const QString &name, ValueLabel *value, ValueLabel *note = nullptr) {
        auto *group = new QWidget(this);
        auto *layout = new QHBoxLayout(group);
        layout->setContentsMargins({});
        layout->setSpacing(5);
        if (swatch)
            layout->addWidget(swatch);
        layout->addWidget(new QLabel(name, group));
        if (value) {
            QFont bold = value->font();
            bold.setBold(true);
            value->setFont(bold);
            layout->addWidget(value);
        }
        if (note)
            layout->addWidget(note);
        flow->addWidget(group);
    };
    for (const EventKind kind : kEventKinds) {
        const QString name = eventKindText(kind);
        m_values[indexOf(kind)] = new ValueLabel(tr("%1, events per second").arg(name), this);
        m_notes[indexOf(kind)] = new ValueLabel(tr("%1, what is not told").arg(name), this);
        add(new Swatch(Swatch::Shows::Kind, kind, this), name, m_values[indexOf(kind)], m_notes[indexOf(kind)]);
    }
    m_all = new ValueLabel(tr("Together, events per second"), this);
    add(nullptr, tr("Together"), m_all);
    m_budget = new ValueLabel(tr("Budget, events per second"), this);
    add(new Swatch(Swatch::Shows::Budget, EventKind::Receive, this), tr("Budget"), m_budget);
    add(new Swatch(Swatch::Shows::NotMeasured, EventKind::Receive, this), tr("not measured"), nullptr);
}

void TpsLegend::setNode(const NodeFrame &node, UtcTime now)
{
    const QString window = tr("counted from webhooks over the last 10 s");
    for (const EventKind kind : kEventKinds) {
        const QString source = kind == EventKind::Send ? sendSource(node.sendSource) : window;
        m_values[indexOf(kind)]->setValue(
            shownKindRate(node.tpsByKind[kind], kind, node.kind, node.visibility, node.totals[kind], source, now));
        const ShownValue note = shownNote(kind, node.kind, node.visibility);
        m_notes[indexOf(kind)]->setValue(note);
        m_notes[indexOf(kind)]->setVisible(!note.text.isEmpty());
    }
    m_all->setValue(shownRate(node.tps[1], window, now));
    m_budget->setValue(shownRate(node.allocatedTps, tr("as configured for this number"), now));
}

} // namespace barograph
