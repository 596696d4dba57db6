import type { Artifacts } from '../artifacts/artifacts';
import { text } from '../artifacts/value';
import { controllerActions } from '../knowledge/controller-actions';
import { helmReleases, type HelmRelease } from '../knowledge/helm-releases';
import { rule } from '../rule';
import { allows, roles, type Role } from './roles';

interface Controller {
  readonly release: HelmRelease;
  readonly actions: readonly string[];
  readonly account: string;
  /** Roles that its own service account may take on. */
  readonly own: readonly Role[];
  /** Roles of machines that allow what it calls. */
  readonly machines: readonly Role[];
}

function controllers(artifacts: Artifacts): readonly Controller[] {
  const all = artifacts.derive(roles);
  if (!all.length) return [];
  return artifacts.derive(helmReleases).flatMap((release) => {
    const known = controllerActions.find(({ chart }) => chart === release.chart);
    if (!known) return [];
    const name =
      text(release.values, 'serviceAccount', 'name') ??
      text(release.values, 'controller', 'serviceAccount', 'name') ??
      known.serviceAccount;
    return [
      {
        release,
        actions: known.actions,
        account: name,
        own: all.filter(({ serviceAccounts }) => serviceAccounts.some((one) => one.endsWith(`/${name}`))),
        machines: all.filter(
          ({ isOfMachines, actions }) =>
            isOfMachines && known.actions.some((action) => allows(actions, action)),
        ),
      },
    ];
  });
}

export const controllersHaveOneIdentity = rule({
  code: 'controllers-have-one-identity',
  rule: 'Every controller that calls AWS has exactly one role: that of its service account, or that of its machine.',
  fix: 'Attach the policy in one place; see identity in the definition.',
  incidents: ['A27', 'A29'],
  *run(artifacts) {
    for (const { release, own, machines, account } of artifacts.derive(controllers)) {
      const place = release.application.at(...release.pointer, 'chart');
      if (!own.length && !machines.length)
        yield { place, problem: `is ${release.chart}, and no role trusts ${account}` };
      else if (own.length && machines.length)
        yield {
          place,
          problem: `is ${release.chart}, which ${own[0]?.resource.address ?? ''} and ${machines[0]?.resource.address ?? ''} both serve`,
        };
    }
  },
});

export const controllersMayAct = rule({
  code: 'controllers-may-act',
  rule: 'The role of a controller allows every action that its version calls.',
  fix: "Add the action to the controller's policy in infra/policies.",
  incidents: ['A25', 'A26'],
  *run(artifacts) {
    for (const { own, machines, actions, release } of artifacts.derive(controllers)) {
      const [role] = own.length ? own : machines;
      if (!role) continue;
      const missing = actions.filter((action) => !allows(role.actions, action));
      if (missing.length)
        yield {
          place: role.resource.at(),
          problem: `does not allow ${missing.join(', ')}, which ${release.chart} calls`,
        };
    }
  },
});
