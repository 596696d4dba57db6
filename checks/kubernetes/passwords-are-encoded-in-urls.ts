import { rule } from '../rule';

const inUrl = /\w:\/\/(?:\{\{[^}]*\}\}|[^\s:"'@{])*:\{\{(?<password>[^}]*)\}\}@/g;

export const passwordsAreEncodedInUrls = rule({
  code: 'passwords-are-encoded-in-urls',
  rule: 'A template that puts a password into a URL encodes it: "@", "/" and "#" end the password otherwise.',
  fix: 'Write {{ .password | urlquery }}.',
  incidents: ['A48', 'G20', 'G24'],
  *run({ objects }) {
    for (const object of objects.ofKind('ExternalSecret', 'ClusterExternalSecret'))
      for (const { pointer, value } of object.strings)
        for (const { groups } of value.matchAll(inUrl))
          if (!/urlquery|urlPathEscape/i.test(groups?.['password'] ?? ''))
            yield {
              place: object.at(...pointer),
              problem: `puts {{${groups?.['password'] ?? ''}}} into a URL as it is`,
            };
  },
});
