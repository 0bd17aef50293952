// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/badge.h"

#include "theme/colors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace barograph {

namespace {

class SimulatedBadge : public QLabel
{
public:
    explicit SimulatedBadge(QWidget *parent)
        : QLabel(MarkLabel::tr("SIMULATED"), parent)
    {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        small.setBold(true);
        setFont(small);
        setContentsMargins(6, 1, 6, 1);
        setToolTip(MarkLabel::tr("This number is simulated: nothing here happens on WhatsApp."));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const ThemeColors &colors = themeColors(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.simulatedFill);
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setPen(colors.simulatedText);
        painter.setFont(font());
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

/// Only drawn, and only when it is seen: there are dozens of these in a window.
class MarkSign : public QWidget
{
public:
    explicit MarkSign(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setMark(Mark mark)
    {
        m_mark = mark;
        update();
    }

    QSize sizeHint() const override { return QSize(fontMetrics().height(), fontMetrics().height()); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        paintMark(painter, rect(), m_mark, themeColors(palette()));
    }

private:
    Mark m_mark = Mark::Unknown;
};

QLabel *makeSimulatedBadge(QWidget *parent)
{
    return new SimulatedBadge(parent);
}

MarkLabel::MarkLabel(QWidget *parent)
    : QWidget(parent)
    , m_sign(new MarkSign(this))
    , m_text(new ElidedLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    updateColors();
}

void MarkLabel::setContent(Mark mark, const QString &text)
{
    if (m_text->text() != text)
        m_text->setText(text);
    if (mark != m_mark) {
        m_mark = mark;
        updateColors();
    }
}

void MarkLabel::setWordWrap(bool on)
{
    m_text->setWordWrap(on);
    layout()->setAlignment(m_sign, on ? Qt::AlignTop : Qt::Alignment());
}

void MarkLabel::setElides(bool on)
{
    m_text->setElides(on);
}

void MarkLabel::updateColors()
{
    m_sign->setMark(m_mark);
    QPalette colored = m_text->palette();
    colored.setColor(QPalette::WindowText, markColor(m_mark, themeColors(palette())));
    m_text->setPalette(colored);
}

void MarkLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

} // namespace barograph
