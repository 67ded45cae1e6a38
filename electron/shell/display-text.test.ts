import { describe, expect, it } from 'vitest';
import { plainName } from '../core/plain-name.ts';
import { escapeBody, menuName } from './display-text.ts';

describe('names of others', () => {
  it('keeps ordinary names', () => {
    expect(plainName('prod-öäü 日本 🚀')).toBe('prod-öäü 日本 🚀');
  });

  it('shows what would be invisible or reorder the text', () => {
    expect(plainName('a\nb\u202Ec\u2028d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  });

  it('keeps an ampersand an ampersand in a menu', () => {
    expect(menuName('r&d')).toBe('r&&d');
  });

  it('keeps a notification text where servers read markup', () => {
    expect(escapeBody('<b>&', 'linux')).toBe('&lt;b&gt;&amp;');
    expect(escapeBody('<b>&', 'darwin')).toBe('<b>&');
  });
});
