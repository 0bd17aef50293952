// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/widget_audit.h"

#include "panels/node_view/dock_area.h"
#include "widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QElapsedTimer>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QSet>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>

#include <algorithm>

namespace barograph::testing {

namespace {

constexpr int kOpenPatienceMs = 10'000;

QString called(const QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    QString name = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        name += u'#' + widget->objectName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        name += QStringLiteral(" \"%1\"").arg(button->text());
    else if (!widget->accessibleName().isEmpty())
        name += QStringLiteral(" (%1)").arg(widget->accessibleName());
    const QWidget *parent = widget->parentWidget();
    while (parent && QByteArray(parent->metaObject()->className()).startsWith("Q"))
        parent = parent->parentWidget();
    return parent ? QStringLiteral("%1 in %2").arg(name, QLatin1String(parent->metaObject()->className())) : name;
}

void addNameFaults(QAccessibleInterface *object, QStringList &faults)
{
    if (!object || !object->isValid())
        return;
    const QAccessible::State state = object->state();
    const auto *widget = qobject_cast<const QWidget *>(object->object());
    if (state.invisible || (widget && !widget->isVisible()))
        return;
    const QAccessible::Role role = object->role();
    const bool isButton = role == QAccessible::Button || role == QAccessible::CheckBox ||
                          role == QAccessible::RadioButton || role == QAccessible::ButtonMenu;
    const bool canFocus = widget && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus &&
                          !widget->focusProxy() && !widget->isWindow();
    // The bar of tabs speaks through its tabs, the line in a choice or spin box through the box.
    const bool isInner = qobject_cast<const QTabBar *>(widget) ||
                         (widget && (qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                                     qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())));
    if ((isButton || canFocus) && !isInner) {
        if (object->text(QAccessible::Name).trimmed().isEmpty())
            faults << QStringLiteral("without a name: %1").arg(called(widget));
        if (role == QAccessible::NoRole)
            faults << QStringLiteral("without a role: %1").arg(called(widget));
    }
    // Cells are the model's.
    if (qobject_cast<const QAbstractItemView *>(widget))
        return;
    for (int i = 0; i < object->childCount(); ++i)
        addNameFaults(object->child(i), faults);
}

QRect placeIn(const QWidget &window, const QWidget &widget)
{
    return {widget.mapTo(&window, QPoint()), widget.size()};
}

/// Of an exclusive group only the chosen one is reached; arrows go to the others.
bool isPassedOver(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool isOfGroup = button && button->isCheckable() && button->group() && button->group()->exclusive();
    return (isOfGroup || qobject_cast<const QRadioButton *>(widget)) && !button->isChecked();
}

QList<QWidget *> reachable(const QWidget &window)
{
    QList<QWidget *> found;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && !isPassedOver(widget))
            found << widget;
    }
    return found;
}

/// Within a date Tab goes from the year to the month and so on, before it leaves.
QWidget *afterTab(QWidget *from)
{
    constexpr int kMostSections = 8;
    const int most = qobject_cast<const QDateTimeEdit *>(from) ? kMostSections : 1;
    for (int tab = 0; tab < most && QApplication::focusWidget() == from; ++tab)
        QTest::keyClick(from, Qt::Key_Tab);
    return QApplication::focusWidget();
}

bool goesBackwards(const QWidget &window, const QWidget *from, const QWidget *to)
{
    if (from->parentWidget() != to->parentWidget())
        return false;
    const QRect a = placeIn(window, *from);
    const QRect b = placeIn(window, *to);
    const bool above = b.bottom() < a.top() && b.left() <= a.right();
    const bool sameRow = b.bottom() >= a.top() && b.top() <= a.bottom();
    return above || (sameRow && b.right() < a.left());
}

