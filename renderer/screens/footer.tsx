import { useActions, usePopover } from '../app/popover-context.ts';
import { listKeys, rowKeys } from '../model/keys.ts';
import { IconButton } from '../parts/button.tsx';
import {
  IconCheck,
  IconFile,
  IconFoldAll,
  IconKey,
  IconKeys,
  IconLock,
  IconMenu,
  IconProblem,
  IconQuit,
  IconSettings,
  IconSignOut,
  IconUnfoldAll,
} from '../parts/icons.ts';
import { Keys } from '../parts/keys.tsx';
import { Menu, type MenuEntry } from '../parts/menu.tsx';
import { text } from '../text.ts';

/** Key hints, how many were found, and the menu. */
export function Footer() {
  const actions = useActions();
  const menuOpen = usePopover((state) => state.menuOpen);
  const all = usePopover((state) => state.overview.profiles);
  const problems = usePopover((state) => state.overview.problems.length);
  const service = usePopover((state) => state.service);
  const heading = usePopover((state) => state.selectedHeading !== null);
  const notice = usePopover((state) => state.notice);
  const opens = usePopover((state) => state.destination !== null);
  const inClear = usePopover((state) => state.overview.keysInClear.length);
  // The welcome says it itself.
  const welcome = usePopover((state) => state.welcome && state.query === '');
  return (
    <footer className="footer">
      {problems > 0 && (
        <button type="button" className="footer-problems" onClick={() => actions.show({ kind: 'problems' })}>
          <IconProblem size={14} strokeWidth={1.75} aria-hidden />
          <span>{text.problems.line(problems)}</span>
        </button>
      )}
      {inClear > 0 && !welcome && (
        <button type="button" className="footer-problems" onClick={() => actions.show({ kind: 'clear-keys' })}>
          <IconKeys size={14} strokeWidth={1.75} aria-hidden />
          <span>{text.clearKeys.line(inClear)}</span>
        </button>
      )}
      <div className="footer-line">
        {notice ? (
          <p className="footer-notice">
            <IconCheck size={14} strokeWidth={2} aria-hidden />
            <span>
              {notice.text}
              {notice.more && <small>{notice.more}</small>}
            </span>
          </p>
        ) : (
          all > 0 && (
            <p className="footer-keys">
              <Keys chord={heading ? listKeys.expand[0] : rowKeys.switch[0]} />{' '}
              {welcome
                ? text.welcome.list.action
                : heading
                  ? text.grouping.expand
                  : opens
                    ? text.destination.open
                    : text.actions.switch}
              {!welcome && !opens && !heading && (
                <>
                  <Keys chord={rowKeys.console[0]} /> {service ? text.console.hint(service.name) : text.actions.console}
                </>
              )}
            </p>
          )
        )}
        <FoundCount />
        <IconButton
          label={text.menu.label}
          icon={IconMenu}
          menuOpen={menuOpen}
          onPress={() => actions.openMenu(!menuOpen)}
        />
      </div>
      {menuOpen && <PopoverMenu />}
    </footer>
  );
}

/** By itself, because it is all of the footer that changes with each key. */
function FoundCount() {
  const found = usePopover((state) => state.lines.rowCount);
  const all = usePopover((state) => state.overview.profiles);
  const notice = usePopover((state) => state.notice !== null);
  return (
    <p className="footer-count" role="status">
      {all > 0 && !notice && text.search.count(found, all)}
    </p>
  );
}

function PopoverMenu() {
  const actions = useActions();
  const handedOver = usePopover((state) => state.overview.defaultHandedOver);
  const row = usePopover((state) => state.selectedItem?.row);
  const groupBy = usePopover((state) => state.groupBy);
  const groups = usePopover(({ lines }) => lines.headings.length + lines.folded.length > 0);
  const signedIn = usePopover((state) =>
    Object.values(state.sessions.byProfile).some(({ state }) => state === 'active'),
  );
  const then = (act: () => void) => () => {
    actions.openMenu(false);
    act();
  };

  const entries: MenuEntry[] = [
    {
      label: text.menu.addKey,
      icon: IconKey,
      onChoose: then(() => void actions.addAccessKey(row?.kind === 'user' ? row.name : row?.source)),
    },
    { label: text.menu.keys, icon: IconKeys, onChoose: () => actions.show({ kind: 'access-keys' }) },
    'line',
    handedOver
      ? {
          label: text.menu.takeBack,
          icon: IconFile,
          onChoose: () => actions.show({ kind: 'file-edit', edit: { kind: 'take-back-default' } }),
        }
      : {
          label: text.menu.handOver,
          icon: IconFile,
          onChoose: () => actions.show({ kind: 'file-edit', edit: { kind: 'hand-over-default' } }),
        },
  ];
  entries.push(
    'line',
    ...text.grouping.choices.map(
      ({ value, label }): MenuEntry => ({
        label,
        checked: value === groupBy,
        onChoose: then(() => void actions.groupBy(value)),
      }),
    ),
  );
  if (groups)
    entries.push(
      { label: text.grouping.collapseAll, icon: IconFoldAll, onChoose: then(() => void actions.foldAll(true)) },
      { label: text.grouping.expandAll, icon: IconUnfoldAll, onChoose: then(() => void actions.foldAll(false)) },
    );
  entries.push('line');
  if (signedIn)
    entries.push({ label: text.menu.signOutAll, icon: IconSignOut, onChoose: then(() => void actions.signOutAll()) });
  entries.push({ label: text.menu.lock, icon: IconLock, onChoose: then(() => void actions.lock()) });
  entries.push({
    label: text.menu.settings,
    icon: IconSettings,
    onChoose: then(() => void actions.openSettings(row ? { profile: row.name } : {})),
  });
  entries.push({ label: text.menu.quit, icon: IconQuit, onChoose: then(() => void actions.quit()) });

  return <Menu label={text.menu.label} entries={entries} onClose={() => actions.openMenu(false)} />;
}
