import type { Fix, FixAct } from '../../../electron/core/failure.ts';
import { Button } from '../../parts/button.tsx';

interface FixButtonsProps {
  readonly fixes: readonly Fix[];
  readonly onFix: (act: FixAct) => void;
}

/** What puts something right. Trying again is the panel's own button, and why is what the panel says. */
export function FixButtons({ fixes, onFix }: FixButtonsProps) {
  const offered = fixes.flatMap(({ label, act }) =>
    act && act.kind !== 'diagnose' && act.kind !== 'switch' ? [{ label, act }] : [],
  );
  if (offered.length === 0) return null;
  return (
    <div className="note-actions">
      {offered.map(({ label, act }) => (
        <Button key={label} size="compact" onPress={() => onFix(act)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
