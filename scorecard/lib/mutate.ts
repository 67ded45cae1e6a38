import type { Random } from './random.ts';

const tokens = ['[', ']', '=', '#', ';', '\r', '\n', '\r\n', ' ', '\t', '\0', '\xff', '\xc3\xa0', '"', '\xef\xbb\xbf'];
const lines = [
  '[default]',
  '[profile a]',
  '[profile',
  'region = x',
  ' = ',
  '  deep = 1',
  '[sso-session s]',
  's3 =',
  'x',
];

/** Damages a file as editors, merges, tools and disks do. */
export function mutate(text: string, random: Random): string {
  let changed = text;
  for (let times = 1 + random.below(8); times > 0; times -= 1) {
    const at = random.below(changed.length + 1);
    const to = Math.min(changed.length, at + random.below(30));
    const all = changed.split('\n');
    const line = random.below(all.length);
    switch (random.below(7)) {
      case 0:
        changed = changed.slice(0, at) + random.pick(tokens) + changed.slice(at);
        break;
      case 1:
        changed = changed.slice(0, at) + changed.slice(to);
        break;
      case 2:
        changed = changed.slice(0, at) + String.fromCharCode(random.below(256)) + changed.slice(at + 1);
        break;
      case 3:
        all.splice(line, 0, random.pick(lines));
        changed = all.join('\n');
        break;
      case 4:
        all.splice(line, 0, all[random.below(all.length)] ?? '');
        changed = all.join('\n');
        break;
      case 5:
        changed = changed.slice(0, to) + changed.slice(at);
        break;
      default:
        changed = random.chance(0.5) ? changed.slice(0, at) : all.join('\r\n');
    }
  }
  return changed;
}
