// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/capture_dialog.h"

#include "panels/route_section.h"
#include "theme/icons.h"
#include "widgets/font_scaled.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

CaptureDialog::CaptureDialog(const QString &nodeName, const QString &folder, QWidget *parent)
    : FittedDialog(parent)
{
    setWindowTitle(tr("Record raw bodies"));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(480, font())); // a minimum of the window would undo that of its texts
    layout->setSpacing(10);
    const auto paragraph = [&](const QString &text, bool bold) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        QFont font = label->font();
        font.setBold(bold);
        label->setFont(font);
        layout->addWidget(label);
    };
    paragraph(tr("Record the raw bodies of %1 for 10 minutes?").arg(nodeName), true);
    paragraph(captureExplanation(folder), false);
    paragraph(tr("While it goes on, a line at the top of the window says so."), false);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *record = buttons->addButton(tr("&Record"), QDialogButtonBox::AcceptRole);
    record->setIcon(markIcon(Mark::Record, palette()));
    buttons->addButton(QDialogButtonBox::Cancel)->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace barograph
