/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Count */

/** @type {Count} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** @param {readonly Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  );
}

/**
 * What a vitest report says. A file that could not even be loaded has no test
 * to fail, so it counts as one.
 *
 * @param {any} report as its reporter `json` writes it
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What a Playwright report says. A test that passed at its second attempt
 * counts as failed: it would fail a release one day, and then nobody knows why.
 *
 * @param {any} report as its reporter `json` writes it
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * Holds a count against how the command ended: a failure that no test reports
 * (a crash, an unhandled rejection) is still a failure, and so is a layer in
 * which no test ran.
 *
 * @param {Count} count @param {number} status @param {{ mayBeSkipped?: boolean }} [options]
 * @returns {Count}
 */
export function judge(count, status, { mayBeSkipped = false } = {}) {
  if (status === 124) return { ...count, failed: count.failed + 1, note: 'took too long and was ended' };
  if (count.failed > 0) return count;
  if (count.passed === 0 && !(mayBeSkipped && count.skipped > 0)) return { ...count, failed: 1, note: 'no test ran' };
  if (status !== 0) return { ...count, failed: 1, note: `ended with status ${status} though every test passed` };
  return count;
}

/** @param {number} status @returns {Count} */
export function countCheck(status) {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {Count} count */
export function inWords({ passed, failed, skipped, note }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${note ? ` (${note})` : ''}`;
}
