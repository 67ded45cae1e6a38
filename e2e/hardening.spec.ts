import type { Page } from 'playwright';
import { calls, type Door } from '../electron/core/contract.ts';
import { isAtOnce } from '../electron/shell/doors.ts';
import { type Bridge, openAccessKeyWindow } from './harness/bridge.ts';
import { startLure } from './harness/lure.ts';
import type { Program, WindowName } from './harness/program.ts';
import { expect, test } from './harness/test.ts';

/** Written out once more, so that the program's own line cannot be weakened unseen. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const names: readonly WindowName[] = ['popover', 'mfa', 'access-key', 'mfa-device', 'settings'];

async function openAll(rolecall: Program): Promise<Readonly<Record<WindowName, Page>>> {
  const popover = await rolecall.window('popover');
  await openAccessKeyWindow(popover);
  await popover.evaluate(() => (window as unknown as { rolecall: Bridge }).rolecall.showSettings?.({}));
  await rolecall.cli(['mfa', 'enrol', 'bob', '--window']);
  await (await rolecall.tray()).press('developer');
  return {
    popover,
    mfa: await rolecall.window('mfa'),
    'access-key': await rolecall.window('access-key'),
    'mfa-device': await rolecall.window('mfa-device'),
    settings: await rolecall.window('settings'),
  };
}

/** A call of each door that changes nothing. */
const harmless = {
  popover: 'overview',
  mfa: 'currentQuestion',
  'access-key': 'accessKeyTarget',
  'mfa-device': 'mfaDeviceTarget',
  settings: 'settingsTarget',
} as const;

/** What a window's own session answers, asked from main as no page can. */
const served = (rolecall: Program, name: WindowName, url: string) =>
  rolecall.app.evaluate(
    async ({ BrowserWindow }, asked) => {
      const contents = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
      const { session } = contents.find((each) => each.getURL().endsWith(`/${asked.name}.html`)) ?? {};
      const answer = await session?.fetch(asked.url);
      return { status: answer?.status, policy: answer?.headers.get('content-security-policy') };
    },
    { name, url },
  );

/** How many pages there are, of whatever kind. */
const pageCount = (rolecall: Program) =>
  rolecall.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

/** The names a door allows, read from the contract here and from the bridge in the page. */
const allowed = (door: Door) =>
  Object.entries(calls)
    .filter(([, { doors }]) => (doors as readonly Door[]).includes(door))
    .map(([name]) => name);

