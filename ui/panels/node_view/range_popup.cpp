// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/range_popup.h"

#include "series/plot_window.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace barograph {

namespace {

QDateTime localTimeOf(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at));
}

UtcTime utcTimeOf(const QDateTimeEdit &edit)
{
    return fromUnixMillis(edit.dateTime().toMSecsSinceEpoch());
}

QDateTimeEdit *makeEdit(UtcTime at, const QString &name, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(localTimeOf(at), parent);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    edit->setCalendarPopup(true);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

RangePopup::RangePopup(TimeView &view, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_view(view)
    , m_from(makeEdit(view.left(), tr("From"), this))
    , m_to(makeEdit(view.right(), tr("To"), this))
    , m_problem(new QLabel(this))
    , m_show(new QPushButton(tr("Show"), this))
{
    setObjectName(QStringLiteral("rangePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Range of time"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(QString(), new QLabel(tr("Local time (%1)").arg(utcOffsetText(view.right())), this));
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    form->addRow(m_show);
    m_show->setDefault(true);
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &RangePopup::check);
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_view.show(utcTimeOf(*m_from), utcTimeOf(*m_to));
        close();
    });
    check();
    m_from->setFocus();
}

void RangePopup::check()
{
    const Millis span = utcTimeOf(*m_to) - utcTimeOf(*m_from);
    QString problem;
    if (utcTimeOf(*m_from) >= m_view.now())
        problem = tr("It begins in the future.");
    else if (span <= Millis{0})
        problem = tr("It has to end after it begins.");
    else if (span < TimeView::kLeastSpan)
        problem = tr("It has to be 10 seconds long at least.");
    else if (span > TimeView::kMostSpan)
        problem = tr("It may be 90 days long at most.");
    m_problem->setText(problem);
    m_show->setEnabled(problem.isEmpty());
}

QString spanText(Millis span)
{
    const qint64 seconds = span.count() / 1000;
    if (seconds % 86400 == 0 && seconds > 86400)
        return RangePopup::tr("%n day(s)", nullptr, static_cast<int>(seconds / 86400));
    if (seconds % 3600 == 0 && seconds > 0)
        return RangePopup::tr("%n hour(s)", nullptr, static_cast<int>(seconds / 3600));
    if (seconds % 60 == 0 && seconds > 0)
        return RangePopup::tr("%n minute(s)", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 120)
        return RangePopup::tr("%n second(s)", nullptr, static_cast<int>(seconds));
    if (seconds < 7200)
        return RangePopup::tr("%n minute(s)", nullptr, static_cast<int>((seconds + 30) / 60));
    if (seconds < 172800)
        return RangePopup::tr("%n hour(s)", nullptr, static_cast<int>((seconds + 1800) / 3600));
    return RangePopup::tr("%n day(s)", nullptr, static_cast<int>((seconds + 43200) / 86400));
}

} // namespace barograph
