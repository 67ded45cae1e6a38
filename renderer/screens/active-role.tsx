import type { SessionState } from '../../electron/core/session.ts';
import { useActions, usePopover, useRow } from '../app/popover-context.ts';
import { remedyOf } from '../model/remedy.ts';
import { detailLines } from '../model/row-text.ts';
import { canSignOut, viewSession } from '../model/session-view.ts';
import { lengthText } from '../model/time-left.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { IconAgain, IconClose, IconConsole, IconKey, IconSignOut } from '../parts/icons.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { useNow } from '../parts/ticker.ts';
import { text } from '../text.ts';

type ActiveState = Extract<SessionState, { state: 'active' }>;

/** The answer the popover is opened for: which role is active, and for how long. */
export function ActiveRole() {
  const profiles = usePopover((state) => state.overview.profiles);
  const handedOver = usePopover((state) => state.overview.defaultHandedOver);
  const name = usePopover((state) => state.sessions.activeProfile);
  const session = usePopover((state) => (name === null ? undefined : state.sessions.byProfile[name]));
  const loading = usePopover((state) => state.status === 'loading');
  if (loading)
    return (
      <section className="header header-none" aria-label={text.header.label}>
        <h1 className="unseen">{text.title.popover}</h1>
      </section>
    );
  if (name === null) {
    return (
      <section className="header header-none" aria-label={text.header.label}>
        <StateMark mark="inactive" left={0} chosen={false} size={24} />
        <div>
          <h1 className="header-name">{text.header.none}</h1>
          {profiles > 0 && (
            <p className="header-detail">{handedOver ? text.header.noneHintDefault : text.header.noneHint}</p>
          )}
        </div>
      </section>
    );
  }
  return <ActiveProfile name={name} session={session} />;
}

function shortenedText({ givenSeconds, wishedSeconds }: NonNullable<ActiveState['shortened']>): string {
  return text.header.shortened(lengthText(givenSeconds), lengthText(wishedSeconds));
}

interface ActiveProfileProps {
  readonly name: string;
  readonly session: SessionState | undefined;
}

function ActiveProfile({ name, session }: ActiveProfileProps) {
  const actions = useActions();
  // Missing when the profile has left the file.
  const row = useRow(name);
  const opening = usePopover((state) => state.openingConsole === name);
  const now = useNow(session?.state === 'active' || session?.state === 'requesting');
  const view = viewSession(session, now);
  const about = row && detailLines(row);
  const live = view.mark === 'active' || view.mark === 'expiring';
  const remedy = view.failure && row && remedyOf(view.failure, row);
  const again = !live && view.mark !== 'requesting' && remedy?.kind !== 'add-key';
  return (
    <section
      className={classes('header', `header-${view.mark}`)}
      data-colour={row?.colour}
      aria-label={text.header.label}
    >
      <StateMark mark={view.mark} left={view.left} chosen size={24} />
      <div className="header-words">
        <div className="header-first">
          <h1 className="header-name" title={name}>
            {name}
          </h1>
          {view.mark !== 'requesting' && (
            <p className={`header-time header-time-${view.mark}`}>
              {view.label}
              {live && <span className="header-time-unit"> {text.timeLeft}</span>}
            </p>
          )}
        </div>
        <p className="header-detail">{view.mark === 'requesting' ? view.label : about?.first}</p>
        {view.mark !== 'requesting' && about?.second && <p className="header-detail">{about.second}</p>}
        {session?.state === 'active' && session.shortened && (
          <p className="header-detail">{shortenedText(session.shortened)}</p>
        )}
        {view.failure && (
          <p className="header-failure">
            {view.failure.message} <span className="note-remedy">{view.failure.remedy}</span>
          </p>
        )}
        <div className="header-actions">
          {live && (
            // What stands in the search box is for the list: here it is the active role's own console.
            <Button size="compact" icon={IconConsole} busy={opening} onPress={() => void actions.openConsole(name, {})}>
              {opening ? text.openingConsole : text.actions.console}
            </Button>
          )}
          {remedy?.kind === 'add-key' && (
            <Button size="compact" icon={IconKey} onPress={() => void actions.addAccessKey(remedy.profile)}>
              {text.actions.addKey}
            </Button>
          )}
          {(again || view.mark === 'expiring') && (
            <Button size="compact" icon={IconAgain} onPress={() => void actions.switchTo(name)}>
              {again ? text.header.switchAgain : text.header.renew}
            </Button>
          )}
          {canSignOut(session) && (
            <Button
              size="compact"
              icon={view.mark === 'requesting' ? IconClose : IconSignOut}
              onPress={() => actions.signOut(name)}
            >
              {view.mark === 'requesting' ? text.actions.cancel : text.actions.signOut}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
