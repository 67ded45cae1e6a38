import type { Check } from '../../../electron/core/doctor/check.ts';
import type { FixAct } from '../../../electron/core/failure.ts';
import { Button } from '../../parts/button.tsx';
import { IconCheck, IconClock, IconWarning, IconWhy } from '../../parts/icons.ts';
import { text } from '../../text.ts';

const ICONS: Readonly<Record<Check['status'], typeof IconCheck>> = {
  passed: IconCheck,
  notice: IconClock,
  failed: IconWarning,
  unknown: IconWhy,
};

interface CheckRowProps {
  readonly check: Check;
  readonly onFix: (act: FixAct) => void;
}

/** One check: its mark and word, what was found, and the buttons that put it right. */
export function CheckRow({ check: { status, title, why, fixes = [] }, onFix }: CheckRowProps) {
  const Icon = ICONS[status];
  const buttons = fixes.flatMap(({ label, act }) => (act && act.kind !== 'diagnose' ? [{ label, act }] : []));
  return (
    <li className={`check check-${status}`}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className="check-words">
        <p className="check-title">
          {title}
          <span className="unseen">: {text.diagnosis.status[status]}</span>
        </p>
        <p className="check-why">{why}</p>
        {buttons.length > 0 && (
          <div className="note-actions">
            {buttons.map(({ label, act }) => (
              <Button key={label} size="compact" onPress={() => onFix(act)}>
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
