import { describe, expect, it } from 'vitest';
import { splitService } from './console-query.ts';
import { consoleServices, findServices } from './console-services.ts';

describe('the services of the console', () => {
  it('have path names that the contract takes, each once, and no name twice', () => {
    const names = consoleServices.flatMap(({ path, name, also = [] }) => [
      ...new Set([path, name.toLowerCase(), ...also]),
    ]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { path } of consoleServices) expect(path).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  it('are found by what people call them, recent ones first', () => {
    expect(findServices('', { recent: ['rds'] })[0]?.path).toBe('rds');
    expect(findServices('dns', {})[0]?.path).toBe('route53');
    expect(
      findServices('e', { recent: ['eks'] })
        .slice(0, 2)
        .map(({ path }) => path),
    ).toEqual(['eks', 'ec2']);
    expect(findServices('ecs', { favourites: ['ecr'] })[0]?.path).toBe('ecs');
    expect(findServices('no such thing', {})).toEqual([]);
  });

  it('may stand at the end of a search', () => {
    expect(splitService('prod ec2')).toMatchObject({ rest: 'prod', service: { path: 'ec2' } });
    expect(splitService('acme prod dynamodb ')).toMatchObject({ rest: 'acme prod', service: { path: 'dynamodbv2' } });
    expect(splitService('ec2')).toMatchObject({ rest: '', service: { path: 'ec2' } });
    expect(splitService('prod admin')).toBeUndefined();
  });
});
