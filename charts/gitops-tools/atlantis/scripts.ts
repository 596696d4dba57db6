import expressions from './scripts/expressions.script.cjs';
import guard from './scripts/guard.script.cjs';
import handOff from './scripts/hand-off.script.cjs';
import kubernetesApi from './scripts/kubernetes-api.script.cjs';
import projectFiles from './scripts/project-files.script.cjs';
import strictJson from './scripts/strict-json.script.cjs';
import terraformJson from './scripts/terraform-json.script.cjs';

/** The programs of the workflow's steps, by the file names under which they require one another. */
export const scripts = {
  'expressions.script.cjs': expressions,
  'guard.script.cjs': guard,
  'hand-off.script.cjs': handOff,
  'kubernetes-api.script.cjs': kubernetesApi,
  'project-files.script.cjs': projectFiles,
  'strict-json.script.cjs': strictJson,
  'terraform-json.script.cjs': terraformJson,
};
