import {
  awsEbsCsiDriver,
  awsLoadBalancerController,
  externalDns,
  externalSecrets,
  metricsServer,
} from './cluster-controllers';
import { cloudNativePg } from './data-operators';
import type { ChartFootprint } from './footprint';
import { kubePrometheusStack } from './kube-prometheus-stack';

/** Charts whose pods this project counts. A chart that is not here is a finding, never a silent zero. */
export const footprints: readonly ChartFootprint[] = [
  awsEbsCsiDriver,
  metricsServer,
  externalSecrets,
  externalDns,
  awsLoadBalancerController,
  kubePrometheusStack,
  cloudNativePg,
];
