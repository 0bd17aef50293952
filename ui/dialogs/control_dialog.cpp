// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/control_dialog.h"

#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kCustom = -1;
constexpr int kMaxMinutes = 24 * 60;

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

QString ControlDialog::actionText(const ControlRequest &request)
{
    struct Visitor
    {
        QString operator()(const PauseQueueRequest &) const { return tr("Pause outbound queue"); }
        QString operator()(const ResumeQueueRequest &) const { return tr("Resume outbound queue"); }
        QString operator()(const SetCallbacksRequest &) const { return tr("Change callbacks"); }
        QString operator()(const RestoreRequest &) const { return tr("Restore previous state"); }
    };
    return std::visit(Visitor{}, request);
}

ControlDialog::ControlDialog(const ControlRequest &request, const QString &nodeName, QWidget *parent)
    : FittedDialog(parent)
    , m_request(request)
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(actionText(request));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(520, font())); // a minimum of the window would undo that of its texts
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeBusyPage(nodeName));
    m_pages->addWidget(makePreviewPage());

    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(actionText(request), QDialogButtonBox::AcceptRole);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_confirm->setAutoDefault(false);
    m_cancel->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ControlDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ControlDialog::reject);
    updateConfirm();
}

QWidget *ControlDialog::makeBusyPage(const QString &nodeName)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    auto *text = wrappedLabel(page);
    text->setText(tr("Reading the present state of %1. Nothing has been changed yet.").arg(nodeName));
    auto *progress = new QProgressBar(page);
    progress->setRange(0, 0);
    progress->setAccessibleName(tr("Reading the present state"));
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(progress);
    layout->addStretch();
    return page;
}

QWidget *ControlDialog::makePreviewPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    m_title = wrappedLabel(page);
    QFont big = m_title->font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    big.setBold(true);
    m_title->setFont(big);
    m_simulated = makeSimulatedBadge(page);
    m_target = wrappedLabel(page);
    m_changes = wrappedLabel(page);
    m_consequences = wrappedLabel(page);
    m_reason = new QLineEdit(page);
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("Why? It is kept in the audit trail."));
    m_reason->setAccessibleName(tr("Reason"));
    m_reasonHint = new QLabel(page);
    m_reasonHint->setText(tr("A reason is needed."));

    layout->addWidget(m_title);
    layout->addWidget(m_simulated, 0, Qt::AlignLeft);
    layout->addWidget(sectionLabel(tr("Written to"), page));
    layout->addWidget(m_target);
    layout->addWidget(sectionLabel(tr("What changes"), page));
    layout->addWidget(m_changes);
    layout->addWidget(sectionLabel(tr("What follows"), page));
    layout->addWidget(m_consequences);
    addResumeChoice(*layout);
    layout->addWidget(sectionLabel(tr("Reason"), page));
    layout->addWidget(m_reason);
    layout->addWidget(m_reasonHint);
    layout->addStretch();
    if (m_resume) {
        setTabOrder(m_resume, m_customMinutes);
        setTabOrder(m_customMinutes, m_reason);
    }
    connect(m_reason, &QLineEdit::textChanged, this, &ControlDialog::updateConfirm);
    return page;
}

void ControlDialog::addResumeChoice(QVBoxLayout &layout)
{
    const auto *pause = std::get_if<PauseQueueRequest>(&m_request);
    if (!pause)
        return;
    m_resume = new QComboBox(this);
    m_resume->setAccessibleName(tr("Resume by itself"));
    m_resume->addItem(tr("Not by itself: stays paused until somebody resumes it"), 0);
    for (const int minutes : {5, 15, 60})
        m_resume->addItem(tr("After %n minute(s)", nullptr, minutes), minutes);
    m_resume->addItem(tr("After a time of my choice"), kCustom);
    m_customMinutes = new QSpinBox(this);
    m_customMinutes->setRange(1, kMaxMinutes);
    m_customMinutes->setValue(30);
    m_customMinutes->setSuffix(tr(" min"));
    m_customMinutes->setAccessibleName(tr("Minutes until it is resumed"));
    m_customMinutes->setVisible(false);
    connect(m_resume, &QComboBox::currentIndexChanged, this,
            [this] { m_customMinutes->setVisible(m_resume->currentData().toInt() == kCustom); });
    if (pause->resumeAfter) {
        const auto minutes =
            static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(*pause->resumeAfter).count());
        const int known = m_resume->findData(minutes);
        m_customMinutes->setValue(minutes);
        m_resume->setCurrentIndex(known >= 0 ? known : m_resume->findData(kCustom));
    }
    layout.addWidget(sectionLabel(tr("Resume"), this));
    auto *row = new QHBoxLayout;
    row->addWidget(m_resume, 1);
    row->addWidget(m_customMinutes);
    layout.addLayout(row);
}

QString ControlDialog::changesHtml(const std::vector<ControlChange> &changes) const
{
    if (changes.empty())
        return tr("Nothing: it already is as wanted.");
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    for (const ControlChange &change : changes) {
        html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td><td>&nbsp;→&nbsp;</td><td><b>%3</b></td></tr>")
                    .arg(change.what.toHtmlEscaped(), change.before.toHtmlEscaped(), change.after.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

void ControlDialog::showPreview(const ControlPreview &preview)
{
    m_preview = preview;
    m_title->setText(preview.title.toHtmlEscaped());
    m_simulated->setVisible(preview.simulated);
    m_target->setTextFormat(Qt::PlainText);
    m_target->setText(preview.target);
    m_changes->setText(changesHtml(preview.changes));
    QString bullets;
    for (const QString &line : preview.consequences)
        bullets += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    m_consequences->setText(bullets.isEmpty() ? tr("Nothing is known to follow from it.")
                                              : QStringLiteral("<ul style='margin:0'>%1</ul>").arg(bullets));
    m_reason->setText(std::visit([](const auto &request) { return request.reason; }, preview.request));
    m_pages->setCurrentIndex(1);
    m_reason->setFocus();
    updateConfirm();
    adjustSize();
}

std::optional<Millis> ControlDialog::resumeAfter() const
{
    if (!m_resume)
        return {};
    const int chosen = m_resume->currentData().toInt();
    const int minutes = chosen == kCustom ? m_customMinutes->value() : chosen;
    return minutes > 0 ? std::optional<Millis>(std::chrono::minutes{minutes}) : std::nullopt;
}

ControlRequest ControlDialog::editedRequest() const
{
    ControlRequest request = m_preview ? m_preview->request : m_request;
    std::visit([this](auto &value) { value.reason = m_reason->text().trimmed(); }, request);
    if (auto *pause = std::get_if<PauseQueueRequest>(&request))
        pause->resumeAfter = resumeAfter();
    return request;
}

void ControlDialog::updateConfirm()
{
    const bool reasoned = !m_reason->text().trimmed().isEmpty();
    m_reasonHint->setVisible(!reasoned);
    m_confirm->setEnabled(m_preview && reasoned && !m_preview->changes.empty());
}

void ControlDialog::accept()
{
    if (!m_confirm->isEnabled())
        return;
    const quint64 ticket = m_preview->ticket;
    const ControlRequest request = editedRequest();
    QDialog::accept();
    Q_EMIT confirmed(ticket, request);
}

void ControlDialog::reject()
{
    QDialog::reject();
    Q_EMIT cancelled(m_preview ? m_preview->ticket : 0);
}

void ControlDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field ends the typing; it must neither confirm nor throw away what was typed.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_reason->hasFocus()) {
        focusNextChild();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace barograph
