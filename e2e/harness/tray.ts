import type { DBusValue } from './dbus-reply.ts';
import { until } from './processes.ts';
import type { SessionBus } from './session-bus.ts';

interface TrayEntry {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly children: readonly TrayEntry[];
}

/** The program's icon in the tray, reached as a tray host reaches it. */
export interface Tray {
  menu(): Promise<readonly TrayEntry[]>;
  /** Waits for an entry whose label begins so, anywhere in the menu, and presses it. */
  press(beginning: string): Promise<void>;
  /** Waits for an entry whose label matches. */
  entry(matching: RegExp): Promise<TrayEntry>;
  tooltip(): Promise<string>;
}

const watcher = { to: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const registered = 'org.kde.StatusNotifierWatcher.RegisteredStatusNotifierItems';

/** Finds the one StatusNotifierItem on this desktop's bus. */
export async function findTray(bus: SessionBus): Promise<Tray> {
  const item = await until('an icon in the tray', async () => {
    const [first] = (await bus.property(watcher.to, watcher.path, registered)) as readonly string[];
    return first;
  });
  // The watcher names an item by its bus name, with or without a path behind it.
  const slash = item.indexOf('/');
  const to = slash < 0 ? item : item.slice(0, slash);
  const itemPath = slash < 0 ? '/StatusNotifierItem' : item.slice(slash);
  const menuPath = String(await bus.property(to, itemPath, 'org.kde.StatusNotifierItem.Menu'));

  const menu = async () => {
    const args = ['int32:0', 'int32:-1', 'array:string:'];
    const [, root] = await bus.call({ to, path: menuPath, member: 'com.canonical.dbusmenu.GetLayout', args });
    return entryOf(root ?? []).children;
  };
  const find = (what: string, wanted: (entry: TrayEntry) => boolean) =>
    until(`the tray entry ${what}`, async () => flat(await menu()).find(wanted));

  return {
    menu,
    entry: (matching) => find(String(matching), ({ label }) => matching.test(label)),
    async press(beginning) {
      await until(`the tray entry "${beginning}" to take a press`, async () => {
        const { id } = await find(`"${beginning}"`, ({ label, enabled }) => enabled && label.startsWith(beginning));
        const args = [`int32:${id}`, 'string:clicked', 'variant:int32:0', 'uint32:0'];
        const press = bus.call({ to, path: menuPath, member: 'com.canonical.dbusmenu.Event', args });
        // A menu that was made anew meanwhile has other ids: then this one fails, and nothing was pressed.
        return press.then(
          () => true,
          () => false,
        );
      });
    },
    async tooltip() {
      const parts = await bus.property(to, itemPath, 'org.kde.StatusNotifierItem.ToolTip');
      return Array.isArray(parts)
        ? parts
            .filter((part) => typeof part === 'string')
            .join(' ')
            .trim()
        : '';
    },
  };
}

/** `(id, properties, children)` of com.canonical.dbusmenu; an underscore before a letter marks its shortcut. */
function entryOf(node: DBusValue): TrayEntry {
  const [id, properties, children] = node as readonly [number, DBusValue, readonly DBusValue[] | undefined];
  const value = (name: string) =>
    properties instanceof Map ? (properties as Map<string, DBusValue>).get(name) : undefined;
  const label = String(value('label') ?? '').replace(/_(_?)/g, '$1');
  return { id, label, enabled: value('enabled') !== false, children: (children ?? []).map(entryOf) };
}

function flat(entries: readonly TrayEntry[]): readonly TrayEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children)]);
}
