<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>barograph::ConfigFileDialog</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::ControlDialog</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::DraftFields</name>
    <message numerus="yes">
        <source>MultiConnect with %n shard(s)</source>
        <translation>
            <numerusform>MultiConnect with %n shard</numerusform>
            <numerusform>MultiConnect with %n shards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::EventLogPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::FirstEvent</name>
    <message numerus="yes">
        <source>%1 request(s)</source>
        <translation>
            <numerusform>%1 request</numerusform>
            <numerusform>%1 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::GroupedNodes</name>
    <message numerus="yes">
        <source>Group %1, %n number(s), folded</source>
        <translation>
            <numerusform>Group %1, %n number, folded</numerusform>
            <numerusform>Group %1, %n numbers, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %n number(s)</source>
        <translation>
            <numerusform>Group %1, %n number</numerusform>
            <numerusform>Group %1, %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Headline</name>
    <message numerus="yes">
        <source>Outbound queue has been paused for %1; %2 message(s) wait in it</source>
        <translation>
            <numerusform>Outbound queue has been paused for %1; %2 message waits in it</numerusform>
            <numerusform>Outbound queue has been paused for %1; %2 messages wait in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbound queue is paused; %1 message(s) wait in it</source>
        <translation>
            <numerusform>Outbound queue is paused; %1 message waits in it</numerusform>
            <numerusform>Outbound queue is paused; %1 messages wait in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settings of the node were changed, and not from here: %1 and %n more. See Notices.</source>
        <translation>
            <numerusform>Settings of the node were changed, and not from here: %1 and %n more. See Notices.</numerusform>
            <numerusform>Settings of the node were changed, and not from here: %1 and %n more. See Notices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Health</name>
    <message numerus="yes">
        <source>%n CoreApps are connected at once, where exactly one should be. WhatsApp may block the number: stop all but one.</source>
        <translation>
            <numerusform>%n CoreApp is connected at once, where exactly one should be. WhatsApp may block the number: stop all but one.</numerusform>
            <numerusform>%n CoreApps are connected at once, where exactly one should be. WhatsApp may block the number: stop all but one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.</source>
        <translation>
            <numerusform>%n of %1 shards is not connected to WhatsApp; its recipients get no messages.</numerusform>
            <numerusform>%n of %1 shards are not connected to WhatsApp; their recipients get no messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n shard(s) and the primary master are connected to WhatsApp.</source>
        <translation>
            <numerusform>All %n shard and the primary master are connected to WhatsApp.</numerusform>
            <numerusform>All %n shards and the primary master are connected to WhatsApp.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node answers as a single container, but is configured here as MultiConnect with %n shard(s). Correct the configuration or check the node.</source>
        <translation>
            <numerusform>The node answers as a single container, but is configured here as MultiConnect with %n shard. Correct the configuration or check the node.</numerusform>
            <numerusform>The node answers as a single container, but is configured here as MultiConnect with %n shards. Correct the configuration or check the node.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Incoming</name>
    <message numerus="yes">
        <source>≈ %1 message(s) within the next hour</source>
        <translation>
            <numerusform>≈ %1 message within the next hour</numerusform>
            <numerusform>≈ %1 messages within the next hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Ingest</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::MarkerKeeper</name>
    <message numerus="yes">
        <source>Changed elsewhere: %1, and %n more</source>
        <translation>
            <numerusform>Changed elsewhere: %1, and %n more</numerusform>
            <numerusform>Changed elsewhere: %1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::MarkerLayer</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::NodeLayouts</name>
    <message numerus="yes">
        <source>The last arrangement of the panels could not be read, so the usual one is shown. %n layout(s) saved under a name were kept.</source>
        <translation>
            <numerusform>The last arrangement of the panels could not be read, so the usual one is shown. %n layout saved under a name was kept.</numerusform>
            <numerusform>The last arrangement of the panels could not be read, so the usual one is shown. %n layouts saved under a name were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::NodeView</name>
    <message numerus="yes">
        <source>Storms (%n running)</source>
        <translation>
            <numerusform>Storms (%n running)</numerusform>
            <numerusform>Storms (%n running)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::OverviewPage</name>
    <message numerus="yes">
        <source>%1 of %n number(s)</source>
        <translation>
            <numerusform>%1 of %n number</numerusform>
            <numerusform>%1 of %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::OverviewTile</name>
    <message numerus="yes">
        <source>%n storm(s)</source>
        <translation>
            <numerusform>%n storm</numerusform>
            <numerusform>%n storms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Probes</name>
    <message numerus="yes">
        <source>%1 of %n instance(s) are up</source>
        <translation>
            <numerusform>%1 of %n instance is up</numerusform>
            <numerusform>%1 of %n instances are up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Evolution API has %n instances. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>Evolution API has %n instance. Enter in this node&apos;s configuration which one is meant.</numerusform>
            <numerusform>Evolution API has %n instances. Enter in this node&apos;s configuration which one is meant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>GOWA has %n devices. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>GOWA has %n device. Enter in this node&apos;s configuration which one is meant.</numerusform>
            <numerusform>GOWA has %n devices. Enter in this node&apos;s configuration which one is meant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>WAHA has %n sessions. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>WAHA has %n session. Enter in this node&apos;s configuration which one is meant.</numerusform>
            <numerusform>WAHA has %n sessions. Enter in this node&apos;s configuration which one is meant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Protection</name>
    <message numerus="yes">
        <source>%n allowed networks</source>
        <translation>
            <numerusform>%n allowed network</numerusform>
            <numerusform>%n allowed networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::RangePopup</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::RouteSection</name>
    <message numerus="yes">
        <source>%1 frame(s) in this run</source>
        <translation>
            <numerusform>%1 frame in this run</numerusform>
            <numerusform>%1 frames in this run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) in this run, the last %2</source>
        <translation>
            <numerusform>%1 request in this run, the last %2</numerusform>
            <numerusform>%1 requests in this run, the last %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) in this run</source>
        <translation>
            <numerusform>%1 request in this run</numerusform>
            <numerusform>%1 requests in this run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Secrets</name>
    <message numerus="yes">
        <source>A passphrase needs at least %n characters. Several words are best.</source>
        <translation>
            <numerusform>A passphrase needs at least %n character. Several words are best.</numerusform>
            <numerusform>A passphrase needs at least %n characters. Several words are best.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Setup</name>
    <message numerus="yes">
        <source>%n node(s) added</source>
        <translation>
            <numerusform>%n node added</numerusform>
            <numerusform>%n nodes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) changed</source>
        <translation>
            <numerusform>%n node changed</numerusform>
            <numerusform>%n nodes changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) removed</source>
        <translation>
            <numerusform>%n node removed</numerusform>
            <numerusform>%n nodes removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A cluster of %n containers, %1 of them connected. Those that stand by are not.</source>
        <translation>
            <numerusform>A cluster of %n container, %1 of them connected. Those that stand by are not.</numerusform>
            <numerusform>A cluster of %n containers, %1 of them connected. Those that stand by are not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::ShortcutSheet</name>
    <message numerus="yes">
        <source>%n shortcuts</source>
        <translation>
            <numerusform>%n shortcut</numerusform>
            <numerusform>%n shortcuts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Silence</name>
    <message numerus="yes">
        <source>The node made %1 callback(s) in the last %2 and says that they were taken, but none arrived here. Check webhooks.url and whatever passes its webhooks on.</source>
        <translation>
            <numerusform>The node made %1 callback in the last %2 and says that it was taken, but it did not arrive here. Check webhooks.url and whatever passes its webhooks on.</numerusform>
            <numerusform>The node made %1 callbacks in the last %2 and says that they were taken, but none arrived here. Check webhooks.url and whatever passes its webhooks on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node sent %1 message(s) in the last %2, and no webhook arrived here. Check webhooks.url and whatever passes its webhooks on.</source>
        <translation>
            <numerusform>The node sent %1 message in the last %2, and no webhook arrived here. Check webhooks.url and whatever passes its webhooks on.</numerusform>
            <numerusform>The node sent %1 messages in the last %2, and no webhook arrived here. Check webhooks.url and whatever passes its webhooks on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Situation</name>
    <message numerus="yes">
        <source>%1 of %n number(s) are well; of the rest nothing is known</source>
        <translation>
            <numerusform>%1 of %n number is well; of the rest nothing is known</numerusform>
            <numerusform>%1 of %n numbers are well; of the rest nothing is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n storm(s) within it</source>
        <translation>
            <numerusform>%1; %n storm within it</numerusform>
            <numerusform>%1; %n storms within it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is well with %n number(s)</source>
        <translation>
            <numerusform>All is well with %n number</numerusform>
            <numerusform>All is well with %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is known yet of %n number(s)</source>
        <translation>
            <numerusform>Nothing is known yet of %n number</numerusform>
            <numerusform>Nothing is known yet of %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n number(s) need attention: %1</source>
        <translation>
            <numerusform>and %n number needs attention: %1</numerusform>
            <numerusform>and %n numbers need attention: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n number(s) needed attention: %1</source>
        <translation>
            <numerusform>and %n number needed attention: %1</numerusform>
            <numerusform>and %n numbers needed attention: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) need attention: %1</source>
        <translation>
            <numerusform>and %n other needs attention: %1</numerusform>
            <numerusform>and %n others need attention: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::StateNews</name>
    <message numerus="yes">
        <source>%n more numbers have changed.</source>
        <translation>
            <numerusform>%n more number has changed.</numerusform>
            <numerusform>%n more numbers have changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::StatusSummary</name>
    <message numerus="yes">
        <source>%n open connection(s). The secret at the end is not shown.</source>
        <translation>
            <numerusform>%n open connection. The secret at the end is not shown.</numerusform>
            <numerusform>%n open connections. The secret at the end is not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were refused as a whole.</source>
        <translation>
            <numerusform>%n request were refused as a whole.</numerusform>
            <numerusform>%n requests were refused as a whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Storage</name>
    <message numerus="yes">
        <source>%n batch(es) are missing before %1.</source>
        <translation>
            <numerusform>%n batch is missing before %1.</numerusform>
            <numerusform>%n batches are missing before %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Storm</name>
    <message numerus="yes">
        <source>By earlier storms of this number %1 receipt(s) are likely.</source>
        <translation>
            <numerusform>By earlier storms of this number %1 receipt is likely.</numerusform>
            <numerusform>By earlier storms of this number %1 receipts are likely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n earlier storm(s) of this number.</source>
        <translation>
            <numerusform>Learnt from %n earlier storm of this number.</numerusform>
            <numerusform>Learnt from %n earlier storms of this number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: no receipts, because their callbacks are off.</source>
        <translation>
            <numerusform>To %1 member in one group: no receipts, because their callbacks are off.</numerusform>
            <numerusform>To %1 members in one group: no receipts, because their callbacks are off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 deliveries and as many reads.</source>
        <translation>
            <numerusform>To %1 member in one group: up to %2 delivery and as many reads.</numerusform>
            <numerusform>To %1 members in one group: up to %2 deliveries and as many reads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 deliveries; reads are not told.</source>
        <translation>
            <numerusform>To %1 member in one group: up to %2 delivery; reads are not told.</numerusform>
            <numerusform>To %1 members in one group: up to %2 deliveries; reads are not told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 reads; deliveries are not told.</source>
        <translation>
            <numerusform>To %1 member in one group: up to %2 read; deliveries are not told.</numerusform>
            <numerusform>To %1 members in one group: up to %2 reads; deliveries are not told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::TilePainter</name>
    <message numerus="yes">
        <source>%n STORM(S)</source>
        <translation>
            <numerusform>%n STORM</numerusform>
            <numerusform>%n STORMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::Topology</name>
    <message numerus="yes">
        <source>%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.</source>
        <translation>
            <numerusform>%n of %1 shards is not connected to WhatsApp; its recipients get no messages.</numerusform>
            <numerusform>%n of %1 shards are not connected to WhatsApp; their recipients get no messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node tells %n shard(s), but %1 are configured here: correct expected_shards.</source>
        <translation>
            <numerusform>The node tells %n shard, but %1 are configured here: correct expected_shards.</numerusform>
            <numerusform>The node tells %n shards, but %1 are configured here: correct expected_shards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node tells %n shard(s), but none are configured here: set expected_shards.</source>
        <translation>
            <numerusform>The node tells %n shard, but none are configured here: set expected_shards.</numerusform>
            <numerusform>The node tells %n shards, but none are configured here: set expected_shards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::TopologyTiles</name>
    <message numerus="yes">
        <source>CoreApps: %1 of %n shard(s) connected</source>
        <translation>
            <numerusform>CoreApps: %1 of %n shard connected</numerusform>
            <numerusform>CoreApps: %1 of %n shards connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::TpsChart</name>
    <message numerus="yes">
        <source>Last %n minute(s): at most %1 events per second.</source>
        <translation>
            <numerusform>Last %n minute: at most %1 events per second.</numerusform>
            <numerusform>Last %n minutes: at most %1 events per second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No data in the last %n minute(s).</source>
        <translation>
            <numerusform>No data in the last %n minute.</numerusform>
            <numerusform>No data in the last %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Together (%n of 4 kinds)</source>
        <translation>
            <numerusform>Together (%n of 4 kinds)</numerusform>
            <numerusform>Together (%n of 4 kinds)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::WallView</name>
    <message numerus="yes">
        <source>%n STORM(S)</source>
        <translation>
            <numerusform>%n STORM</numerusform>
            <numerusform>%n STORMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::WallWindow</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::WebhookNotices</name>
    <message numerus="yes">
        <source>%1 request(s) from %2 refused for %3: %4</source>
        <translation>
            <numerusform>%1 request from %2 refused for %3: %4</numerusform>
            <numerusform>%1 requests from %2 refused for %3: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) from %2 refused: %3</source>
        <translation>
            <numerusform>%1 request from %2 refused: %3</numerusform>
            <numerusform>%1 requests from %2 refused: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, see the Webhooks tab</source>
        <translation>
            <numerusform>and %n more, see the Webhooks tab</numerusform>
            <numerusform>and %n more, see the Webhooks tab</numerusform>
        </translation>
    </message>
</context>
</TS>
