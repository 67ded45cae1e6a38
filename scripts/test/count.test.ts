import { expect, it } from 'vitest';
import { countPlaywright, countVitest, inWords, judge, sum } from './count.mjs';

const count = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped });

it('counts what vitest reports', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
  expect(countVitest(report)).toEqual(count(7, 1, 3));
});

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults };
  expect(countVitest(report)).toEqual(count(1, 2));
});

it('counts what Playwright reports, a test that needed two attempts and a broken file as failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(countPlaywright(report)).toEqual(count(5, 3, 2));
});

it('fails a layer in which no test ran', () => {
  expect(judge(count(0), 0).failed).toBe(1);
  expect(judge(count(0, 0, 9), 0).failed).toBe(1);
  expect(judge(count(0, 0, 9), 0, { mayBeSkipped: true }).failed).toBe(0);
  expect(judge(count(0), 0, { mayBeSkipped: true }).failed).toBe(1);
});

it('fails a layer that ended badly though every test passed, or not at all', () => {
  expect(judge(count(3), 0)).toEqual(count(3));
  expect(judge(count(3), 1)).toMatchObject({ passed: 3, failed: 1 });
  expect(judge(count(3), 124)).toMatchObject({ failed: 1, note: 'took too long and was ended' });
});

it('counts a failure that a test reports once', () => {
  expect(judge(count(3, 2), 1)).toEqual(count(3, 2));
});

it('adds the layers up', () => {
  expect(sum([count(1, 2, 3), count(10, 20, 30)])).toEqual(count(11, 22, 33));
  expect(inWords({ ...count(1, 0, 2), note: 'why' })).toBe('1 passed, 0 failed, 2 skipped (why)');
});
