<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>barograph::ConfigFileDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
</context>
<context>
    <name>barograph::WebhookNotices</name>
    <message numerus="yes">
        <source>and %n more, see the Webhooks tab</source>
        <translation>
            <numerusform>and %n more, see the Webhooks tab</numerusform>
            <numerusform>and %n more, see the Webhooks tab</numerusform>
        </translation>
    </message>
</context>
</TS>
