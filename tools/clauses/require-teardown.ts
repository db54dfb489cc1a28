import type { ClauseSet } from './clause.ts';

export const requireTeardown = {
  rule: 'require-teardown',
  finished: true,
  clauses: {
    '10.field': { text: 'A class that keeps a resource in a field and has nothing that ends it is reported at its name; a one-shot timer is no obligation there.', site: 'Unleash src/lib/services/api-token-service.ts:123' },
    '10.discarded': { text: 'So is one that drops a handle.', site: 'homebridge-config-ui-x src/modules/status/status.service.ts:89' },
    '10.once': { text: 'It is reported once, with everything it owns, each by its name once.', site: 'homebridge-config-ui-x plugins/plugins.service.ts:131' },
    '10.start-without-stop': { text: 'A class with a start and no stop owes from the start on.', site: 'novu inbound-mail.service.ts:7' },
    '10.background-loop': { text: 'An endless loop that a start begins is an obligation; a single piece of work is not.', site: 'matrix-hookshot src/feeds/FeedReader.ts:180' },
    '10.listener': { text: 'A class that owes only listeners is `likely`; on its own emitter it owes nothing.', site: 'helia bitswap/src/want-list.ts:141-153' },
    '10.ended-otherwise': { text: 'Any method that releases it will do, whatever its name; releasing the former value before a new one will not.', site: 'matrix-hookshot src/Connections/GenericHook.ts:851' },
    '10.registered': { text: 'A release registered with the process or another owner will do.', site: 'trigger.dev dynamicFlushScheduler.server.ts:100' },
    '10.inherited': { text: 'An inherited teardown will do, and one that a subclass adds.', site: 'zigbee2mqtt lib/extension/extension.ts' },
    '10.abstract': { text: 'An abstract class leaves its end to its subclasses.', site: 'zigbee2mqtt lib/extension/extension.ts, abstract class Extension' },
    '10.injected': { text: 'What was injected, always or sometimes, is not owned.', site: 'matrix-hookshot src/MatrixSender.ts:49' },
    '10.owned-class': { text: 'A class of the program is a resource from its creation when its construction begins something.', site: 'trigger.dev clickhouseEventRepository.server.ts:173/190/202' },
    '10.process-lifetime': { text: 'A class whose every instance lasts as long as the process or the page is `likely`.', site: 'homebridge-config-ui-x src/bin/hb-service.ts:59' },
    '10.lazy': { text: 'A pool or agent that is idle until it is used is `likely`.', site: 'gemini-cli packages/core/src/agents/a2a-client-manager.ts:52' },
    '10.own-source': { text: 'A subscription to what the instance made itself goes with it.', site: 'homebridge-config-ui-x ui fan.manage.component.ts:21' },
    '10.returned': { text: 'A release that is handed to the caller will do.', site: 'https://react.dev/reference/react/useEffect' },
    '10.nameless': { text: 'A class without a name is reported at its `class` keyword; one that is made in place, once, is `likely`.', site: 'https://typescript-eslint.io/rules/class-methods-use-this' },
  },
} as const satisfies ClauseSet;
