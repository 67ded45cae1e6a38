import { classes } from './classes.ts';

/** Where one is among a few steps. */
export function Steps({ steps, at }: { readonly steps: readonly string[]; readonly at: number }) {
  return (
    <ol className="steps">
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
