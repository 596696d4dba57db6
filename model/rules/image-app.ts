import type { ClusterDefinition } from '../definition/cluster-definition';
import { apiApp, toolsApp, workerApp } from '../resolve/app-names';

/**
 * Application whose image a person or a pipeline names: a domain (`auth`), a worker (`storage`) or the application itself
 * (`auth-api`, `platform-tools`); undefined where there is none.
 */
export function imageApp(
  { domains, workers }: Pick<ClusterDefinition, 'domains' | 'workers'>,
  name: string,
): string | undefined {
  return imageNames({ domains, workers }).get(name);
}

/** Every name by which an application's image can be called, with the application. */
export function imageNames({
  domains,
  workers,
}: Pick<ClusterDefinition, 'domains' | 'workers'>): ReadonlyMap<string, string> {
  const both = (name: string, app: string): [string, string][] => [
    [name, app],
    [app, app],
  ];
  return new Map([
    [toolsApp, toolsApp],
    ...Object.keys(workers).flatMap((name) => both(name, workerApp(name))),
    ...Object.keys(domains).flatMap((name) => both(name, apiApp(name))),
  ]);
}