/// Cut by a parent that does not scroll.
bool isCutByParents(const QWidget &widget)
{
    QRect rect(QPoint(), widget.size());
    for (const QWidget *at = &widget; !at->isWindow() && at->parentWidget(); at = at->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(at->parentWidget()->parentWidget());
        if (area && area->viewport() == at->parentWidget())
            return false;
        rect.translate(at->pos());
        if (!at->parentWidget()->rect().contains(rect))
            return true;
    }
    return false;
}

bool fits(const QLabel &label)
{
    // The whole text is in a tool tip then.
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&label); elided && elided->elides())
        return label.height() >= label.fontMetrics().height();
    if (label.wordWrap())
        return label.height() >= label.heightForWidth(label.width());
    return label.width() >= label.sizeHint().width() && label.height() >= label.minimumSizeHint().height();
}

void addTabs(const QTabBar &bar, QStringList &found)
{
    // Tabs that do not all fit have arrows; a tab that is there has to be readable.
    for (int tab = 0; tab < bar.count(); ++tab) {
        const int needs = bar.fontMetrics().horizontalAdvance(bar.tabText(tab).remove(u'&'));
        if (bar.isTabVisible(tab) && bar.tabRect(tab).width() < needs)
            found << QStringLiteral("tab: %1").arg(bar.tabText(tab));
    }
}

void addChoice(const QComboBox &choice, QStringList &found)
{
    QStyleOptionComboBox option;
    option.initFrom(&choice);
    option.editable = choice.isEditable();
    const QRect field =
        choice.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &choice);
    if (!choice.isEditable() && field.width() < choice.fontMetrics().horizontalAdvance(choice.currentText()))
        found << QStringLiteral("choice: %1").arg(choice.currentText());
    if (choice.height() < choice.fontMetrics().height())
        found << QStringLiteral("too low: %1").arg(called(&choice));
}

void addColumns(const QHeaderView &header, QStringList &found)
{
    const QAbstractItemModel *model = header.model();
    if (!model || header.orientation() != Qt::Horizontal)
        return;
    for (int section = 0; section < header.count(); ++section) {
        const QString text = model->headerData(section, Qt::Horizontal).toString();
        if (!header.isSectionHidden(section) &&
            header.sectionSize(section) < header.fontMetrics().horizontalAdvance(text))
            found << QStringLiteral("column: %1").arg(text);
    }
    if (header.height() < header.fontMetrics().height())
        found << QStringLiteral("too low: %1").arg(called(&header));
}

} // namespace

void settle()
{
    // Panels are made a moment after the window is seen first.
    const auto opens = [] {
        const auto windows = QApplication::topLevelWidgets();
        return std::any_of(windows.begin(), windows.end(), [](const QWidget *window) {
            const auto areas = window->findChildren<DockArea *>();
            return std::any_of(areas.begin(), areas.end(), [](const DockArea *area) { return area->isOpening(); });
        });
    };
    QElapsedTimer waited;
    for (waited.start(); opens() && waited.elapsed() < kOpenPatienceMs;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, kOpenPatienceMs);
    for (int pass = 0; pass < 6; ++pass)
        QCoreApplication::processEvents();
}

QStringList nameFaults(QWidget &window)
{
    settle();
    QStringList faults;
    addNameFaults(QAccessible::queryAccessibleInterface(&window), faults);
    for (const auto *label : window.findChildren<QLabel *>()) {
        const QString text = QString(label->text()).remove(QStringLiteral("&&"));
        const bool hasMnemonic = label->textFormat() != Qt::RichText && text.contains(u'&') &&
                                 !Qt::mightBeRichText(text) &&
                                 label->textInteractionFlags() == Qt::LinksAccessibleByMouse;
        if (label->isVisible() && hasMnemonic && !label->buddy() && label->textFormat() != Qt::PlainText)
            faults << QStringLiteral("a mnemonic for nothing: %1").arg(label->text());
    }
    faults.removeDuplicates();
    return faults;
}

