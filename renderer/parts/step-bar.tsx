import { stepLeft } from '../model/mfa-code.ts';
import { useNow } from './ticker.ts';

/** How long the device goes on showing this code. Decorative: a code that is a little late is still taken. */
export function StepBar() {
  const left = stepLeft(useNow(true));
  return (
    <div className="step-bar" aria-hidden="true">
      <div className="step-bar-left" style={{ transform: `scaleX(${left.toFixed(3)})` }} />
    </div>
  );
}
