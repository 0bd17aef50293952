// SPDX-License-Identifier: GPL-3.0-or-later
// The window with made frames and a full event log, for a screen reader at the other end of the bus. Prints "ready"
// when it can be seen, then does what each line of its input says.
#include "eventlog/event_log_writer.h"
#include "language.h"
#include "main_window.h"
#include "panels/node_view.h"
#include "support/eventlog_frames.h"
#include "support/frame_factory.h"
#include "theme/theme.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace barograph;
using namespace barograph::testing;

namespace {

class SpokenWindow
{
public:
    SpokenWindow()
    {
        fillStormLog(m_log, EventLogView::kMost);
        m_frame = std::make_shared<Frame>(*stormLogFrame(m_log));
        m_window.setClock(frameTime);
        m_window.setControlHistory(someHistory());
        m_window.setNodeConfigs(configsOf(*m_frame));
        m_window.resize(1600, 900);
        m_window.setFrame(m_frame);
        m_window.show();
        m_window.activateWindow();
    }

    void obey(const QString &order)
    {
        auto *view = m_window.findChild<NodeView *>();
        if (order == QLatin1String("node"))
            m_window.chooseNode(m_frame->nodes.front().id);
        else if (order == QLatin1String("log"))
            view->showPanel(PanelId::EventLog);
        else if (order == QLatin1String("down"))
            setState(NodeState::Down);
        else if (order == QLatin1String("quit"))
            QCoreApplication::quit();
    }

private:
    void setState(NodeState state)
    {
        auto changed = std::make_shared<Frame>(*m_frame);
        changed->nodes.front().judgement.state = state;
        m_window.setFrame(changed);
    }

    EventLogWriter m_log;
    std::shared_ptr<Frame> m_frame;
    MainWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("barograph"));
    installEnglish(app);
    applyTheme(app, ThemeChoice::Light);
    SpokenWindow window;
    QTextStream in(stdin);
    QTextStream out(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        const QString order = in.readLine();
        if (order.isNull())
            QCoreApplication::quit(); // whoever started it is gone
        window.obey(order);
        out << order << Qt::endl;
    });
    QTimer::singleShot(0, &app, [&out] { out << "ready" << Qt::endl; });
    return QApplication::exec();
}
