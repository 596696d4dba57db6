import type { ChartFootprint } from './footprint';

export const cloudNativePg: ChartFootprint = {
  chart: 'cloudnative-pg',
  versions: '>=0.19 <1',
  source:
    'https://github.com/cloudnative-pg/charts/blob/main/charts/cloudnative-pg/values.yaml: one replica; the operator manifest asks for 100m and 100Mi',
  components: [
    {
      kind: 'Deployment',
      name: 'cloudnative-pg',
      valuesAt: '',
      replicasAt: 'replicaCount',
      containers: [{ resourcesAt: 'resources', uses: { cpu: '100m', memory: '100Mi' } }],
    },
  ],
};
