import type { DataService } from '../../model/definition/data-definition';

/** Store of the values that operators put into Parameter Store by hand. */
export const parameterStore = { kind: 'ClusterSecretStore', name: 'parameter-store' } as const;

/** Store of the credentials that a data service's operator or generator keeps in its own namespace. */
export const dataStore = (service: DataService) => ({ kind: 'ClusterSecretStore', name: service }) as const;
