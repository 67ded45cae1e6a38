/** The distribution's Chromium, with its sandbox: a person's own browser, as far from the program's as theirs is. */
export const distributionsChromium = { executablePath: '/usr/bin/chromium', chromiumSandbox: true } as const;