test('every window is locked down, and its page can go nowhere', async ({ program }) => {
  // A camera that Chromium plays itself: without one, asking for it would fail for want of a camera.
  const rolecall = await program({ keys: ['ada'], args: ['--use-fake-device-for-media-stream'] });
  const pages = await openAll(rolecall);
  const lure = await startLure();

  await test.step('main can reach the lure, so a page that cannot is kept from it', async () => {
    expect(await served(rolecall, 'popover', `${lure.url}control`)).toMatchObject({ status: 200 });
    expect(lure.visits()).toEqual(['/control']);
  });

  await test.step('preferences', async () => {
    const preferences = await rolecall.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const all = (
          webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences();
        const partitioned = webContents.session.isPersistent() ? 'on disk' : 'in memory';
        return { ...all, partitioned, url: webContents.getURL() };
      }),
    );
    expect(preferences.map(({ url }) => url).sort()).toEqual(names.map((name) => `app://rolecall/${name}.html`).sort());
    for (const window of preferences) {
      expect(window).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        experimentalFeatures: false,
        allowRunningInsecureContent: false,
        partitioned: 'in memory',
      });
      // Electron leaves it out where it is off.
      expect(window).not.toHaveProperty('nodeIntegrationInWorker', true);
    }
  });

  for (const name of names) {
    await test.step(`the page ${name}`, async () => {
      const page = pages[name];
      const url = `app://rolecall/${name}.html`;

      const seen = await page.evaluate(() => {
        const globals = window as unknown as Record<string, unknown>;
        const ofNode = ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron'];
        // A frame's own window is what Chromium gives; the bridge is all that comes on top of it.
        const frame = document.body.appendChild(document.createElement('iframe'));
        const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        frame.remove();
        return {
          added: Object.getOwnPropertyNames(window).filter((global) => !plain.has(global)),
          node: ofNode.filter((global) => global in globals),
          bridge: Object.keys(globals.rolecall as object).filter((call) => call !== 'on' && call !== 'now'),
          now: Object.keys((globals.rolecall as { now: object }).now),
        };
      });
      const bridge = allowed(name);
      expect(seen).toEqual({ added: ['rolecall'], node: [], bridge, now: bridge.filter(isAtOnce) });

      expect(await served(rolecall, name, url)).toEqual({ status: 200, policy });
      for (const other of [
        'app://rolecall/',
        'app://rolecall/nothing.html',
        'app://rolecall/../main.js',
        'app://rolecall/%2e%2e/main.js',
        'app://rolecall/..%2fmain.js',
        'app://rolecall//etc/passwd',
        `app://rolecall/${name}.js.map`,
        `app://elsewhere/${name}.html`,
      ]) {
        expect(await served(rolecall, name, other), other).toMatchObject({ status: 404 });
      }

      const tried = await page.evaluate(async (lureUrl) => {
        const broken: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          broken.push(effectiveDirective),
        );
        const add = <T extends HTMLElement>(element: T, properties: Partial<T>) => {
          Object.assign(element, properties);
          document.body.append(element);
          return element;
        };
        const refused = (element: HTMLElement) =>
          new Promise((resolve) => {
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
          });
        const outcome = (work: Promise<unknown>) =>
          work.then(
            () => 'granted',
            (problem: Error) => problem.name,
          );
        const evaluated = (run: () => unknown) => {
          try {
            return run();
          } catch (problem) {
            return (problem as Error).name;
          }
        };

        add(document.createElement('script'), { textContent: 'window.injected = true' });
        const handled = add(document.createElement('button'), {});
        handled.setAttribute('onclick', 'window.injected = true');
        handled.click();
        const image = document.createElement('img');
        const script = document.createElement('script');
        const remote = Promise.all([image, script].map(refused));
        add(image, { src: `${lureUrl}x.png` });
        add(script, { src: `${lureUrl}x.js` });
        // Whatever these would load comes before the answers that are waited for below, or is a visit.
        const leftovers = [
          add(document.createElement('iframe'), { src: `${lureUrl}frame` }),
          add(document.createElement('object'), { data: `${lureUrl}object` }),
          add(document.createElement('webview'), { src: `${lureUrl}webview` } as Partial<HTMLElement>),
        ];
        const form = add(document.createElement('form'), { action: `${lureUrl}form`, method: 'post' });
        form.submit();
        navigator.sendBeacon(`${lureUrl}beacon`, 'x');
        const socket = new WebSocket(`${lureUrl.replace('http', 'ws')}socket`);
        const socketState = await new Promise((resolve) => {
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        });
        const result = {
          remote: await remote,
          socketState,
          remoteFetch: await outcome(fetch(`${lureUrl}fetch`)),
          httpsFetch: await outcome(fetch('https://example.com/')),
          fileFetch: await outcome(fetch('file:///etc/passwd')),
          // biome-ignore lint/security/noGlobalEval: to see it refused.
          eval: evaluated(() => globalThis.eval('1 + 1')),
          newFunction: evaluated(() => new Function('return 2')()),
          opened: window.open(`${lureUrl}opened`),
          openedSelf: window.open(location.href),
          notifications: await Notification.requestPermission(),
          camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
          screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
          clipboard: await outcome(navigator.clipboard.readText()),
          position: await new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('granted'),
              ({ code }) => resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : code),
            );
          }),
          injected: 'injected' in window || 'lured' in window,
        };
        for (const element of [...leftovers, form, image, script, handled]) element.remove();
        return { ...result, broken: [...new Set(broken)].sort() };
      }, lure.url);
      expect(tried).toEqual({
        remote: ['refused', 'refused'],
        socketState: 'refused',
        remoteFetch: 'TypeError',
        httpsFetch: 'TypeError',
        fileFetch: 'TypeError',
        eval: 'EvalError',
        newFunction: 'EvalError',
        opened: null,
        openedSelf: null,
        notifications: 'denied',
        camera: 'NotAllowedError',
        screen: 'NotAllowedError',
        clipboard: 'NotAllowedError',
        position: 'denied',
        injected: false,
        broken: [
          'connect-src',
          'form-action',
          'frame-src',
          'img-src',
          'object-src',
          'script-src',
          'script-src-attr',
          'script-src-elem',
        ],
      });

      for (const target of [lure.url, 'file:///etc/passwd', 'app://rolecall/popover.html?x']) {
        await page.evaluate((to) => {
          location.href = to;
        }, target);
        // Main has refused the navigation before it answers this call, which came after it.
        await page.evaluate((call) => (window as unknown as { rolecall: Bridge }).rolecall[call]?.({}), harmless[name]);
        expect(page.url()).toBe(url);
      }
      expect(await pageCount(rolecall), 'no window and no <webview>').toBe(names.length);
      expect(lure.visits()).toEqual(['/control']);

      // The one place where Chromium goes without asking. It is empty, and no call from there counts.
      await page.evaluate(() => {
        location.href = 'about:blank';
      });
      await page.waitForURL('about:blank');
      const answer = await page.evaluate(async (call) => {
        const { rolecall } = window as unknown as { rolecall?: Bridge };
        return rolecall?.[call]?.({}) ?? { ok: false };
      }, harmless[name]);
      expect(answer).toMatchObject({ ok: false });
    });
  }
  expect(rolecall.browser.opened()).toEqual([]);
  expect(lure.visits()).toEqual(['/control']);
  await lure.close();
});

