// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/empty_state.h"

#include "theme/icons.h"
#include "widgets/font_scaled.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kColumnWidth = 760;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *code(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(text, parent);
    label->setFont(fixedFont(label->font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFrameShape(QFrame::StyledPanel);
    label->setBackgroundRole(QPalette::Base);
    label->setAutoFillBackground(true);
    label->setMargin(6);
    return label;
}

/// One of the two ways: a title and a sentence that are one large button.
class WayButton : public QPushButton
{
public:
    WayButton(const QString &title, const QString &sentence, Mark mark, QWidget *parent)
        : QPushButton(parent)
        , m_mark(new QLabel(this))
        , m_kind(mark)
    {
        setAccessibleName(QString(title).remove(u'&'));
        setAccessibleDescription(sentence);
        setAutoDefault(true);
        auto *heading = new QLabel(title, this);
        heading->setBuddy(this);
        QFont large = heading->font();
        large.setPointSizeF(large.pointSizeF() * 1.4);
        large.setBold(true);
        heading->setFont(large);
        QLabel *text = paragraph(sentence, this);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        for (QLabel *label : {m_mark, heading, text})
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *layout = new QGridLayout(this);
        layout->setContentsMargins(16, 14, 16, 14);
        layout->setHorizontalSpacing(12);
        layout->addWidget(m_mark, 0, 0);
        layout->addWidget(heading, 0, 1);
        layout->addWidget(text, 1, 0, 1, 2);
        layout->setColumnStretch(1, 1);
        layout->setRowStretch(1, 1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        showMark();
    }

    // A button asks its style, which knows of no layout in it.
    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return layout()->heightForWidth(width); }

protected:
    void changeEvent(QEvent *event) override
    {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            showMark();
    }

private:
    void showMark() { m_mark->setPixmap(markIcon(m_kind, palette()).pixmap(QSize(24, 24), devicePixelRatioF())); }

    QLabel *m_mark;
    Mark m_kind;
};

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{}

void EmptyState::build()
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(fontScaled(kColumnWidth, font()));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(10);
    auto *icon = new QLabel(column);
    icon->setPixmap(applicationIcon().pixmap(64, 64));
    auto *title = paragraph(tr("No number is watched yet"), column);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.8);
    big.setBold(true);
    title->setFont(big);
    auto *add = new WayButton(tr("&Add a number"),
                              tr("A few steps: kind, address and login, a test, and how to let the number send its "
                                 "webhooks here."),
                              Mark::Playing, column);
    add->setObjectName(QStringLiteral("addFirstNumber"));
    auto *demo = new WayButton(tr("&Try the demo"),
                               tr("A simulated number with storms of receipts, on this machine alone: nothing reaches "
                                  "WhatsApp, and nothing of it is kept."),
                               Mark::Info, column);
    demo->setObjectName(QStringLiteral("tryDemo"));
    auto *import = new QPushButton(tr("&Import a configuration…"), column);
    import->setObjectName(QStringLiteral("importFirst"));
    m_path = code({}, column);
    m_path->setAccessibleName(tr("Path of the configuration file"));

    auto *ways = new QHBoxLayout;
    ways->setSpacing(14);
    ways->addWidget(add, 1);
    ways->addWidget(demo, 1);
    layout->addStretch(2);
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(
        paragraph(tr("Barograph shows what each WhatsApp number's TPS budget is being spent on, and warns "
                     "before messages are lost."),
                  column));
    layout->addSpacing(8);
    layout->addLayout(ways);
    layout->addSpacing(8);
    layout->addWidget(import, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(paragraph(
        tr("Or write the number as [[node]] into the configuration file, which is taken up at once:"), column));
    layout->addWidget(m_path);
    layout->addWidget(paragraph(tr("From a terminal, “barograph --demo” begins with the demo."), column));
    layout->addStretch(3);
    auto *outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(column, 100);
    outer->addStretch();
    setTabOrder(add, demo);
    setTabOrder(demo, import);
    setFocusProxy(add);
    connect(add, &QPushButton::clicked, this, &EmptyState::addRequested);
    connect(demo, &QPushButton::clicked, this, &EmptyState::tryDemoRequested);
    connect(import, &QPushButton::clicked, this, &EmptyState::importRequested);
    showConfigPath();
}

void EmptyState::showEvent(QShowEvent *event)
{
    // Whoever has numbers never sees it, and is not to wait for it at each start.
    if (!m_path)
        build();
    QWidget::showEvent(event);
    if (!event->spontaneous()) // not each time the window comes back from being minimised
        setFocus(Qt::OtherFocusReason);
}

void EmptyState::setConfigPath(const QString &path)
{
    m_configPath = path;
    if (m_path)
        showConfigPath();
}

void EmptyState::showConfigPath()
{
    m_path->setText(m_configPath.isEmpty() ? tr("(the path is shown by barograph --help)") : m_configPath);
}

} // namespace barograph
