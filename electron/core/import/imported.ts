import type { SectionKey } from '../calls/file-edits.ts';

/** A section of the config file as an import makes it. Never holds a secret or a command. */
export interface ImportedSection {
  readonly kind: 'profile' | 'sso-session';
  readonly name: string;
  readonly values: Readonly<Partial<Record<SectionKey, string>>>;
  /** A role that nothing in the source says who assumes: the person has to. */
  readonly needsSource: boolean;
}

/** What stays behind, and why. */
export interface LeftBehind {
  readonly what: string;
  readonly why: string;
}

/** What was read from a link or file of another tool. */
export interface Imported {
  /** In words: `AWS Extend Switch Roles`. */
  readonly from: string;
  readonly sections: readonly ImportedSection[];
  readonly left: readonly LeftBehind[];
}

/** What readers need to know of AWS's partitions. */
export interface ImportPartitions {
  /** The partition whose sign-in or console host this is; `undefined` for any other host. */
  ofHost(hostname: string): string | undefined;
  ofRegion(region: string): string | undefined;
}

/** Drops what is absent or empty. */
export function valuesOf(
  values: Partial<Record<SectionKey, string | undefined>>,
): Readonly<Partial<Record<SectionKey, string>>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}

export function iamRoleArn(partition: string, accountId: string, pathAndName: string): string {
  return `arn:${partition}:iam::${accountId}:role/${pathAndName.replace(/^\/+/, '')}`;
}

/** A name that all AWS tools read: what they do not know becomes a hyphen. */
export function readableName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^\w\-@+.%:/]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
