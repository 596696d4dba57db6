import { eco2 } from '../../../clusters/eco2';
import { clusterConfiguration } from '../../../infra/kubeadm/cluster-configuration';
import { controlPlaneEndpoint } from '../../../infra/kubeadm/control-plane-endpoint';
import { kubeletConfiguration, kubeletPatch } from '../../../infra/kubeadm/kubelet-configuration';
import { initConfiguration, joinConfiguration } from '../../../infra/kubeadm/node-configurations';
import { kubeletReserves } from '../../../model/capacity/kubelet-reserves';
import type { Cluster, Node } from '../../../model/cluster';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { eco2With } from '../../support/definition';
import { threeControlPlanes } from '../../support/three-control-planes';

const cluster = resolveCluster(eco2);
const endpoint = controlPlaneEndpoint(cluster);

function node(of: Cluster, name: string): Node {
  const found = of.nodes[name];
  if (!found) throw new Error(`no node ${name}`);
  return found;
}

describe('the cluster configuration', () => {
  const configuration = clusterConfiguration(cluster, endpoint);

  it('takes version and ranges from the definition', () => {
    expect(configuration).toMatchObject({
      kubernetesVersion: 'v1.28.4',
      networking: { podSubnet: '192.168.0.0/16', serviceSubnet: '10.96.0.0/12' },
      controlPlaneEndpoint: 'k8s-api.eco2.internal:6443',
    });
  });

  it('switches profiling off everywhere', () => {
    const { apiServer, controllerManager, scheduler } = configuration;
    for (const component of [apiServer, controllerManager, scheduler])
      expect(component.extraArgs).toMatchObject({ profiling: 'false' });
  });

  it('lets AWS find the keys of its service accounts at the issuer', () => {
    expect(configuration.apiServer.extraArgs).toMatchObject({
      'service-account-issuer': 'https://prod-sesacthon-oidc.s3.ap-northeast-2.amazonaws.com',
      'service-account-jwks-uri':
        'https://prod-sesacthon-oidc.s3.ap-northeast-2.amazonaws.com/openid/v1/jwks',
    });
  });

  it('mounts every folder that a flag names', () => {
    const mounted = configuration.apiServer.extraVolumes.map(({ mountPath }) => mountPath);
    const named = Object.values(configuration.apiServer.extraArgs).filter((value) => value.startsWith('/'));
    // kubeadm mounts its own PKI.
    for (const path of named.filter((value) => !value.startsWith('/etc/kubernetes/pki/')))
      expect(mounted.some((folder) => path.startsWith(`${folder}/`))).toBe(true);
  });

  it('has all flags as text, as kubeadm reads them', () => {
    for (const { extraArgs } of [
      configuration.apiServer,
      configuration.controllerManager,
      configuration.scheduler,
    ])
      for (const value of Object.values(extraArgs)) expect(typeof value).toBe('string');
  });

  it('certifies every control-plane node and the load balancer', () => {
    const three = threeControlPlanes();
    const balanced = controlPlaneEndpoint(three, { loadBalancer: 'nlb.example' });
    expect(clusterConfiguration(three, balanced)).toMatchObject({
      controlPlaneEndpoint: 'nlb.example:6443',
      apiServer: {
        certSANs: expect.arrayContaining([
          'nlb.example',
          'k8s-master-1',
          '10.0.1.30',
          '10.0.1.31',
          '10.0.1.32',
        ]),
      },
    });
  });
});

describe('the endpoint', () => {
  it('is a name that every machine resolves to the single control-plane node', () => {
    expect(endpoint).toEqual({ host: 'k8s-api.eco2.internal', port: 6443, address: '10.0.1.10' });
  });

  it('is left to DNS behind a load balancer', () => {
    expect(controlPlaneEndpoint(threeControlPlanes(), { loadBalancer: 'nlb.example' })).not.toHaveProperty(
      'address',
    );
  });
});

describe('the configuration of a node', () => {
  it.each([
    ['k8s-api-auth', 'domain=auth,tier=api,workload=api', 'domain=auth:NoSchedule'],
    ['k8s-worker-ai', 'domain=chat,tier=worker,worker-type=network-bound,workload=worker-ai', undefined],
  ])('registers %s with its labels and taints', (name, labels, taints) => {
    const { kubeletExtraArgs } = joinConfiguration(node(cluster, name), endpoint).nodeRegistration;
    expect(kubeletExtraArgs['node-labels']).toBe(labels);
    expect(kubeletExtraArgs['register-with-taints']).toBe(taints);
    expect(kubeletExtraArgs['node-ip']).toBe(node(cluster, name).privateIp);
  });

  it("leaves the control plane's taint to kubeadm", () => {
    expect(initConfiguration(node(cluster, 'k8s-master'), endpoint).nodeRegistration).not.toHaveProperty(
      'taints',
    );
  });

  it('asks kubeadm for no taint where the control plane is shared', () => {
    const shared = resolveCluster(
      eco2With((d) => {
        d.roles['control-plane'] = { labels: {}, selectBy: [], shared: true };
      }),
    );
    expect(initConfiguration(node(shared, 'k8s-master'), endpoint).nodeRegistration).toMatchObject({
      taints: [],
    });
  });

  it('gives further control planes the certificates, and workers none', () => {
    const three = threeControlPlanes();
    expect(joinConfiguration(node(three, 'k8s-master-2'), endpoint)).toMatchObject({
      controlPlane: {
        certificateKey: '{{ join_certificate_key }}',
        localAPIEndpoint: { advertiseAddress: '10.0.1.31' },
      },
    });
    expect(joinConfiguration(node(three, 'k8s-worker-ai'), endpoint)).not.toHaveProperty('controlPlane');
  });
});

describe('the kubelet', () => {
  it('keeps from pods exactly what the placement proof counts with', () => {
    for (const machine of Object.values(cluster.nodes))
      expect(kubeletPatch(machine)).toMatchObject(kubeletReserves(machine.instance));
  });

  it('asks CoreDNS at the tenth address of the range of Services', () => {
    expect(kubeletConfiguration(cluster).clusterDNS).toEqual(['10.96.0.10']);
  });

  it('answers nobody who is anonymous', () => {
    expect(kubeletConfiguration(cluster)).toMatchObject({
      authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
      authorization: { mode: 'Webhook' },
      readOnlyPort: 0,
      serverTLSBootstrap: true,
    });
  });
});
