/** Name of a domain's Deployment, Service and image. */
export const apiApp = (domain: string): string => `${domain}-api`;
/** Name of a worker's StatefulSet and image. */
export const workerApp = (worker: string): string => `worker-${worker}`;
/** Namespace of all workers. */
export const workersNamespace = 'workers';
/** Namespace of a domain, from the definition's pattern. */
export const domainNamespace = (pattern: string, domain: string): string =>
  pattern.replaceAll('{domain}', domain);
/** Name of the image that hooks run. */
export const toolsApp = 'platform-tools';
