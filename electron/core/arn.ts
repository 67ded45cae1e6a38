/** The parts of an ARN. The partition is AWS's (`aws`, `aws-cn`, …): never assume one. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

/**
 * Splits an ARN into its parts; `undefined` when it is not one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, accountId, ...resource] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || region === undefined || accountId === undefined) return undefined;
  if (resource.length === 0) return undefined;
  return { partition, service, region, accountId, resource: resource.join(':') };
}

/** Account and role name (without its path) of a role ARN, or of the assumed role's session ARN. */
export function parseRoleArn(text: string): { partition: string; accountId: string; roleName: string } | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const [type, ...path] = arn.resource.split('/');
  const roleName = type === 'role' ? path.at(-1) : type === 'assumed-role' ? path[0] : undefined;
  return roleName ? { partition: arn.partition, accountId: arn.accountId, roleName } : undefined;
}
