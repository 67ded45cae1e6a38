import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsOf, rulesOf } from './document.ts';
import { errorRows } from './errors.ts';
import { ruleRows } from './sts-rules.ts';

const file = new URL('../../../shared/AWS-RULES.md', import.meta.url);

/** A rule nobody tests is a rule nobody keeps: a row or sentence that is added to the document needs one here. */
describe.skipIf(!existsSync(file))('the end-to-end tables cover AWS-RULES.md', () => {
  const document = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const errors = errorsOf(document);
  const rules = rulesOf(document);

  it.each(errors)('error: %s', (error) => {
    expect(errorRows.map(({ about }) => about)).toContain(error);
  });

  it.each(rules)('rule: %s', (rule) => {
    expect(ruleRows.filter(({ about }) => rule.startsWith(about))).not.toEqual([]);
  });

  it('and every row is about something in it', () => {
    expect(errors.length).toBeGreaterThan(10);
    expect(rules.length).toBeGreaterThan(20);
    expect(errorRows.filter(({ about }) => !errors.includes(about))).toEqual([]);
    expect(ruleRows.filter(({ about }) => !rules.some((rule) => rule.startsWith(about)))).toEqual([]);
  });

  it('each with a profile of its own', () => {
    const ids = [...errorRows, ...ruleRows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
