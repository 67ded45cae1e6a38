import { describe, expect, it, vi } from 'vitest';
import { createBrowser } from './browser.ts';

describe('the browser', () => {
  it('opens what is allowed', async () => {
    const openExternal = vi.fn(async () => {});
    const browser = createBrowser({ openExternal, isAllowed: () => true });
    expect(await browser.open('https://signin.aws.amazon.com/federation')).toEqual({ ok: true, value: undefined });
    expect(openExternal).toHaveBeenCalledWith('https://signin.aws.amazon.com/federation');
  });

  it('opens nothing else, and does not repeat it', async () => {
    const openExternal = vi.fn(async () => {});
    const result = await createBrowser({ openExternal, isAllowed: () => false }).open('https://canary.example/');
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('keeps the link out of the message when the browser cannot be started', async () => {
    const openExternal = () => Promise.reject(new Error('failed to open https://canary.example/'));
    const result = await createBrowser({ openExternal, isAllowed: () => true }).open('https://canary.example/');
    expect(result).toMatchObject({ failure: { kind: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('canary');
  });
});
