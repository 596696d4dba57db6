/** The cdktf app: what `cdktf synth` runs (see cdktf.json). `npm run synth` uses the same stacks in memory. */
import { App } from 'cdktf';
import { clusters } from '../clusters/all';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { addStacks } from './synthesize-stacks';

const app = new App({ stackTraces: false });
for (const definition of clusters) addStacks(app, resolveCluster(definition));
app.synth();