QStringList focusOrderFaults(QWidget &window)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, 20'000))
        return {QStringLiteral("the window does not become active")};
    settle();
    const QList<QWidget *> wanted = reachable(window);
    if (wanted.isEmpty())
        return {};
    QStringList faults;
    QWidget *first = window.focusWidget();
    if (!first || !wanted.contains(first)) {
        first = wanted.first();
        first->setFocus(Qt::TabFocusReason);
    }
    QSet<QWidget *> seen;
    QWidget *now = first;
    bool cameBack = false;
    // Panels may show and hide things while the focus goes through them: some more than there are at the beginning.
    for (qsizetype step = 0; step < 2 * wanted.size() + 10 && !cameBack; ++step) {
        seen.insert(now);
        QWidget *next = afterTab(now);
        if (next == now && wanted.size() > 1) {
            faults << QStringLiteral("keeps the focus: %1").arg(called(now));
            break;
        }
        cameBack = next == first;
        if (!cameBack && next && seen.contains(next)) {
            faults << QStringLiteral("reached twice: %1").arg(called(next));
            break;
        }
        if (!next) {
            faults << QStringLiteral("loses the focus: %1").arg(called(now));
            break;
        }
        // Where the round begins anew it goes back, and that is no fault.
        if (!cameBack && now != wanted.last() && goesBackwards(window, now, next))
            faults << QStringLiteral("goes backwards: from %1 to %2").arg(called(now), called(next));
        now = next;
    }
    if (faults.isEmpty() && !cameBack)
        faults << QStringLiteral("never comes back to %1").arg(called(first));
    for (QWidget *widget : wanted) {
        if (cameBack && !seen.contains(widget) && widget->isVisible() && widget->isEnabled() && !isPassedOver(widget))
            faults << QStringLiteral("never reached: %1").arg(called(widget));
    }
    return faults;
}

QStringList clippedTexts(QWidget &window)
{
    settle();
    QStringList found;
    const auto isShown = [](const QWidget *widget) { return widget->isVisible(); };
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (!isShown(label) || label->text().isEmpty())
            continue;
        if (!fits(*label))
            found << QStringLiteral("label: %1 (%2x%3)").arg(label->text()).arg(label->width()).arg(label->height());
        else if (isCutByParents(*label))
            found << QStringLiteral("cut off by what is around it: %1").arg(label->text());
    }
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (!isShown(button) || button->text().isEmpty())
            continue;
        const QSize least = button->minimumSizeHint();
        if (button->width() < least.width() || button->height() < least.height())
            found << QStringLiteral("button: %1 (%2x%3, needs %4x%5)")
                         .arg(button->text())
                         .arg(button->width())
                         .arg(button->height())
                         .arg(least.width())
                         .arg(least.height());
        else if (isCutByParents(*button))
            found << QStringLiteral("cut off by what is around it: %1").arg(button->text());
    }
    for (const auto *box : window.findChildren<QGroupBox *>()) {
        if (isShown(box) && box->width() < box->fontMetrics().horizontalAdvance(box->title()))
            found << QStringLiteral("box: %1").arg(box->title());
    }
    for (const auto *bar : window.findChildren<QTabBar *>()) {
        if (isShown(bar))
            addTabs(*bar, found);
    }
    for (const auto *choice : window.findChildren<QComboBox *>()) {
        if (isShown(choice))
            addChoice(*choice, found);
    }
    for (const auto *header : window.findChildren<QHeaderView *>()) {
        if (isShown(header))
            addColumns(*header, found);
    }
    return found;
}

void doubleTexts(QWidget &window)
{
    for (auto *label : window.findChildren<QLabel *>()) {
        if (!label->text().isEmpty() && label->textFormat() != Qt::RichText)
            label->setText(label->text() + u' ' + QString(label->text()).remove(u'&'));
    }
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (!button->text().isEmpty())
            button->setText(button->text() + u' ' + QString(button->text()).remove(u'&'));
    }
}

} // namespace barograph::testing
