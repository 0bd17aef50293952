// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace barograph {

/// A tool button that may be made narrower than its words: then the end of them is left out, and the whole of them
/// stands before what its tool tip says. Screen readers always get all of it.
class ElidedButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    /// As much of its words as there is room for.
    QString shownText() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace barograph
