import { memo } from 'react';
import type { Mark } from '../model/session-view.ts';
import { IconWarning } from './icons.ts';

const RADIUS = 6.25;
const AROUND = 2 * Math.PI * RADIUS;

interface StateMarkProps {
  readonly mark: Mark;
  /** Share of the time that is left, 0 to 1. */
  readonly left: number;
  /** It is the active role, not just a session. */
  readonly chosen: boolean;
  /** Pixels; the drawing is 16 wide. */
  readonly size?: number;
}

/** A session's state as a shape: readable without colour. Decorative, since words stand beside it. */
export const StateMark = memo(function StateMark({ mark, left, chosen, size = 16 }: StateMarkProps) {
  if (mark === 'failed') {
    return (
      <span className="mark mark-failed" aria-hidden>
        <IconWarning size={size} strokeWidth={1.75} />
      </span>
    );
  }
  return (
    <svg className={`mark mark-${mark}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {(mark === 'inactive' || mark === 'ended') && (
        <circle
          className={mark === 'ended' ? 'mark-ring-dashed' : 'mark-dot-hollow'}
          cx="8"
          cy="8"
          r={mark === 'ended' ? RADIUS : 2.5}
        />
      )}
      {mark === 'requesting' && (
        <>
          <circle className="mark-track" cx="8" cy="8" r={RADIUS} />
          <circle className="mark-turning" cx="8" cy="8" r={RADIUS} strokeDasharray={`${AROUND / 4} ${AROUND}`} />
        </>
      )}
      {(mark === 'active' || mark === 'expiring') && (
        <>
          <circle className="mark-track" cx="8" cy="8" r={RADIUS} />
          <circle
            className="mark-left"
            cx="8"
            cy="8"
            r={RADIUS}
            transform="rotate(-90 8 8)"
            strokeDasharray={`${(AROUND * left).toFixed(2)} ${AROUND.toFixed(2)}`}
          />
          {mark === 'expiring' && <path className="mark-bar" d="M8 4.75v4M8 11v.01" />}
          {mark === 'active' && chosen && <circle className="mark-dot" cx="8" cy="8" r="2.75" />}
        </>
      )}
    </svg>
  );
});
