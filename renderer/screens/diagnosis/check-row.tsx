import type { Check } from '../../../electron/core/doctor/check.ts';
import type { FixAct } from '../../../electron/core/failure.ts';
import { IconCheck, IconClock, IconWarning, IconWhy } from '../../parts/icons.ts';
import { text } from '../../text.ts';
import { FixButtons } from './fix-buttons.tsx';

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
  return (
    <li className={`finding finding-${status}`}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className="finding-words">
        <p className="finding-title">
          {title}
          <span className="unseen">: {text.diagnosis.status[status]}</span>
        </p>
        <p className="finding-why">{why}</p>
        <FixButtons fixes={fixes} onFix={onFix} />
      </div>
    </li>
  );
}
