import { type Arn, parseArn } from '../arn.ts';
import { failure } from '../failure.ts';
import { plainName } from '../plain-name.ts';
import type { PartitionFacts, Partitions } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { type ResourcePage, resourcePages } from './resource-pages.ts';
import { startPage } from './start-pages.ts';

/** A page of the console as an ARN or a link names it, before it is known as whom it is opened. */
export interface ConsolePage {
  readonly partition: string;
  /** Whose page it is, where that is said. */
  readonly accountId?: string;
  /** The role that it was meant to be opened in. */
  readonly roleName?: string;
  /** The role is what was named, and no other will do. */
  readonly roleOnly?: boolean;
  readonly region?: string;
  /** Path, query and fragment on the console's host; the console's home without them. */
  readonly page?: string;
  /** In words, for a sentence: `the S3 bucket logs`. */
  readonly what: string;
}

/** Longer texts are no ARN. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Resource.html */
const LONGEST_ARN = 2048;

/**
 * The page of a resource, by its ARN. A kind of resource that is not in the table opens where its service starts. Fails
 * with `bad-input` for what is no ARN, and for a partition or region that AWS does not have.
 */
export function pageOfArn(text: string, partitions: Partitions): Result<ConsolePage> {
  const arn =
    text.length <= LONGEST_ARN && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) ? parseArn(text) : undefined;
  if (!arn || arn.resource === '' || !/^[a-z0-9-]{1,64}$/.test(arn.service)) return wrong('That is not a whole ARN.');
  const partition = partitions.byId(arn.partition);
  if (!partition) return wrong(`AWS has no partition "${plainName(arn.partition)}".`);
  if (arn.region !== '' && partitions.ofRegion(arn.region)?.id !== partition.id)
    return wrong(`"${plainName(arn.region)}" is no region of the partition ${partition.id}.`);
  const owner = /^\d{12}$/.test(arn.accountId) ? { accountId: arn.accountId } : {};
  const role = roleIn(arn);
  if (role && 'accountId' in owner) {
    const page = pageOf({ ...arn, service: 'iam', resource: `role/${role}` }, partition);
    return ok({ partition: partition.id, ...owner, roleName: role, ...page });
  }
  return ok({ partition: partition.id, ...owner, ...pageOf(arn, partition) });
}

/** Of a role or of a session in it. */
function roleIn({ service, resource }: Arn): string | undefined {
  const [type, ...path] = resource.split('/');
  if (service === 'iam' && type === 'role') return path.at(-1) || undefined;
  return service === 'sts' && type === 'assumed-role' ? path[0] || undefined : undefined;
}

function pageOf(arn: Arn, partition: PartitionFacts): Pick<ConsolePage, 'page' | 'what' | 'region'> {
  // What has no region is looked at in the partition's own; a bucket leads to its region by itself.
  const region = arn.region || (arn.service === 's3' ? undefined : partition.defaultRegion);
  const where = region === undefined ? {} : { region };
  for (const row of resourcePages) {
    const groups = row.service === arn.service ? row.resource.exec(arn.resource)?.groups : undefined;
    if (groups) return { ...where, page: filled(row, arn, partition, groups), what: inWords(row, groups) };
  }
  const start = startPage(arn.service);
  const query = arn.region === '' ? '' : `?region=${arn.region}`;
  return { ...where, page: `${start.path}${query}`, what: `the start page of ${start.name}` };
}

function inWords({ kind }: ResourcePage, { name = '', bucket }: Readonly<Record<string, string>>): string {
  return `the ${kind} ${plainName(bucket === undefined ? name : `${bucket}/${name}`)}`;
}

const encodings: Readonly<Record<string, (text: string) => string>> = {
  '': encodeURIComponent,
  ':open': (text) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/'),
  ':twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  ':logs': (text) => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$'),
};

function filled(
  row: ResourcePage,
  arn: Arn,
  { id, dnsSuffix }: PartitionFacts,
  groups: Readonly<Record<string, string>>,
): string {
  const whole = ['arn', id, arn.service, arn.region, arn.accountId, arn.resource].join(':');
  const values: Readonly<Record<string, string>> = {
    region: arn.region,
    account: arn.accountId,
    dnsSuffix,
    arn: whole,
    ...groups,
  };
  return row.page.replaceAll(/\{(\w+)(:\w+)?\}/g, (_, name: string, how: string = '') =>
    (encodings[how] ?? encodeURIComponent)(values[name] ?? ''),
  );
}

function wrong(message: string) {
  return failed(failure('bad-input', message, 'Copy the ARN again, from its "arn:" to its end.'));
}
