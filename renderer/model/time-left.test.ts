import { describe, expect, it } from 'vitest';
import { lengthText, minutesOrHours, spokenTimeLeft, timeAgo, timeLeft } from './time-left.ts';

const MINUTE = 60_000;

describe('timeLeft', () => {
  it.each([
    [0, '0:00'],
    [-5000, '0:00'],
    [1, '0:01'],
    [9000, '0:09'],
    [4 * MINUTE + 9000, '4:09'],
    [60 * MINUTE - 1, '1h 00m'],
    [60 * MINUTE - 1000, '59:59'],
    [12 * 60 * MINUTE, '12h 00m'],
  ])('%d ms reads %s', (leftMs, shown) => expect(timeLeft(leftMs)).toBe(shown));
});

describe('spokenTimeLeft', () => {
  it.each([
    [59_999, 'less than a minute left'],
    [MINUTE, '1 minute left'],
    [42 * MINUTE + 59_000, '42 minutes left'],
    [60 * MINUTE, '1 hour left'],
    [125 * MINUTE, '2 hours 5 minutes left'],
  ])('%d ms is said "%s"', (leftMs, said) => expect(spokenTimeLeft(leftMs)).toBe(said));
});

describe('timeAgo', () => {
  it.each([
    [0, 'just now'],
    [3 * MINUTE, '3 min ago'],
    [130 * MINUTE, '2 h ago'],
    [4 * 24 * 60 * MINUTE, '4 days ago'],
  ])('%d ms reads %s', (agoMs, shown) => expect(timeAgo(agoMs)).toBe(shown));
});

describe('a length of time in a sentence', () => {
  it.each([
    [60_000, '1 minute'],
    [7 * 60_000 + 20_000, '7 minutes'],
    [3 * 3_600_000, '3 hours'],
    [72 * 3_600_000, '3 days'],
  ])('%d ms', (ms, words) => {
    expect(minutesOrHours(ms)).toBe(words);
  });
});

it.each([
  [28_800, '8 h'],
  [5400, '1 h 30 min'],
  [2700, '45 min'],
])('a length of %i s is %s', (seconds, words) => expect(lengthText(seconds)).toBe(words));
