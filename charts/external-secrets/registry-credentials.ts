import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { externalSecret } from './external-secret';
import { parameterStore } from './stores';

/** Secret that the kubelet pulls our own images with, in each namespace that runs one. */
export const registryCredentials = 'registry-credentials';

/** Adds the pull Secret; its value is a Docker configuration in Parameter Store. */
export function pullSecret(
  chart: Chart,
  { names }: Cluster,
  namespace: string,
  annotations?: Readonly<Record<string, string>>,
): void {
  externalSecret(chart, {
    name: registryCredentials,
    namespace,
    ...(annotations ? { annotations } : {}),
    data: [
      {
        secretKey: 'dockerconfigjson',
        remoteRef: { key: `${names.parameterPath}/registry/dockerconfigjson` },
        sourceRef: { storeRef: parameterStore },
      },
    ],
    template: {
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': '{{ .dockerconfigjson }}' },
    },
  });
}
