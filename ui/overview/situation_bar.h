// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/situation.h"

#include <QAbstractButton>

namespace barograph {

class Announcer;

/// The sentence on top of the overview, large, with a shape. A click or Return opens the node that it is about. Screen
/// readers are told when it becomes another kind of news, not when a number in it changes.
class SituationBar : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SituationBar(QWidget *parent = nullptr);

    void setSituation(const Situation &situation);
    const Situation &situation() const { return m_situation; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void openRequested(const QString &nodeId);
    /// To screen readers.
    void announced(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont largeFont() const;
    QRect textRoom() const;
    /// As much of the sentence as there is room for.
    QString shownWords() const;
    int textLeft() const;

    Situation m_situation;
    Announcer *m_announcer;
};

} // namespace barograph
