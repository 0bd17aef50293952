// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/field_form.h"

#include "widgets/badge.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

namespace {

enum FormColumn : int { LabelColumn, EditorColumn };

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(LabelColumn, 2);
    m_grid->setColumnStretch(EditorColumn, 5);
}

void FieldForm::addField(const QString &field, const QString &label, QWidget *editor, const QString &help)
{
    Row row;
    row.editor = editor;
    row.label = new QLabel(label, this);
    row.label->setWordWrap(true);
    row.label->setContentsMargins(0, 4, 0, 0); // in line with the text in the field
    row.label->setBuddy(editor->focusProxy() ? editor->focusProxy() : editor);
    row.help = new QLabel(help, this);
    row.help->setWordWrap(true);
    row.help->setTextFormat(Qt::PlainText);
    row.help->setForegroundRole(QPalette::PlaceholderText);
    row.help->setVisible(!help.isEmpty());
    row.problem = new MarkLabel(this);
    row.problem->setWordWrap(true);
    row.problem->setObjectName(QStringLiteral("problem.") + field);
    row.problem->setVisible(false);
    if (editor->objectName().isEmpty())
        editor->setObjectName(QStringLiteral("field.") + field);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(QString(label).remove(u'&'));
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(editor);
    cell->addWidget(row.help);
    cell->addWidget(row.problem);
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.label, at, LabelColumn, Qt::AlignTop);
    m_grid->addLayout(cell, at, EditorColumn);
    m_rows[field] = row;
}

void FieldForm::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), LabelColumn, 1, 2);
}

void FieldForm::setLabel(const QString &field, const QString &label, const QString &help)
{
    const Row &row = m_rows.at(field);
    row.label->setText(label);
    row.editor->setAccessibleName(QString(label).remove(u'&'));
    row.help->setText(help);
    row.help->setVisible(row.visible && !help.isEmpty());
}

void FieldForm::setFieldVisible(const QString &field, bool visible)
{
    Row &row = m_rows.at(field);
    row.visible = visible;
    row.label->setVisible(visible);
    row.editor->setVisible(visible);
    row.help->setVisible(visible && !row.help->text().isEmpty());
    row.problem->setVisible(visible && !row.problem->text().isEmpty());
}

QStringList FieldForm::fields() const
{
    QStringList names;
    for (const auto &[field, row] : m_rows)
        names << field;
    return names;
}

bool FieldForm::isFieldVisible(const QString &field) const
{
    const auto found = m_rows.find(field);
    return found != m_rows.end() && found->second.visible;
}

void FieldForm::setProblem(const QString &field, const QString &text)
{
    const Row &row = m_rows.at(field);
    row.problem->setContent(Mark::Critical, text);
    row.problem->setAccessibleName(text);
    row.problem->setVisible(row.visible && !text.isEmpty());
    // Screen readers read it with the field.
    QWidget *target = row.editor->focusProxy() ? row.editor->focusProxy() : row.editor;
    target->setAccessibleDescription(text.isEmpty() ? row.help->text() : text);
}

QString FieldForm::problem(const QString &field) const
{
    const auto found = m_rows.find(field);
    return found == m_rows.end() ? QString() : found->second.problem->text();
}

void FieldForm::focusField(const QString &field)
{
    m_rows.at(field).editor->setFocus(Qt::OtherFocusReason);
}

} // namespace barograph
