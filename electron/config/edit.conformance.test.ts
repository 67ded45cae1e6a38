import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byteText } from './bytes.ts';
import { setKey } from './edit.ts';
import { parseSyntax } from './parse-syntax.ts';
import { readSectionName } from './section-name.ts';

const folder = new URL('../../../shared/conformance/realworld/', import.meta.url);
const here = existsSync(folder);
const names = here ? readdirSync(folder).filter((name) => name.endsWith('.ini')) : [];

describe.skipIf(!here)('one key set in every section of files people really have', () => {
  it('has the 9 files', () => expect(names).toHaveLength(9));

  it.each(names)('%s: one line each, or a refusal that says why', (file) => {
    const text = byteText(readFileSync(new URL(file, folder)));
    const before = text.split('\n');
    let set = 0;
    for (const section of parseSyntax(text).sections) {
      const name = section.header === undefined ? undefined : readSectionName(section.header, 'config');
      if (!name || name.kind === 'ignored') continue;
      for (const key of new Set(['region', section.entries[0]?.key ?? 'region', 'rolecall_test'])) {
        const result = setKey(text, { file: 'config', kind: name.kind, name: name.name }, key, 'eu-test-1');
        if (!result.ok) {
          expect(['file-ambiguous', 'bad-input']).toContain(result.failure.kind);
          continue;
        }
        set += 1;
        const after = result.value.split('\n');
        let head = 0;
        while (head < before.length && before[head] === after[head]) head += 1;
        let tail = 0;
        while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
        // One line was replaced, or one added; a last line without a line break gets one.
        expect(before.length - head - tail).toBeLessThanOrEqual(1);
        expect(after.length - head - tail).toBeLessThanOrEqual(2);
      }
    }
    expect(set).toBeGreaterThan(0);
  });
});
