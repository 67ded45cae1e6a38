import type { Ref } from 'react';
import { text } from '../text.ts';
import { classes } from './classes.ts';

interface StepsProps {
  readonly steps: readonly string[];
  readonly at: number;
  readonly ref?: Ref<HTMLOListElement>;
}

/** Where one is among a few steps. */
export function Steps({ steps, at, ref }: StepsProps) {
  return (
    // What led from step to step is gone with its step: the focus can be put here, and what it is on is said.
    <ol ref={ref} className="steps" tabIndex={-1} aria-label={text.step(at + 1, steps.length, steps[at] ?? '')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes(index === at && 'step-now', index < at && 'step-done')}
          aria-current={index === at ? 'step' : undefined}
        >
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  );
}
