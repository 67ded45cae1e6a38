import { good, never } from './fake-client.ts';
import { aCatalog, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { popover } from './windows.tsx';

/** Ways to the console. */
export function consoleScenes(now: number): Scenes {
  const rows = someRows(now);
  const active = someSessions(now);
  return {
    'popover-console': popover(aCatalog(rows), active, (actions) => void actions.openConsole('production-admin'), {
      openConsole: () => never(),
    }),
    'popover-services': popover(
      aCatalog(rows),
      active,
      (actions) => actions.show({ kind: 'console', profile: 'production-admin' }),
      { consoleChoices: () => good({ services: ['ecs', 'cloudwatch'], regions: ['eu-central-1', 'us-east-1'] }) },
    ),
    'popover-search-service': popover(aCatalog(rows), active, (actions) => actions.search('stag ec2')),
  };
}
