// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/layouts_dialog.h"

#include "panels/node_view/node_layouts.h"
#include "widgets/side_window.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace barograph {

LayoutsDialog::LayoutsDialog(NodeLayouts &layouts, QWidget *parent)
    : QDialog(parent)
    , m_layouts(layouts)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("&Save the present one"), this))
    , m_use(new QPushButton(tr("&Use"), this))
    , m_rename(new QPushButton(tr("&Rename"), this))
    , m_remove(new QPushButton(tr("&Delete"), this))
    , m_export(new QPushButton(tr("&Export…"), this))
{
    setWindowTitle(tr("Layouts of the node view"));
    setObjectName(QStringLiteral("layoutsDialog"));
    m_list->setAccessibleName(tr("Own layouts"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setObjectName(QStringLiteral("layoutName"));
    m_name->setPlaceholderText(tr("Name, e.g. “Night shift”"));
    m_name->setMaxLength(LayoutBook::kLongestName);
    m_save->setObjectName(QStringLiteral("saveLayout"));
    m_problem->setWordWrap(true);
    auto *import = new QPushButton(tr("&Import…"), this);
    auto *close = new QPushButton(tr("&Close"), this);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_save, 0, 1);
    grid->addWidget(m_list, 1, 0, 6, 1);
    int row = 1;
    for (QPushButton *button : {m_use, m_rename, m_remove, m_export, import})
        grid->addWidget(button, row++, 1);
    grid->setRowStretch(row, 1);
    grid->addWidget(m_problem, row + 1, 0);
    grid->addWidget(close, row + 1, 1);
    for (QPushButton *button : {m_use, m_rename, m_remove, m_export, import, close})
        button->setAutoDefault(false);
    m_save->setDefault(true);

    connect(m_save, &QPushButton::clicked, this, [this] { finish(m_layouts.saveAs(m_name->text())); });
    connect(m_use, &QPushButton::clicked, this, [this] { m_layouts.use(chosen()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_layouts.use(chosen()); });
    connect(m_rename, &QPushButton::clicked, this, [this] { finish(m_layouts.rename(chosen(), m_name->text())); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_layouts.remove(chosen()); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        const QString ending = QStringLiteral(".json");
        const QString start = chosen().replace(u'/', u'-') + ending;
        askForFile(this, {FileWish::Save, tr("Write the layout to a file"), start, tr("Layouts (*.json)")},
                   [this, ending, name = chosen()](const QString &wanted) {
                       const QString path = wanted.endsWith(ending) ? wanted : wanted + ending;
                       overwriteAfterAsking(this, path, [this, path, name] { m_layouts.exportTo(path, name); });
                   });
    });
    connect(import, &QPushButton::clicked, this, [this] {
        askForFile(this, {FileWish::Open, tr("Read a layout from a file"), {}, tr("Layouts (*.json)")},
                   [this](const QString &path) { m_layouts.importFrom(path); });
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&layouts, &NodeLayouts::changed, this, &LayoutsDialog::refresh);
    connect(&layouts, &NodeLayouts::notice, m_problem, &QLabel::setText);
    connect(m_list, &QListWidget::currentTextChanged, this, [this](const QString &name) {
        if (!name.isEmpty())
            m_name->setText(name);
        updateButtons();
    });
    connect(m_name, &QLineEdit::textChanged, this, &LayoutsDialog::updateButtons);
    refresh();
    m_name->setFocus();
}

QString LayoutsDialog::chosen() const
{
    return m_list->currentItem() ? m_list->currentItem()->text() : QString();
}

void LayoutsDialog::refresh()
{
    const QString before = m_layouts.presentName().isEmpty() ? chosen() : m_layouts.presentName();
    m_list->clear();
    for (const NamedLayout &layout : m_layouts.book().layouts()) {
        m_list->addItem(layout.name);
        if (layout.name == before)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    updateButtons();
}

void LayoutsDialog::updateButtons()
{
    const QString name = m_name->text().trimmed();
    m_save->setEnabled(m_layouts.book().nameProblem(name).isEmpty());
    m_save->setText(m_layouts.book().find(name) ? tr("&Save over it") : tr("&Save the present one"));
    for (QPushButton *button : {m_use, m_remove, m_export})
        button->setEnabled(!chosen().isEmpty());
    m_rename->setEnabled(!chosen().isEmpty() && name != chosen() &&
                         m_layouts.book().nameProblem(name, chosen()).isEmpty());
}

void LayoutsDialog::finish(const QString &problem)
{
    m_problem->setText(problem);
}

} // namespace barograph
