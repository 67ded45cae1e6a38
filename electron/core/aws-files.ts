/** A section's keys and values as the SDKs read them. A nested block (`s3 =` and indented lines) is a record of its own. */
export type SectionValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Something wrong in one of the files. One bad section never hides the others. */
export interface FileProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
  /** The file as a whole could not be read, so nothing can be said about what is in it. */
  readonly unreadable?: boolean;
}

/**
 * What `~/.aws/config` and `~/.aws/credentials` say, merged as the SDKs merge
 * them. Static keys in clear appear here as they stand in the file, so this
 * never leaves the main process.
 */
export interface AwsFilesContent {
  readonly profiles: ReadonlyMap<string, SectionValues>;
  readonly ssoSessions: ReadonlyMap<string, SectionValues>;
  readonly services: ReadonlyMap<string, SectionValues>;
  readonly problems: readonly FileProblem[];
}
