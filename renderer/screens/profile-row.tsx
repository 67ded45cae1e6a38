import { memo, type PointerEvent } from 'react';
import type { ListRow } from '../../electron/core/contract.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { useActions } from '../app/popover-context.ts';
import { rowActions } from '../model/row-actions.ts';
import { rowFailure } from '../model/row-failure.ts';
import { detailText, spokenRow } from '../model/row-text.ts';
import { viewSession } from '../model/session-view.ts';
import { classes } from '../parts/classes.ts';
import { IconPin } from '../parts/icons.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { useNow } from '../parts/ticker.ts';
import { text } from '../text.ts';

/** A button of the toolbar over the row's end, and the fade before the first. */
const ACTION_PX = 26;
const FADE_PX = 12;

interface ProfileRowProps {
  readonly item: ListRow;
  readonly session: SessionState | undefined;
  readonly selected: boolean;
  /** It is the active role. */
  readonly chosen: boolean;
  /** Nobody is signed in where its chain starts. */
  readonly signedOut: boolean;
  readonly openingConsole: boolean;
  readonly id: string;
  readonly count: number;
  /** Its upper edge in the list. */
  readonly topPx: number;
}

/**
 * One profile as an option of the list. Every row has the same elements, so that
 * a key fills those that are there, whichever profile stood in them. What can be done with it stands beside the list, in `RowActions`.
 */
export const ProfileRow = memo(function ProfileRow(props: ProfileRowProps) {
  const { item, session, selected, chosen, signedOut, openingConsole } = props;
  const { row } = item;
  const actions = useActions();
  const now = useNow(session?.state === 'active' || session?.state === 'requesting');
  const view = viewSession(session, now, signedOut);
  const waiting = openingConsole ? text.openingConsole : view.mark === 'requesting' && view.label;
  const label = view.mark === 'requesting' ? '' : view.label;
  const detail = detailText(row);
  const failure = rowFailure(row, session, chosen);
  const actionsPx = selected ? (rowActions(row, session).length + 1) * ACTION_PX + FADE_PX : 0;

  function selectOnMove(event: PointerEvent): void {
    // A list that scrolls under a resting pointer sends moves of no distance.
    if (event.movementX !== 0 || event.movementY !== 0) actions.select(item);
  }

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search box, which names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box does the same
    <div
      id={props.id}
      role="option"
      // It says all that is drawn in words, and changes once a minute instead of once a second.
      aria-label={spokenRow(row, view, chosen)}
      aria-selected={selected}
      aria-description={failure?.remedy}
      aria-posinset={item.position}
      aria-setsize={props.count}
      data-colour={row.colour}
      style={{ top: props.topPx }}
      className={classes(
        'list-place row',
        row.colour && 'edge',
        selected && 'row-selected',
        chosen && 'row-chosen',
        row.failure && 'row-broken',
      )}
      onPointerMove={selected ? undefined : selectOnMove}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void actions.take(row.name)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.select(item);
        actions.openRowMenu(event.clientY);
      }}
    >
      <StateMark
        mark={row.failure ? 'failed' : openingConsole ? 'requesting' : view.mark}
        left={view.left}
        chosen={chosen}
      />
      <div className="row-first" style={{ paddingRight: actionsPx }} aria-hidden="true">
        <span className="row-name">{row.name}</span>
        {row.pinned && <IconPin className="row-pin" size={11} strokeWidth={2} aria-hidden />}
        <span className={`row-state row-state-${view.mark}`}>{label}</span>
      </div>
      <div
        className={classes('row-second', waiting && 'row-waiting')}
        title={waiting ? undefined : detail}
        aria-hidden="true"
      >
        {waiting || failure?.message || detail}
      </div>
    </div>
  );
});
