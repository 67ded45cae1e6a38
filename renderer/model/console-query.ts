import { type ConsoleService, serviceCalled } from './console-services.ts';

/** "prod ec2": the console of EC2 in what "prod" finds. A word alone is a name, never a service. */
export function splitService(query: string): { readonly rest: string; readonly service: ConsoleService } | undefined {
  const match = /^(.*\S)\s+(\S+)\s*$/.exec(query);
  const service = match?.[2] === undefined ? undefined : serviceCalled(match[2]);
  return service && match?.[1] !== undefined ? { rest: match[1], service } : undefined;
}
