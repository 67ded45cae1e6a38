import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../edit-find.ts';
import { putLines } from './put-lines.ts';
import { takeLines } from './take-lines.ts';

const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const at: Target = { file: 'credentials', kind: 'profile', name: 'dev' };
const id = `aws_access_key_id = ${key.accessKeyId}`;
const secret = `aws_secret_access_key=${key.secretAccessKey}`;

function taken(text: string, target = at) {
  const out = takeLines(text, target);
  if (!out.ok) throw new Error(out.failure.message);
  if (!out.value) throw new Error('no key was found');
  return out.value;
}
function back(text: string, chunks: ReturnType<typeof taken>['chunks'], by = key) {
  const put = putLines(text, at, chunks, by);
  return put.ok ? put.value : put.failure;
}

describe('a key in clear', () => {
  it.each([
    ['the usual form', `[dev]\n${id}\n${secret}\n[b]\nregion = x\n`, '[dev]\n[b]\nregion = x\n'],
    ['no last line break', `[dev]\nregion = x\n${id}\n${secret}`, '[dev]\nregion = x'],
    ['nothing else in the section', `[dev]\r\n${id}\r\n${secret}`, '[dev]'],
    ['lines apart', `[dev]\n# a\n${secret}\n\nregion = x\n${id}\n# b\n`, '[dev]\n# a\n\nregion = x\n# b\n'],
    ['equal lines before it', `[dev]\n#\n#\n${id}\n#\n${secret}\n#\n`, '[dev]\n#\n#\n#\n#\n'],
    ['apart, and the last line open', `[dev]\n${id}\nregion = x\n${secret}`, '[dev]\nregion = x'],
    [
      'bytes that are no UTF-8',
      `[dev]\n# \xff\xfe\n  ${id} # mine\n  ${secret}\n  x = \xe4\n`,
      '[dev]\n# \xff\xfe\n  x = \xe4\n',
    ],
  ])('goes with its lines and comes back to the byte: %s', (_, text, without) => {
    const out = taken(text);
    expect(out.after).toBe(without);
    expect(out.key).toEqual(key);
    expect(JSON.stringify(out.chunks)).not.toContain(key.secretAccessKey);
    expect(back(out.after, out.chunks)).toBe(text);
  });

  it('comes back to the byte whatever stands around it', () => {
    const lines = fc.array(fc.constantFrom('region = x', '# note', '', '; c', 'output=json', '\t# t', 'a = b # c'), {
      maxLength: 5,
    });
    const unique = (all: string[]) => all.filter((line, i) => !line.includes('=') || all.indexOf(line) === i);
    fc.assert(
      fc.property(
        lines,
        lines,
        lines,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        (a, b, c, eol, closed, swap) => {
          const [first, second] = swap ? [secret, id] : [id, secret];
          const body = unique([...a, first, ...b, second, ...c]);
          const text = ['[x]', 'region = y', '[dev]', ...body].join(eol) + (closed ? `${eol}[z]${eol}k = v${eol}` : '');
          const out = taken(text);
          expect(back(out.after, out.chunks)).toBe(text);
        },
      ),
    );
  });

  it('comes back as it now is, into what others changed', () => {
    const out = taken(`[dev]\n${id}\n${secret}\nregion = x\n`);
    const now = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'rotated' };
    expect(back('# theirs\n[dev]\nregion = y\n[b]\n', out.chunks, now)).toBe(
      '# theirs\n[dev]\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key=rotated\nregion = y\n[b]\n',
    );
    const behind = taken(`[dev]\nregion = x\n${id}\n${secret}\n`);
    expect(back('[dev]\nregion = y', behind.chunks)).toBe(
      `[dev]\nregion = y\n${id}\naws_secret_access_key = ${key.secretAccessKey}`,
    );
    expect(back('[b]\n', behind.chunks)).toBe(`[b]\n[dev]\n${id}\naws_secret_access_key = ${key.secretAccessKey}\n`);
    const same = `[dev]\n${id}\n${secret}\n`;
    expect(back(same, behind.chunks)).toBe(same);
    expect(back(same, behind.chunks, now)).toMatchObject({
      kind: 'file-ambiguous',
      message: expect.stringContaining('line 2'),
    });
  });
});

describe('what is no long-term key beyond doubt', () => {
  it.each([
    ['not-supported', `[dev]\n${id}\n${secret}\naws_session_token = t\n`, 'line 4'],
    ['not-supported', `[dev]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\n${secret}\n`, 'line 2'],
    ['key-missing', `[dev]\n${secret}\n`, 'line 2'],
    ['file-ambiguous', `[dev]\n${id}\n[dev]\n${secret}\n`, 'lines 1 and 3'],
    ['file-ambiguous', `[dev]\n${id}\n${id}\n${secret}\n`, 'lines 2 and 3'],
    ['file-ambiguous', `[dev]\n${id}\n${secret}\n  region = x\n`, 'line 3'],
  ])('is refused as %s, with its lines and without its secret: %j', (kind, text, lines) => {
    const out = takeLines(text, at);
    expect(out).toMatchObject({ failure: { kind, message: expect.stringContaining(lines) } });
    expect(JSON.stringify(out)).not.toContain(key.secretAccessKey);
  });

  it('is no concern where there is none', () => {
    expect(takeLines('[b]\n', at)).toEqual({ ok: true, value: undefined });
    expect(takeLines('[dev]\nregion = x\n', at)).toEqual({ ok: true, value: undefined });
  });
});
