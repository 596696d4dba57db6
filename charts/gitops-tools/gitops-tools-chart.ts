import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { argocdAccess } from './argocd-access';
import { atlantis } from './atlantis/atlantis';

/** Atlantis, and the way to Argo CD. */
export class GitopsToolsChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'gitops-tools');
    argocdAccess(this, cluster);
    atlantis(this, cluster);
  }
}
