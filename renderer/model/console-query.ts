import { type ConsoleService, serviceCalled } from './console-services.ts';

/** "prod ec2": the console of EC2 in what "prod" finds; "ec2" alone finds all. */
export function splitService(query: string): { readonly rest: string; readonly service: ConsoleService } | undefined {
  const words = query.trim().split(/\s+/);
  const service = serviceCalled(words.at(-1) ?? '');
  return service && { rest: words.slice(0, -1).join(' '), service };
}
