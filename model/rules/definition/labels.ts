import { byName } from '../../resolve/by-name';
import { labelValues, labelVariables, nodeLabels } from '../../resolve/labels';
import { definitionRule } from '../definition-rule';
import { nearest } from '../nearest';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const labelPart = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const labelPrefix = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** The kubelet refuses to register these itself: `unknown reserved Kubernetes labels`. */
const reserved = /(^|\.)(kubernetes\.io|k8s\.io)$/;

export const labelKeysAreFree = definitionRule({
  code: 'label-keys-are-free',
  rule: 'A node label key is [prefix/]name with at most 63 characters of letters, digits, - _ . in the name, and its prefix is not kubernetes.io, k8s.io, node-role.… or below them: the kubelet does not start with those.',
  incidents: ['B10', 'B11'],
  *check({ roles }) {
    for (const [role, { labels }] of byName(roles as Required<typeof roles>))
      for (const key of Object.keys(labels)) {
        const [prefix, name] = key.includes('/') ? key.split('/', 2) : [undefined, key];
        const path = `roles.${role}.labels.${key}`;
        if (prefix !== undefined && (reserved.test(prefix) || prefix.startsWith('node-role')))
          yield {
            path,
            problem: `uses the reserved prefix ${prefix}`,
            fix: `Write ${name ?? 'the name'} alone.`,
          };
        else if (
          key.split('/').length > 2 ||
          !labelPart.test(name ?? '') ||
          (prefix !== undefined && !labelPrefix.test(prefix))
        )
          yield { path, problem: `is "${key}"`, fix: 'Write a key such as workload.' };
      }
  },
});

export const labelTemplatesAreFilled = definitionRule({
  code: 'label-templates-are-filled',
  rule: `A label template names only ${labelVariables.map((name) => `{${name}}`).join(', ')}, and each has a value on every node of the role.`,
  *check(definition) {
    for (const [key, node] of byName(definition.nodes)) {
      const values = labelValues(definition, node);
      for (const [label, template] of byName(definition.roles[node.role]?.labels ?? {}))
        for (const [, variable = ''] of template.matchAll(/\{(\w*)\}/g))
          if (!(variable in values)) {
            const guess = nearest(variable, Object.keys(values));
            yield {
              path: `roles.${node.role}.labels.${label}`,
              problem: `names {${variable}}, which nodes.${key} has no value for`,
              fix: guess ? `Did you mean {${guess}}?` : 'Write the value itself.',
            };
          }
    }
  },
});

export const labelValuesAreValid = definitionRule({
  code: 'label-values-are-valid',
  rule: 'A label value has at most 63 letters, digits, - _ . and begins and ends with a letter or digit.',
  incidents: ['E28'],
  *check(definition) {
    for (const [key, node] of byName(definition.nodes))
      for (const [label, value] of byName(nodeLabels(definition, node)))
        if (!/[{}]/.test(value) && !labelPart.test(value))
          yield {
            path: `roles.${node.role}.labels.${label}`,
            problem: `gives nodes.${key} the value "${value}"`,
            fix: 'Shorten the name that it is made from, or use other characters.',
          };
  },
});

export const selectorsNameLabels = definitionRule({
  code: 'selectors-name-labels',
  rule: 'selectBy and taintBy name labels that the role has; selectBy names at least one.',
  incidents: ['C01', 'C13'],
  *check({ roles }) {
    for (const [role, { labels, selectBy, taintBy }] of byName(roles as Required<typeof roles>)) {
      const known = Object.keys(labels);
      const named: [string, string][] = selectBy.map((key, index) => [`selectBy.${String(index)}`, key]);
      if (taintBy !== undefined) named.push(['taintBy', taintBy]);
      for (const [field, key] of named)
        if (!known.includes(key))
          yield {
            path: `roles.${role}.${field}`,
            problem: `names the label ${key}, which the role does not have`,
            fix: `Name one of: ${known.join(', ')}.`,
          };
      if (!selectBy.length)
        yield {
          path: `roles.${role}.selectBy`,
          problem: 'is empty',
          fix: `Name one of: ${known.join(', ')}.`,
        };
    }
  },
});

export const rolesOfNodesAreDescribed = definitionRule({
  code: 'roles-of-nodes-are-described',
  rule: 'Every role that a node has, other than control-plane, says how its nodes are labelled.',
  *check({ nodes, roles }) {
    for (const [key, node] of byName(nodes))
      if (node.role !== 'control-plane' && !roles[node.role])
        yield {
          path: `nodes.${key}.role`,
          problem: `is ${node.role}, which roles does not describe`,
          fix: `Add roles.${node.role}.`,
        };
  },
});
