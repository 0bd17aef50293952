// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/add_node_wizard.h"

#include "dialogs/setup/draft_fields.h"
#include "dialogs/setup/field_form.h"
#include "dialogs/setup/first_event_panel.h"
#include "dialogs/setup/fold.h"
#include "dialogs/setup/kind_page.h"
#include "dialogs/setup/kind_words.h"
#include "dialogs/setup/route_panel.h"
#include "dialogs/setup/test_panel.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

QString stepName(int page)
{
    switch (page) {
    case AddNodeWizard::KindChoice:
        return AddNodeWizard::tr("Kind");
    case AddNodeWizard::Details:
        return AddNodeWizard::tr("Address and login");
    case AddNodeWizard::Test:
        return AddNodeWizard::tr("Test");
    case AddNodeWizard::Route:
        return AddNodeWizard::tr("Webhooks");
    default:
        return AddNodeWizard::tr("First event");
    }
}

QString pageTitle(int page)
{
    switch (page) {
    case AddNodeWizard::KindChoice:
        return AddNodeWizard::tr("What does the number run on?");
    case AddNodeWizard::Details:
        return AddNodeWizard::tr("Where is it, and how may it be asked?");
    case AddNodeWizard::Test:
        return AddNodeWizard::tr("Does it answer?");
    case AddNodeWizard::Route:
        return AddNodeWizard::tr("Let the node send its events here");
    default:
        return AddNodeWizard::tr("Waiting for the first event");
    }
}

/// The last of all that can have the focus within a widget.
QWidget *lastInFocusChain(QWidget &parent)
{
    QWidget *last = &parent;
    for (QWidget *at = parent.nextInFocusChain(); at != &parent; at = at->nextInFocusChain()) {
        if (parent.isAncestorOf(at))
            last = at;
    }
    return last;
}

} // namespace

AddNodeWizard::AddNodeWizard(Clock clock, QWidget *parent)
    : NodeDialog(parent)
    , m_clock(std::move(clock))
    , m_steps(new QLabel(this))
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_kinds(new KindPage(this))
    , m_firstEvent(new FirstEventPanel(this))
    , m_back(new QPushButton(tr("< &Back"), this))
    , m_untested(new QPushButton(tr("Save &without a test"), this))
    , m_next(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("addNodeWizard"));
    setWindowTitle(tr("Add a number"));
    resize(fontScaled(QSize(860, 640), *this));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(560, font())); // a minimum of the window would undo that of its texts
    layout->setSpacing(10);
    m_steps->setWordWrap(true);
    m_steps->setTextFormat(Qt::RichText);
    m_steps->setObjectName(QStringLiteral("wizardSteps"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_intro->setWordWrap(true);
    m_intro->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_steps);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    layout->addWidget(error());
    layout->addWidget(m_pages, 1);
    addPage(KindChoice, m_kinds);
    addPage(Details, makeDetailsPage());
    addPage(Test, test());
    addPage(Route, route());
    addPage(FirstEvent, m_firstEvent);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_untested);
    buttons->addWidget(m_next);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    m_back->setObjectName(QStringLiteral("back"));
    m_untested->setObjectName(QStringLiteral("saveUntested"));
    m_next->setObjectName(QStringLiteral("next"));
    m_close->setObjectName(QStringLiteral("close"));
    m_back->setAutoDefault(false);
    m_untested->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &AddNodeWizard::back);
    connect(m_next, &QPushButton::clicked, this, &AddNodeWizard::next);
    connect(m_untested, &QPushButton::clicked, this, &AddNodeWizard::saveDraft);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_kinds, &KindPage::accepted, this, &AddNodeWizard::next);
    connect(m_firstEvent, &FirstEventPanel::arrived, this, [this] {
        updateHeader();
        updateButtons();
    });
    goTo(KindChoice);
}

QWidget *AddNodeWizard::makeDetailsPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    m_more = new Fold(tr("M&ore"), fields()->more(), page);
    layout->addWidget(secretsHint());
    layout->addWidget(fields()->identity());
    layout->addWidget(fields()->access());
    layout->addWidget(m_more);
    layout->addStretch();
    // It was made last, and stands between the two.
    setTabOrder(lastInFocusChain(*fields()->access()), m_more->button());
    return page;
}

QScrollArea *AddNodeWizard::scrolled(QWidget *content)
{
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    // A page never touches the scroll bar.
    auto *room = new QWidget(area);
    auto *layout = new QVBoxLayout(room);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->addWidget(content);
    area->setWidget(room);
    return area;
}

void AddNodeWizard::addPage(Page page, QWidget *content)
{
    m_pages->insertWidget(page, scrolled(content));
}

AddNodeWizard::Page AddNodeWizard::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void AddNodeWizard::openRoute(const NodeConfig &node)
{
    setWindowTitle(tr("Webhooks of %1").arg(node.name));
    m_kinds->setKind(node.kind);
    fields()->setDraft({node, {}, node.id});
    m_savedId = node.id;
    m_firstEvent->start(node.id, m_clock());
    route()->setNode(node.kind, node.webhook.auth);
    route()->setBusy(tr("Fetching the address."));
    goTo(Route);
    Q_EMIT offerRequested(node.id);
}

