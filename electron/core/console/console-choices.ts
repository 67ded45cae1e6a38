import type { CatalogStore } from '../catalog.ts';
import type { CallInput, ConsoleChoices } from '../contract.ts';
import type { Partitions, SettingsStore } from '../ports.ts';
import type { Result } from '../result.ts';
import { partitionOfRow } from './partition-of-row.ts';

const SERVICES_KEPT = 12;

/** What a person chooses a console from: services and regions, those first that are used or wanted first. */
export function createConsoleChoices(parts: {
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
  readonly partitions: Partitions;
}) {
  const { settings, catalog, partitions } = parts;

  /** Without a partition that the files tell, those of all. */
  function regionsFor(partition: string | undefined, last: string | undefined): ConsoleChoices['regions'] {
    const isOurs = (code: string) => {
      const theirs = partitions.ofRegion(code)?.id;
      return theirs !== undefined && (partition === undefined || theirs === partition);
    };
    const named = new Set(catalog.view().rows.flatMap(({ region }) => (region && isOurs(region) ? [region] : [])));
    const favourites = settings.get().favourites.region.filter(isOurs);
    const known = new Map(partitions.regions(partition).map(({ code, name }) => [code, name]));
    const codes = [...favourites, ...[...named].sort(), ...known.keys(), ...(last && isOurs(last) ? [last] : [])];
    return [...new Set(codes)].map((code) => {
      const name = known.get(code);
      return {
        code,
        ...(name !== undefined && { name }),
        favourite: favourites.includes(code),
        named: named.has(code),
      };
    });
  }

  return {
    list({ profile }: CallInput<'consoleChoices'>): ConsoleChoices {
      const { services, favourites, consoles } = settings.get();
      const row = catalog.view().rows.find(({ name }) => name === profile);
      const partition = row && partitionOfRow(row, { content: catalog.content(), partitions });
      const last = Object.hasOwn(consoles, profile) ? consoles[profile] : undefined;
      const regions = regionsFor(partition, last?.region);
      // The profile may lead into another partition by now.
      const gone = last?.region !== undefined && !regions.some(({ code }) => code === last.region);
      return {
        recentServices: services,
        favouriteServices: favourites.service,
        regions,
        last: {
          ...(last?.service && { service: last.service }),
          ...(!gone && last?.region && { region: last.region }),
        },
      };
    },

    /** The newest favourite is the last of them. */
    favour({ kind, id, favourite }: CallInput<'favourConsole'>): Promise<Result<void>> {
      return settings.update((all) => {
        const others = all.favourites[kind].filter((each) => each !== id);
        return { ...all, favourites: { ...all.favourites, [kind]: favourite ? [...others, id] : others } };
      });
    },

    /** A choice that could not be kept is no reason to fail: it is offered less early the next time. */
    async remember({ profile, service, region, keep }: CallInput<'openConsole'>): Promise<void> {
      if (service === undefined && !keep) return;
      await settings.update((all) => {
        const recent =
          service === undefined ? all.services : [service, ...all.services.filter((one) => one !== service)];
        const { [profile]: _last, ...others } = all.consoles;
        const chosen = { ...(service && { service }), ...(region && { region }) };
        return {
          ...all,
          services: recent.slice(0, SERVICES_KEPT),
          ...(keep && { consoles: { ...others, [profile]: chosen } }),
        };
      });
    },
  };
}
