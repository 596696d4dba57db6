import { rule } from '../rule';

const parameterArn = /arn:aws[\w-]*:ssm:[^"]*:parameter\/([^"]*)$/;

export const parametersAreReadable = rule({
  code: 'parameters-are-readable',
  rule: 'An ExternalSecret reads parameters below the path that the role of External Secrets may read.',
  fix: 'Put the parameter below /<project>/<cluster>/.',
  incidents: ['A45'],
  *run({ terraform, objects }) {
    const allowed = terraform.resources.flatMap((resource) =>
      resource.strings.flatMap(({ value }) => {
        const path = parameterArn.exec(value)?.[1];
        return path === undefined ? [] : [`/${path}`];
      }),
    );
    if (!allowed.length) return;
    const mayRead = (key: string) =>
      allowed.some((path) => (path.endsWith('*') ? key.startsWith(path.slice(0, -1)) : key === path));
    for (const object of objects.ofKind('ExternalSecret')) {
      for (const { pointer, value } of object.strings)
        if (
          pointer.last() === 'key' &&
          pointer.last(1) === 'remoteRef' &&
          value.startsWith('/') &&
          !mayRead(value)
        )
          yield {
            place: object.at(...pointer),
            problem: `is ${value}, outside ${allowed.join(', ')}`,
          };
    }
  },
});
