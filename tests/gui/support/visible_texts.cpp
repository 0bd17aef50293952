// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/visible_texts.h"

#include "core/language_choice.h"
#include "pseudo_translator.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTabWidget>
#include <QWidget>

#include <algorithm>

namespace barograph::testing {

namespace {

/// Rows looked at in a view; the others are made by the same code.
constexpr int kMostRows = 20;

void addModel(QStringList &texts, const QAbstractItemModel &model)
{
    const auto roles = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole};
    for (int column = 0; column < model.columnCount(); ++column) {
        texts << model.headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < qMin(model.rowCount(), kMostRows); ++row) {
            for (const int role : roles)
                texts << model.index(row, column).data(role).toString();
        }
    }
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
                      widget.isWindow() ? widget.windowTitle() : QString()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << button->text();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        texts << box->title();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts << edit->placeholderText();
    if (const auto *bar = qobject_cast<const QStatusBar *>(&widget))
        texts << bar->currentMessage();
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    }
    if (const auto *tabs = qobject_cast<const QTabWidget *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        addModel(texts, *view->model());
    return texts;
}

/// A language's own name is what it is in every language.
void addAction(QStringList &texts, const QAction &action)
{
    for (const Language &language : kLanguages) {
        if (action.data().toString() == language.code)
            return;
    }
    texts << action.text() << action.toolTip() << action.statusTip();
}

QStringList wordsOf(const SessionReport &report)
{
    return {report.word, report.why, report.engine, report.version, report.trouble, report.serverNote};
}

/// Names and answers that no language changes, longest first, so that none is cut by a shorter one.
QStringList dataOf(const Frame &frame)
{
    QStringList data{QStringLiteral("Barograph"), QStringLiteral("UTC"), frame.listener.address};
    for (const NodeFrame &node : frame.nodes) {
        data << node.name << node.id << node.group << node.probe.detail << node.judgement.why;
        for (const StormView &storm : node.storms)
            data << storm.label << storm.groupSubject;
        for (const MemberView &entry : node.topology.members)
            data << entry.member.name << entry.member.name.section(u':', 0, 0);
        data << node.route.protection;
        if (node.sessionAsked.hasValue())
            data << wordsOf(node.sessionAsked.value());
        if (node.account.hasValue()) {
            for (const AccountEntity &entity : node.account.value().entities)
                data << entity.why;
        }
    }
    if (frame.unknownNames) {
        for (const auto &[name, count] : *frame.unknownNames)
            data << QString::fromStdString(name);
    }
    data.removeAll(QString());
    std::sort(data.begin(), data.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return data;
}

} // namespace

QStringList untranslatedTexts(const QWidget &widget, const Frame &frame)
{
    // Mark-up, addresses, commands to type and fingerprints.
    static const QRegularExpression markup(QStringLiteral(
        "<[^<>]*>|&[a-z]+;|https?://\\S*|/[\\w./%-]+|barograph( (secret|--?[\\w-]+))[\\w -]*|\\b[0-9a-f]{4}\\b"));
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}"));
    const QStringList data = dataOf(frame);
    QStringList found;
    const auto look = [&](const QObject &object, const QStringList &texts) {
        for (const QString &text : texts) {
            QString rest = text;
            for (const QString &known : data)
                rest.replace(known, QLatin1String(" "));
            rest = outsideOfPseudo(rest).remove(markup);
            if (rest.contains(word))
                found << QStringLiteral("%1 (%2): %3")
                             .arg(QLatin1String(object.metaObject()->className()), object.objectName(), text);
        }
    };
    look(widget, textsOf(widget));
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        if (child->isVisibleTo(&widget))
            look(*child, textsOf(*child));
    }
    for (const QAction *action : widget.findChildren<QAction *>()) {
        QStringList texts;
        addAction(texts, *action);
        look(*action, texts);
    }
    return found;
}

} // namespace barograph::testing
