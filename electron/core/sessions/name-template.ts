/** What a template for a session name can hold. */
export interface NameFacts {
  readonly user: string;
  readonly host: string;
  readonly profile: string;
  /** What the person is working on; asked for when a template names it. */
  readonly ticket?: string | undefined;
}

const placeholder = /\{(\w*)\}/g;
const known: ReadonlySet<string> = new Set(['user', 'host', 'profile', 'ticket'] satisfies (keyof NameFacts)[]);

/** AWS's alphabet for session names and source identities. */
const foreign = /[^A-Za-z0-9_+=,.@-]/g;
const LONGEST = 64;
const SHORTEST = 2;

export const isTemplate = (text: string): boolean => text.search(placeholder) >= 0;
export const namesTicket = (text: string | undefined): boolean => text?.includes('{ticket}') ?? false;

/** The first placeholder that means nothing, without its braces. */
export function unknownPlaceholder(text: string): string | undefined {
  for (const [, name = ''] of text.matchAll(placeholder)) if (!known.has(name)) return name;
  return undefined;
}

/** Puts the facts in; one that is missing leaves nothing. */
export function fillTemplate(text: string, facts: NameFacts): string {
  return text.replaceAll(placeholder, (_, name: keyof NameFacts) => facts[name] ?? '');
}

/**
 * A name in AWS's alphabet and length, who at a glance in CloudTrail: what does
 * not fit becomes `-`, and what is too long loses its end.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function sessionName(template: string, facts: NameFacts): string {
  return fillTemplate(template, facts).replaceAll(foreign, '-').slice(0, LONGEST).padEnd(SHORTEST, '-');
}
