import * as v from 'valibot';

/** What must hold of a pull request before a command runs. */
export const requirement = v.picklist(['approved', 'mergeable', 'undiverged']);

/** One step of a stage: a built-in one, one with further arguments, a program, or an environment variable. */
const builtIn = ['init', 'plan', 'apply', 'show', 'policy_check', 'import', 'state_rm'] as const;
const extraArguments = v.strictObject({ extra_args: v.array(v.string()) });
const withArguments = (name: (typeof builtIn)[number]) => v.strictObject({ [name]: extraArguments });
const output = v.picklist([
  'show',
  'hide',
  'strip_refreshing',
  'filter_regex',
  'strip_refreshing_with_custom_regex',
]);
const step = v.union([
  v.picklist(builtIn),
  ...builtIn.map(withArguments),
  v.strictObject({
    run: v.union([
      v.string(),
      v.strictObject({
        command: v.string(),
        output: v.exactOptional(output),
        regex_filter: v.exactOptional(v.string()),
      }),
    ]),
  }),
  v.strictObject({ multienv: v.string() }),
  v.strictObject({ env: v.strictObject({ name: v.string(), value: v.string() }) }),
  v.strictObject({ env: v.strictObject({ name: v.string(), command: v.string() }) }),
]);
const stage = v.strictObject({ steps: v.array(step) });

/** Steps of each command. */
export const workflow = v.strictObject({
  plan: v.exactOptional(stage),
  apply: v.exactOptional(stage),
  policy_check: v.exactOptional(stage),
  import: v.exactOptional(stage),
  state_rm: v.exactOptional(stage),
});

export const repositoryLocks = v.strictObject({ mode: v.picklist(['on_plan', 'on_apply', 'disabled']) });
export const autodiscover = v.strictObject({
  mode: v.picklist(['auto', 'enabled', 'disabled']),
  ignore_paths: v.exactOptional(v.array(v.string())),
});
export const silencedComments = v.array(v.picklist(['plan', 'apply']));
