// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/shortcut_sheet.h"

#include "widgets/clear_button.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kSheetCharacters = 130;
constexpr int kSheetLines = 46;

} // namespace

ShortcutSheet::ShortcutSheet(std::vector<ShortcutArea> areas, QWidget *parent)
    : QDialog(parent)
    , m_areas(std::move(areas))
    , m_filter(new QLineEdit(this))
    , m_text(new QTextBrowser(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    m_filter->setPlaceholderText(tr("Search the keys and what they do"));
    m_filter->setAccessibleName(tr("Search"));
    addClearButton(*m_filter);
    m_text->setAccessibleName(tr("Keyboard shortcuts"));
    m_text->setOpenLinks(false);
    // Tab leaves the text instead of going through it.
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_text, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(buttons);
    layout->addLayout(row);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::refresh);
    const QFontMetrics metrics = fontMetrics();
    // On the smallest screen there is, and not larger than it has to be on others.
    resize(QSize(kSheetCharacters * metrics.averageCharWidth(), kSheetLines * metrics.height())
               .boundedTo(QSize(1200, 660)));
    refresh();
    m_filter->setFocus();
}

void ShortcutSheet::setFilter(const QString &text)
{
    m_filter->setText(text);
}

QString ShortcutSheet::plainText() const
{
    return m_text->toPlainText();
}

void ShortcutSheet::refresh()
{
    const std::vector<ShortcutArea> shown = filteredAreas(m_areas, m_filter->text());
    int rows = 0;
    for (const ShortcutArea &area : shown)
        rows += static_cast<int>(area.rows.size());
    m_text->setHtml(shortcutHtml(shown));
    m_count->setText(rows == 0 ? tr("Nothing fits what you search.") : tr("%n shortcuts", nullptr, rows));
    m_count->setAccessibleName(m_count->text());
}

} // namespace barograph
