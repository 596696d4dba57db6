/** The cdk8s app: what `cdk8s synth` runs (see cdk8s.yaml). `npm run synth` uses the same charts in memory. */
import { clusters } from '../clusters/all';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { cdk8sApp } from './synthesize-manifests';

for (const definition of clusters)
  cdk8sApp(resolveCluster(definition), `cdk8s.out/${definition.name}`).synth();
