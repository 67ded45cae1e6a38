import * as v from 'valibot';

/** Browsers that can be told which of their profiles to open a link in. */
export const browserIds = ['chrome', 'chromium', 'edge', 'brave', 'vivaldi', 'firefox'] as const;
export type BrowserId = (typeof browserIds)[number];

/**
 * Extensions of Firefox that open a link in a container, by the scheme that they take: "Open external links in a
 * container", and "Granted Containers".
 * @see https://github.com/honsiorovskyi/open-url-in-container
 * @see https://github.com/common-fate/granted-containers
 */
export const containerSchemes = ['ext+container', 'ext+granted-containers'] as const;

/** Where the consoles of a profile open. */
export const BrowserChoiceSchema = v.object({
  browser: v.picklist(browserIds),
  /** As the browser names it: Chromium's folder, Firefox's name. Without one the browser chooses. */
  profile: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  /** In a container of Firefox, by this extension's scheme; it is called what the Rolecall profile is called. */
  container: v.optional(v.picklist(containerSchemes)),
});
export type BrowserChoice = v.InferOutput<typeof BrowserChoiceSchema>;

/** A browser that was found on this computer. */
export const InstalledBrowserSchema = v.object({
  browser: v.picklist(browserIds),
  /** As people know it. */
  name: v.string(),
  profiles: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type InstalledBrowser = v.InferOutput<typeof InstalledBrowserSchema>;
