import { usePopover } from '../app/popover-context.ts';
import { IconClock } from '../parts/icons.ts';
import { text } from '../text.ts';

/** The clock of this computer is off: how much, and what to do. It goes by itself when the clock is right. */
export function ClockNotice() {
  const skew = usePopover((state) => state.clockSkew);
  if (!skew) return null;
  return (
    <div className="note note-warn" role="status">
      <IconClock size={16} strokeWidth={1.75} aria-hidden />
      <div className="note-words">
        <p className="note-message">{text.clock.off(skew.aheadMs)}</p>
        <p className="note-remedy">{text.clock.remedy}</p>
      </div>
    </div>
  );
}
