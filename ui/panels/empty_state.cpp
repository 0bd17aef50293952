// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/empty_state.h"

#include "theme/icons.h"

#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

namespace {

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
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFrameShape(QFrame::StyledPanel);
    label->setBackgroundRole(QPalette::Base);
    label->setAutoFillBackground(true);
    label->setMargin(8);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(640);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(10);
    auto *icon = new QLabel(column);
    icon->setPixmap(applicationIcon().pixmap(64, 64));
    auto *title = paragraph(tr("No number is watched yet"), column);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setBold(true);
    title->setFont(big);
    m_path = code({}, column);
    m_path->setAccessibleName(tr("Path of the configuration file"));
    layout->addStretch();
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(paragraph(tr("Add each number to the configuration file and start Barograph again:"), column));
    layout->addWidget(m_path);
    layout->addWidget(code(QStringLiteral("[[node]]\n"
                                          "id = \"support-eu\"\n"
                                          "name = \"Support EU\"\n"
                                          "kind = \"on-premises\"\n"
                                          "url = \"https://10.0.0.5:9090\"\n"
                                          "allocated_tps = 20"),
                           column));
    layout->addWidget(paragraph(tr("Then copy its webhook address from the Node menu into the node's settings. "
                                   "Passwords are asked for and kept in the keychain, never in this file."),
                                column));
    layout->addWidget(paragraph(tr("To see Barograph at work without a number of your own, start it with a simulated "
                                   "one:"),
                                column));
    layout->addWidget(code(QStringLiteral("barograph --demo"), column));
    layout->addStretch();
    auto *outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(column, 1);
    outer->addStretch();
    setConfigPath({});
}

void EmptyState::setConfigPath(const QString &path)
{
    m_path->setText(path.isEmpty() ? tr("(the path is shown by barograph --help)") : path);
}

} // namespace barograph
