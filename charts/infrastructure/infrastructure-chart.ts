import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { hooks } from '../hooks/hooks';
import { add } from '../object';
import { priorityClasses } from '../pod/priority';
import { storageClassName } from '../storage';
import { networkPolicies } from './network-policies';
import { viewCustomResources } from './rbac';

/** What every workload stands on: storage, priorities, who may talk to whom, and the hooks around a sync. */
export class InfrastructureChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'infrastructure');
    add(this, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: storageClassName,
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3', encrypted: 'true', 'csi.storage.k8s.io/fstype': 'ext4' },
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
      reclaimPolicy: 'Retain',
    });
    for (const [name, { value, description }] of Object.entries(priorityClasses))
      add(this, {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name },
        value,
        description,
        preemptionPolicy: 'PreemptLowerPriority',
      });
    add(this, viewCustomResources());
    networkPolicies(this, cluster);
    hooks(this, cluster);
  }
}
