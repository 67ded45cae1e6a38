import { isTest } from './rules.mjs';

/** The one file that may spell out what differs between AWS's partitions. */
const home = 'electron/aws/partitions.ts';

/**
 * An ARN whose partition is taken for granted, and a domain of AWS: wrong in
 * seven of the eight partitions. Links to documentation are where they are.
 */
const literal = /\barn:aws[a-z-]*:|(?<!docs\.)\b(?:amazonaws\.|aws\.amazon\.com)/;

/** What is shipped. Tests and fakes, and the local AWS of `e2e`, speak of partitions they chose. */
const shipped = /^(electron|renderer)\//;

/**
 * A line for each place where a shipped file takes a partition for granted.
 *
 * @param {string} file below the project's folder, with `/` @param {string} source @returns {string[]}
 */
export function partitionLiterals(file, source) {
  if (!shipped.test(file) || isTest(file) || file === home) return [];
  return source.split('\n').flatMap((line, at) => {
    const found = literal.exec(line);
    return found ? [`${file}:${at + 1}: only ${home} may say "${found[0]}"`] : [];
  });
}
