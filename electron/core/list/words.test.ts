import { describe, expect, it } from 'vitest';
import { abbreviation, withCapitals } from './words.ts';

describe('withCapitals', () => {
  it.each([
    ['prod-payments/admin', 'Prod-Payments/Admin'],
    ['ReadOnlyAccess', 'ReadOnlyAccess'],
    ['poweruser', 'PowerUser'],
    ['AWSAdmin', 'Awsadmin'],
    ['a--b_c', 'A--B_C'],
    ['ünder-être', 'Ünder-Être'],
    ['本番-管理', '本番-管理'],
  ])('%s', (text, expected) => expect(withCapitals(text)).toBe(expected));
});

describe('abbreviation', () => {
  const found = (term: string, text: string) => {
    const { next, any } = abbreviation(term);
    const marked = withCapitals(text);
    return next.test(marked) ? 'next' : any.test(marked) ? 'any' : 'no';
  };

  it.each([
    ['ppa', 'prod-payments/admin', 'next'],
    ['prpay', 'prod-payments/admin', 'next'],
    ['prad', 'prod-payments/admin', 'any'],
    ['ro', 'prod-payments/ReadOnly', 'next'],
    ['ro', 'readonly', 'next'],
    ['ro', 'prod', 'no'],
    ['ap', 'prod-payments/admin', 'no'],
    ['prodx', 'prod-payments', 'no'],
    ['aab', 'aa-ab', 'next'],
    ['(.*', 'prod', 'no'],
    ['p-p', 'prod-payments', 'next'],
  ])('%s of %s: %s', (term, text, expected) => expect(found(term, text)).toBe(expected));
});
