// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QApplication;
class QFocusFrame;
class QWidget;
QT_END_NAMESPACE

namespace barograph {

/// One thick frame around whatever has the focus, in every window: also around what draws itself. Shown while the
/// keyboard is used, and always around what text is typed into. IndicatorStyle draws it. GUI thread.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    /// One for the whole program, owned by it.
    explicit FocusRing(QApplication *app);

    /// What the frame is around at present; null while there is none.
    QWidget *framed() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void useKeyboard(bool on);

    QPointer<QFocusFrame> m_frame; ///< lives in the window that it is shown in, and dies with it
    bool m_byKeyboard = false;
};

} // namespace barograph
