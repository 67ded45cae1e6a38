import { useEffect } from 'react';
import { listKeys, meaningOf } from '../model/keys.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconConsole } from '../parts/icons.ts';
import { pressedKeys } from '../parts/keys.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { AccessKeysPanel } from '../screens/access-keys.tsx';
import { ActiveRole } from '../screens/active-role.tsx';
import { ClearKeysPanel, TakeKeyPanel } from '../screens/clear-keys.tsx';
import { ClockNotice } from '../screens/clock-notice.tsx';
import { ConsolePanel } from '../screens/console-panel.tsx';
import { DestinationLine, NoDestination } from '../screens/destination.tsx';
import { DiagnosisPanel } from '../screens/diagnosis/diagnosis.tsx';
import { EnvironmentPanel } from '../screens/environment-panel.tsx';
import { FileEditPanel } from '../screens/file-edit.tsx';
import { Footer } from '../screens/footer.tsx';
import { Loading, NoMatch, NoProfiles, Unreadable } from '../screens/list-states.tsx';
import { Locked } from '../screens/locked.tsx';
import { ProblemsPanel } from '../screens/problems.tsx';
import { ProfileList } from '../screens/profile-list.tsx';
import { RowMenu } from '../screens/row-menu.tsx';
import { SearchBox } from '../screens/search-box.tsx';
import { SelectedFailure } from '../screens/selected-failure.tsx';
import { ConfirmPanel, TicketPanel } from '../screens/switch-question.tsx';
import { Welcome } from '../screens/welcome.tsx';
import type { PopoverStore } from '../store.ts';
import { text } from '../text.ts';
import { PopoverContext, useActions, usePopover } from './popover-context.ts';

/** The popover: the active role above, the list below, one panel over it at a time. */
export function PopoverApp({ store }: { store: PopoverStore }) {
  useEffect(() => {
    const { actions } = store;
    const stop = store.follow();
    void actions.load();
    // It may be made before anybody wants to see it.
    if (document.hidden) void actions.hidden();
    const onVisibility = () => {
      if (document.hidden) void actions.hidden();
      else actions.shown();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      stop();
    };
  }, [store]);

  return (
    <PopoverContext value={store}>
      <Popover />
    </PopoverContext>
  );
}

function Popover() {
  const actions = useActions();
  const panel = usePopover((state) => state.panel);
  const welcome = usePopover((state) => state.welcome && state.query === '');
  const lock = usePopover((state) => state.lock);
  const failure = usePopover((state) => state.failure);
  const announcement = usePopover((state) => state.announcement);

  useWindowKeys((event) => {
    const meaning = meaningOf(listKeys, pressedKeys(event));
    if (meaning === 'back') void actions.escape();
    else if (meaning === 'menu') actions.openMenu(true);
    else return;
    event.preventDefault();
  });

  return (
    <div className="popover">
      {!lock.locked && <ActiveRole />}
      <ClockNotice />
      {lock.locked ? (
        <Locked lock={lock} failure={failure} onUnlock={() => void actions.unlock()} onDismiss={actions.dismiss} />
      ) : panel ? (
        <main className="main">
          {panel.kind === 'file-edit' && <FileEditPanel edit={panel.edit} />}
          {panel.kind === 'access-keys' && <AccessKeysPanel />}
          {panel.kind === 'clear-keys' && panel.profile === undefined && <ClearKeysPanel />}
          {panel.kind === 'clear-keys' && panel.profile !== undefined && <TakeKeyPanel profile={panel.profile} />}
          {panel.kind === 'console' && <ConsolePanel profile={panel.profile} />}
          {panel.kind === 'confirm' && <ConfirmPanel profile={panel.profile} act={panel.act} />}
          {panel.kind === 'ticket' && <TicketPanel profile={panel.profile} confirm={panel.confirm} />}
          {panel.kind === 'environment' && <EnvironmentPanel profile={panel.profile} />}
          {panel.kind === 'diagnosis' && <DiagnosisPanel profile={panel.profile} />}
          {panel.kind === 'problems' && <ProblemsPanel />}
        </main>
      ) : (
        <main className="main">
          <SearchBox />
          <DestinationLine />
          <List />
          {!welcome && <SelectedFailure />}
          <CallFailure />
          <Footer />
          <RowMenu />
        </main>
      )}
      <p className="unseen" role="status">
        {announcement}
      </p>
    </div>
  );
}

function List() {
  const status = usePopover((state) => state.status);
  const empty = usePopover((state) => state.overview.profiles === 0);
  const welcome = usePopover((state) => state.welcome && state.query === '');
  const noMatch = usePopover((state) => state.lines.rowCount === 0);
  const nowhere = usePopover(({ destination }) => (destination?.state === 'failed' ? destination.failure : null));
  if (status === 'loading') return <Loading />;
  if (status === 'unreadable') return <Unreadable />;
  if (empty) return <NoProfiles />;
  if (welcome) return <Welcome />;
  if (nowhere) return <NoDestination failure={nowhere} />;
  return noMatch ? <NoMatch /> : <ProfileList />;
}

/** A call that failed and has no row of its own to say so. */
function CallFailure() {
  const actions = useActions();
  const failure = usePopover((state) => (state.status === 'ready' ? state.failure : null));
  const without = usePopover((state) => state.withoutBrowser);
  if (!failure) return null;
  return (
    <FailureNote alert failure={failure} onDismiss={actions.dismiss}>
      {without && failure.kind === 'not-there' && (
        <Button
          size="compact"
          icon={IconConsole}
          onPress={() => void actions.openConsole(without.profile, { ...without.target, browser: 'default' })}
        >
          {text.browser.openInDefault}
        </Button>
      )}
    </FailureNote>
  );
}
