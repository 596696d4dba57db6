import type { Incident } from './incident';
import { atlantisIncidents } from './atlantis';
import { bootstrapIncidents } from './bootstrap';
import { dataIncidents } from './data';
import { deliveryIncidents } from './delivery';
import { ingressIncidents } from './ingress';
import { networkPolicyIncidents } from './network-policy';
import { schedulingIncidents } from './scheduling';
import { terraformIncidents } from './terraform';

/** Every failure that the platform and its predecessors ever recorded, by id. */
export const incidents: readonly Incident[] = [
  ...terraformIncidents,
  ...bootstrapIncidents,
  ...schedulingIncidents,
  ...ingressIncidents,
  ...deliveryIncidents,
  ...atlantisIncidents,
  ...dataIncidents,
  ...networkPolicyIncidents,
];