void AddNodeWizard::goTo(Page page)
{
    m_pages->setCurrentIndex(page);
    updateHeader();
    updateButtons();
    focusFirst();
}

void AddNodeWizard::focusFirst()
{
    switch (page()) {
    case KindChoice:
        m_kinds->focusChoice();
        break;
    case Details:
        fields()->focusField(QStringLiteral("name"));
        break;
    case Test:
    case Route:
    case FirstEvent:
    case PageCount:
        m_next->setFocus(Qt::OtherFocusReason);
        break;
    }
}

void AddNodeWizard::updateHeader()
{
    QStringList steps;
    for (int at = 0; at < PageCount; ++at) {
        const QString name = QStringLiteral("%1 %2").arg(at + 1).arg(stepName(at)).toHtmlEscaped();
        steps << (at == page() ? QStringLiteral("<b>%1</b>").arg(name) : name);
    }
    m_steps->setText(steps.join(QStringLiteral("&nbsp; › &nbsp;")));
    m_steps->setAccessibleName(tr("Step %1 of %2: %3").arg(page() + 1).arg(int{PageCount}).arg(stepName(page())));
    m_title->setText(page() == FirstEvent && m_firstEvent->hasArrived() ? tr("It arrives") : pageTitle(page()));
    QString intro;
    if (page() == Details)
        intro = kindTitle(m_kinds->kind()) + QStringLiteral(". ") + kindLine(m_kinds->kind());
    else if (page() == Test)
        intro = tr("Barograph looks step by step and changes nothing at the node.");
    else if (page() == Route)
        intro = tr("The number is saved. Give this address to the node.");
    m_intro->setText(intro);
    m_intro->setVisible(!intro.isEmpty());
}

void AddNodeWizard::updateButtons()
{
    const bool running = test()->isRunning();
    m_back->setVisible(page() != KindChoice);
    m_back->setEnabled(!isSaving());
    m_untested->setVisible(page() == Test && !running && !test()->isUsable());
    m_next->setEnabled(!isSaving() && (page() != Test || test()->isUsable()));
    m_close->setText(m_savedId.isEmpty() ? tr("Cancel") : tr("Close"));
    m_close->setVisible(page() != FirstEvent);
    switch (page()) {
    case KindChoice:
    case Route:
        m_next->setText(tr("&Next >"));
        break;
    case Details:
        m_next->setText(fields()->isWebhooksOnly() ? tr("&Save >") : tr("&Test >"));
        break;
    case Test:
        m_next->setText(tr("&Save >"));
        break;
    case FirstEvent:
    case PageCount:
        m_next->setText(tr("&Finish"));
        break;
    }
    if (page() == FirstEvent && m_firstEvent->hasArrived())
        m_next->setFocus(Qt::OtherFocusReason);
}

void AddNodeWizard::next()
{
    switch (page()) {
    case KindChoice:
        fields()->setKind(m_kinds->kind());
        goTo(Details);
        break;
    case Details:
        if (const QString field = fields()->showAllProblems(); !field.isEmpty()) {
            notSaved(field);
            break;
        }
        if (fields()->isWebhooksOnly()) {
            saveDraft();
            break;
        }
        goTo(Test);
        if (!test()->isUsable())
            startTest();
        break;
    case Test:
        saveDraft();
        break;
    case Route:
        goTo(FirstEvent);
        break;
    case FirstEvent:
    case PageCount:
        accept();
        break;
    }
}

void AddNodeWizard::back()
{
    switch (page()) {
    case Details:
        // The kind of a number that is saved stays.
        goTo(m_savedId.isEmpty() ? KindChoice : Route);
        break;
    case Test:
        cancelTest();
        goTo(Details);
        break;
    case Route:
        goTo(Details);
        break;
    case FirstEvent:
        goTo(Route);
        break;
    case KindChoice:
    case PageCount:
        break;
    }
}

void AddNodeWizard::saveDraft()
{
    const NodeDraft draft = fields()->draft();
    route()->setNode(draft.config.kind, draft.config.webhook.auth);
    route()->setBusy(tr("Saving."));
    save(draft);
    goTo(Route);
}

void AddNodeWizard::saved(const QString &nodeId)
{
    const bool first = m_savedId.isEmpty();
    m_savedId = nodeId;
    NodeDraft now = fields()->draft();
    now.config.id = nodeId;
    now.editedId = nodeId;
    now.secrets.clear();
    fields()->setDraft(now);
    if (first)
        m_firstEvent->start(nodeId, m_clock());
    route()->setBusy(tr("Fetching the address."));
    updateHeader();
    updateButtons();
    Q_EMIT offerRequested(nodeId);
}

void AddNodeWizard::notSaved(const QString &field)
{
    goTo(Details);
    if (field.isEmpty())
        return;
    if (fields()->formOf(field) == fields()->more())
        m_more->setOpen(true);
    fields()->focusField(field);
}

void AddNodeWizard::setFrame(const Frame &frame, UtcTime now)
{
    if (!m_savedId.isEmpty())
        m_firstEvent->setFrame(frame, now);
}

void AddNodeWizard::done(int result)
{
    NodeDialog::done(result);
    if (!m_savedId.isEmpty())
        Q_EMIT finished(m_savedId);
}

} // namespace barograph
