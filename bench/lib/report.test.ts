import { describe, expect, it } from 'vitest';
import type { Figure } from '../figure.ts';
import { entry, floorOf, line, type Outcome } from './report.ts';

const figure: Figure = { name: 'warm', what: 'asked again', unit: 'ms', floor: 'bare', measure: async () => [] };
const floor: Outcome = { kind: 'measured', figure: { ...figure, name: 'bare', floor: undefined }, samples: [8, 4, 6] };
const outcome: Outcome = { kind: 'measured', figure, samples: [30, 10, 20, 12] };

describe('the report', () => {
  it('shows the median, the spread, the number of samples, the floor and the ratio', () => {
    expect(line(outcome, floorOf(figure, [floor])).replaceAll(/ +/g, ' ')).toBe(
      ' warm asked again 16.0 ms (10.0–30.0, n=4) floor bare 6.00 ms ×2.67',
    );
  });

  it('gives programs the samples, too', () => {
    expect(entry(outcome, floorOf(figure, [floor]))).toMatchObject({
      median: 16,
      samples: [30, 10, 20, 12],
      floor: { name: 'bare', median: 6 },
      ratio: 16 / 6,
    });
  });

  it('says why a figure is missing', () => {
    expect(line({ kind: 'failed', figure, why: 'no tray' }, undefined)).toMatch(/not measured: no tray$/);
    expect(entry({ kind: 'skipped', figure, why: 'not installed' }, undefined)).toMatchObject({
      skipped: 'not installed',
    });
  });

  it('has no ratio to a floor that was not measured', () => {
    expect(floorOf(figure, [{ kind: 'failed', figure: floor.figure, why: 'gone' }])).toBeUndefined();
  });
});
