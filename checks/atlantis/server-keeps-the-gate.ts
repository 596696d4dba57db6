import { at as valueAt, fields, list, texts } from '../artifacts/value';
import { rule } from '../rule';
import { serverFiles } from './server-files';

const requirements = ['approved', 'mergeable', 'undiverged'];
const commands = ['plan', 'apply', 'import'];

export const serverKeepsTheGate = rule({
  code: 'atlantis-server-keeps-the-gate',
  rule: 'The server alone decides what a pull request needs: approved, mergeable and undiverged before plan, apply and import, no overrides, no custom workflows.',
  fix: 'Set the value in charts/gitops-tools/atlantis/server-config.ts.',
  *run(artifacts) {
    for (const { value, at } of artifacts.derive(serverFiles))
      for (const [index, repository] of list(value, 'repos').entries()) {
        for (const command of commands) {
          const key = `${command}_requirements`;
          const missing = requirements.filter((requirement) => !texts(repository, key).includes(requirement));
          if (missing.length)
            yield { place: at('repos', index, key), problem: `lacks ${missing.join(', ')}` };
        }
        const overrides = texts(repository, 'allowed_overrides');
        if (overrides.length || !Array.isArray(valueAt(repository, 'allowed_overrides')))
          yield {
            place: at('repos', index, 'allowed_overrides'),
            problem: overrides.length ? `lets a pull request set ${overrides.join(', ')}` : 'is not given',
          };
        if (valueAt(repository, 'allow_custom_workflows') !== false)
          yield { place: at('repos', index, 'allow_custom_workflows'), problem: 'is not false' };
      }
  },
});

export const savedPlansTakeNoVariables = rule({
  code: 'atlantis-saved-plans-take-no-variables',
  rule: 'No step passes -var or -var-file to apply: Terraform refuses both with a saved plan.',
  fix: 'Put the value into the committed JSON.',
  incidents: ['F07'],
  *run(artifacts) {
    for (const { value, at } of artifacts.derive(serverFiles))
      for (const [name, workflow] of Object.entries(fields(value, 'workflows')))
        for (const [index, step] of list(workflow, 'apply', 'steps').entries())
          if (/-var(-file)?\b/.test(JSON.stringify(step)))
            yield {
              place: at('workflows', name, 'apply', 'steps', index),
              problem: `is ${JSON.stringify(step)}`,
            };
  },
});
