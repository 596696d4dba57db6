import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { eco2With } from './definition';

/** eco2 with the credentials of pods on the roles of their nodes, open to one admin network. */
export const nodeIdentity = (): ClusterDefinition =>
  eco2With((d) => {
    d.identity = 'node';
    delete d.oidcIssuerBucket;
    d.network.adminCidrs = ['203.0.113.0/24'];
  });