test('a call counts only from the main frame of the window whose door allows it', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const pages = await openAll(rolecall);

  await test.step('a frame inside a page has no bridge', async () => {
    const inFrame = await pages.popover.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const bridge = typeof (frame.contentWindow as unknown as { rolecall?: unknown }).rolecall;
      frame.remove();
      return bridge;
    });
    expect(inFrame).toBe('undefined');
  });

  /** Sends a message as Electron would hand it over, from any window and frame: the way past the bridge. */
  const forge = (
    door: WindowName,
    name: string,
    frame: { url?: string; parent?: object | null },
    { now = false, input = {} } = {},
  ) =>
    rolecall.app.evaluate(
      async ({ BrowserWindow, ipcMain }, message) => {
        const sender = BrowserWindow.getAllWindows()
          .map(({ webContents }) => webContents)
          .find((contents) => contents.getURL().endsWith(`/${message.door}.html`));
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...words: unknown[]) => unknown> })
          ._invokeHandlers;
        const senderFrame = { url: sender?.getURL(), parent: null, ...message.frame };
        const event = { sender, senderFrame, returnValue: undefined as unknown };
        const answer = message.now
          ? await ipcMain.listeners('rolecall:now')[0]?.(event, message.name, message.input)
          : await handlers.get('rolecall:call')?.(event, message.name, message.input);
        return (message.now ? event.returnValue : answer) as { ok: boolean; failure?: { kind: string } };
      },
      { door, name, frame, now, input },
    );

  await test.step('the forged way works at all', async () => {
    expect(await forge('popover', 'overview', {})).toMatchObject({ ok: true });
    const input = { query: '', from: 0, count: 1 };
    expect(await forge('popover', 'listProfiles', {}, { now: true, input })).toMatchObject({ ok: true });
  });
  for (const name of Object.keys(calls)) {
    await test.step(name, async () => {
      for (const frame of [
        { parent: {} },
        { url: 'https://example.com/' },
        { url: 'app://elsewhere/popover.html' },
        { url: 'file:///popover.html' },
        { url: 'app://rolecall@evil/popover.html' },
      ]) {
        for (const now of [false, true])
          expect(await forge('popover', name, frame, { now }), JSON.stringify(frame)).toMatchObject({ ok: false });
      }
      if (!isAtOnce(name)) expect(await forge('popover', name, {}, { now: true })).toMatchObject({ ok: false });
      for (const door of names.filter((candidate) => !allowed(candidate).includes(name))) {
        expect(await forge(door, name, {}), door).toMatchObject({ ok: false });
      }
    });
  }
  expect(rolecall.isOpen('mfa')).toBe(true);
});
