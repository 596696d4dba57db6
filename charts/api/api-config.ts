import type { Cluster, Domain } from '../../model/cluster';

/** Answers 200 when an API can serve. */
export const healthPath = '/health';

/** Environment of an API that is no secret. */
export function apiConfig({ edge, environment }: Cluster, domain: Domain): Record<string, string> {
  return {
    DOMAIN: domain.name,
    ENVIRONMENT: environment,
    LOG_LEVEL: 'INFO',
    ROOT_PATH: domain.path,
    PUBLIC_URL: `https://${edge.hosts.api}${domain.path}`,
    ...(domain.usesImagesBucket
      ? { IMAGES_BUCKET: edge.images.bucket, IMAGES_URL: `https://${edge.hosts.images}` }
      : {}),
  };
}
