// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Backend;
class MainWindow;
class NodeAdmin;
class NodeTester;
class SessionSecretStore;
class TimelineStore;

// What the window asks for goes to the services, and what they have to say comes back. All of them live on the GUI
// thread and have to outlive the connections that they get here, or take them along when they go.

void connectScreen(MainWindow &window, Backend &backend);
/// What the store's charts look back at is read from the history.
void connectTimeline(TimelineStore &store, Backend &backend);
/// Adding and changing nodes, and what was changed in the file by hand.
void connectSetup(MainWindow &window, Backend &backend, NodeAdmin &admin, NodeTester &tester);
/// Where secrets are kept, and the operator's choice where no keychain runs.
void connectSecrets(MainWindow &window, SessionSecretStore &secrets);

} // namespace barograph
