import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { BrowserChoice } from '../../electron/core/console/browser-choice.ts';
import type { CallOutput } from '../../electron/core/contract.ts';
import { useActions, usePopover, usePopoverClient, useRow } from '../app/popover-context.ts';
import { findServices } from '../model/console-services.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { IconCheck, IconChoose, IconConsole, IconCopy } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import type { ConsoleTarget } from '../store/state.ts';
import { text } from '../text.ts';
import { ConsoleBrowser } from './console-browser.tsx';

const LIST_ID = 'services';
const optionId = (path: string) => `service-${path}`;
const words = text.console;

/** Which console to open: any service, any region. Enter opens what is selected. */
export function ConsolePanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const row = useRow(profile);
  const opening = usePopover((state) => state.openingConsole !== null);
  const [choices, setChoices] = useState<CallOutput<'consoleChoices'>>({ services: [], regions: [] });
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [browsers, setBrowsers] = useState<CallOutput<'browsers'>>();
  const [region, setRegion] = useState('');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    client.consoleChoices({}).then((answer) => answer.ok && setChoices(answer.value));
    client.browsers({ profile }).then((answer) => answer.ok && setBrowsers(answer.value));
  }, [client, profile]);

  /** Kept for the profile, and good for what is opened now. */
  async function chooseBrowser(choice: BrowserChoice | null): Promise<void> {
    if (!browsers) return;
    const { installed } = browsers;
    setBrowsers({ installed, ...(choice && { chosen: choice }) });
    actions.settled(await client.chooseBrowser({ profile, choice }));
  }

  const found = useMemo(() => offered(query, choices.services), [query, choices.services]);
  const at = Math.max(
    0,
    found.findIndex(({ path }) => path === chosen),
  );
  const service = found[at];
  const target: ConsoleTarget = {
    service: service?.path || undefined,
    region: region || undefined,
    browser: browsers && (browsers.chosen ?? 'default'),
  };

  async function open(): Promise<void> {
    actions.show(null);
    await actions.openConsole(profile, target);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = found[Math.min(found.length - 1, Math.max(0, at + step))];
      setChosen(next?.path);
      document.getElementById(optionId(next?.path ?? ''))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') void open();
    else return;
    event.preventDefault();
  }

  return (
    <Panel
      title={words.title(profile)}
      onBack={() => actions.show(null)}
      actions={
        <>
          <Button
            icon={copied ? IconCheck : IconCopy}
            onPress={() => void actions.copyConsoleLink(profile, target).then(setCopied)}
          >
            {words.copy}
          </Button>
          <Button look="primary" icon={IconConsole} busy={opening} onPress={() => void open()}>
            {words.open}
          </Button>
        </>
      }
    >
      <input
        type="search"
        className="field-input services-search"
        role="combobox"
        aria-expanded
        aria-label={words.search}
        placeholder={words.search}
        aria-controls={LIST_ID}
        aria-activedescendant={service && optionId(service.path)}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the panel opens for this field
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="services" id={LIST_ID} role="listbox" aria-label={words.list}>
        {found.map(({ path, name }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search box, which names its active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box opens it
          <div
            key={path}
            id={optionId(path)}
            role="option"
            aria-selected={path === service?.path}
            className={classes('service', path === service?.path && 'service-selected')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setChosen(path)}
            onDoubleClick={() => void open()}
          >
            <span>{name}</span>
            {choices.services.includes(path) && <span className="service-note">{words.recent}</span>}
          </div>
        ))}
      </div>
      <label className="region">
        <span className="field-label">{words.region}</span>
        <span className="region-field">
          <select className="region-choice" value={region} onChange={(event) => setRegion(event.target.value)}>
            <option value="">{row?.region ? words.ownRegion(row.region) : words.noRegion}</option>
            {choices.regions
              .filter((each) => each !== row?.region)
              .map((each) => (
                <option key={each}>{each}</option>
              ))}
          </select>
          <IconChoose size={14} strokeWidth={1.75} aria-hidden />
        </span>
      </label>
      {browsers && browsers.installed.length > 0 && (
        <ConsoleBrowser known={browsers} onChoose={(choice) => void chooseBrowser(choice)} />
      )}
      {copied && (
        <p className="panel-hint" role="status">
          {words.copied}
        </p>
      )}
    </Panel>
  );
}

/** What the list shows: the console's home first, and a path name nobody has listed as the last resort. */
function offered(query: string, recent: readonly string[]): readonly { path: string; name: string }[] {
  const typed = query.trim().toLowerCase();
  const found = findServices(query, recent);
  if (typed === '') return [{ path: '', name: words.home }, ...found];
  if (found.length > 0 || !/^[a-z0-9-]{1,64}$/.test(typed)) return found;
  return [{ path: typed, name: words.any(typed) }];
}
