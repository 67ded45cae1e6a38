/** An AWS partition: its own accounts, endpoints and consoles. */
export interface Partition {
  /** As it stands in ARNs: `aws`, `aws-cn`, … */
  readonly id: string;
  readonly regionPattern: RegExp;
  readonly dnsSuffix: string;
  /** Where requests go when nothing names a region. */
  readonly defaultRegion: string;
  /** Host of the sign-in federation endpoint; `{region}.` in front of it works, too. */
  readonly signInHost: string;
  /** Console host without the `{region}.` in front of it. */
  readonly consoleHost: string;
  /** What the hosts of Identity Center's access portals end with; none where no AWS page says it. */
  readonly portalHosts: readonly string[];
}

type Row = readonly [
  id: string,
  regionPattern: RegExp,
  dnsSuffix: string,
  defaultRegion: string,
  signInHost: string,
  consoleHost: string,
];

/**
 * Patterns, suffixes and default regions from botocore's `partitions.json`
 * (the default region of `aws-cn` and others is its `implicitGlobalRegion`);
 * sign-in hosts from the endpoint rules of AWS's own `signin` client. The
 * console hosts of aws-eusc and aws-iso* are reported only: no AWS page says them.
 */
const rows: readonly Row[] = [
  [
    'aws',
    /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    'amazonaws.com',
    'us-east-1',
    'signin.aws.amazon.com',
    'console.aws.amazon.com',
  ],
  ['aws-cn', /^cn-\w+-\d+$/, 'amazonaws.com.cn', 'cn-northwest-1', 'signin.amazonaws.cn', 'console.amazonaws.cn'],
  [
    'aws-us-gov',
    /^us-gov-\w+-\d+$/,
    'amazonaws.com',
    'us-gov-west-1',
    'signin.amazonaws-us-gov.com',
    'console.amazonaws-us-gov.com',
  ],
  [
    'aws-eusc',
    /^eusc-(de)-\w+-\d+$/,
    'amazonaws.eu',
    'eusc-de-east-1',
    'signin.amazonaws-eusc.eu',
    'console.amazonaws-eusc.eu',
  ],
  ['aws-iso', /^us-iso-\w+-\d+$/, 'c2s.ic.gov', 'us-iso-east-1', 'signin.c2shome.ic.gov', 'console.c2shome.ic.gov'],
  [
    'aws-iso-b',
    /^us-isob-\w+-\d+$/,
    'sc2s.sgov.gov',
    'us-isob-east-1',
    'signin.sc2shome.sgov.gov',
    'console.sc2shome.sgov.gov',
  ],
  [
    'aws-iso-e',
    /^eu-isoe-\w+-\d+$/,
    'cloud.adc-e.uk',
    'eu-isoe-west-1',
    'signin.csphome.adc-e.uk',
    'console.csphome.adc-e.uk',
  ],
  [
    'aws-iso-f',
    /^us-isof-\w+-\d+$/,
    'csp.hci.ic.gov',
    'us-isof-south-1',
    'signin.csphome.hci.ic.gov',
    'console.csphome.hci.ic.gov',
  ],
];

/**
 * What the start URLs of access portals end with.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/using-the-portal.html
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-sso.html
 */
const portalHosts: Readonly<Record<string, readonly string[]>> = {
  aws: ['awsapps.com', 'app.aws'],
  'aws-cn': ['awsapps.cn'],
  'aws-us-gov': ['us-gov-home.awsapps.com'],
};

/** All partitions AWS has. */
export const partitions: readonly Partition[] = rows.map(
  ([id, regionPattern, dnsSuffix, defaultRegion, signInHost, consoleHost]) => ({
    id,
    regionPattern,
    dnsSuffix,
    defaultRegion,
    signInHost,
    consoleHost,
    portalHosts: portalHosts[id] ?? [],
  }),
);

/** The partition with this id, as it stands in an ARN. */
export function partitionById(id: string): Partition | undefined {
  return partitions.find((partition) => partition.id === id);
}

/** The partition a region belongs to; `undefined` for a text that is no region of any. */
export function partitionOfRegion(region: string): Partition | undefined {
  return partitions.find((partition) => partition.regionPattern.test(region));
}

/** The regional endpoint of STS as AWS publishes it, for texts and checks: requests let the SDK resolve it. */
export function stsHost(region: string): string | undefined {
  const partition = partitionOfRegion(region);
  return partition && `sts.${region}.${partition.dnsSuffix}`;
}
