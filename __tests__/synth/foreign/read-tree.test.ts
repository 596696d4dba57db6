import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rules } from '../../../checks/rules';
import { runRules } from '../../../checks/run-rules';
import { readTree, type TreeParts } from '../../../synth/foreign/read-tree';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Buffer): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

async function found(parts: TreeParts): Promise<string[]> {
  const { artifacts } = await readTree(parts);
  return runRules(artifacts, rules).map(
    ({ code, path, file, line }) =>
      `${code} | ${path.replace(`${folder}/`, '')} | ${file?.replace(`${folder}/`, '') ?? ''}:${String(line ?? '')}`,
  );
}

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: c\n      image: ${image}\n`;

describe('a foreign tree', () => {
  test('is read from several documents in a file, with lines', async () => {
    write('m/all.yaml', `# rendered by helm\n---\n${pod('a', 'x:1.0')}---\n${pod('b', 'x:latest')}`);
    expect(await found({ manifests: [join(folder, 'm')] })).toEqual([
      'images-have-a-fixed-tag | Pod b: spec.containers[0].image | m/all.yaml:19',
    ]);
  });

  test('is read from lists and from JSON', async () => {
    const value = {
      apiVersion: 'v1',
      kind: 'List',
      items: [
        { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ image: 'x' }] } },
      ],
    };
    write('m/list.json', JSON.stringify(value, undefined, 1));
    expect(await found({ manifests: [join(folder, 'm')] })).toEqual([
      'images-have-a-fixed-tag | Pod a: spec.containers[0].image | m/list.json:14',
    ]);
  });

  test('is read from HCL, with the line of the block', async () => {
    write(
      't/main.tf',
      'terraform {\n  backend "s3" {\n    bucket = "b"\n    encrypt = true\n    dynamodb_table = "t"\n  }\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n\nresource "aws_eip" "master" {}\n\nresource "aws_route53_record" "api" {\n  name = "api"\n  zone_id = "Z"\n  records = [aws_eip.master.public_ip]\n  provider = aws.us_east_1\n}\n',
    );
    expect((await found({ terraform: [join(folder, 't')] })).sort()).toEqual([
      'providers-are-declared | aws_route53_record.api: provider | t/main.tf:14',
      'public-names-avoid-machines | aws_route53_record.api: records | t/main.tf:14',
    ]);
  });

  test('is read from an inventory of sections and playbooks', async () => {
    write('a/hosts', '[masters]\nm1\n[api_nodes]\na1\n[api_nodes]\na2\n[k8s:children]\nmasters\napi_nodes\n');
    write('a/site.yml', '- name: x\n  import_tasks: play.yml\n');
    write('a/play.yml', '- hosts: nowhere\n  tasks:\n    - command: echo a | tee b\n');
    expect((await found({ ansible: [join(folder, 'a')] })).sort()).toEqual([
      'commands-need-no-shell | a/play.yml: [0].tasks[0].command | a/play.yml:3',
      'host-patterns-match | a/play.yml: [0].hosts | a/play.yml:1',
      'imports-fit | a/site.yml: [0].import_tasks | a/site.yml:2',
      'keys-are-written-once | a/hosts | a/hosts:5',
    ]);
  });

  test('takes kinds that it does not know', async () => {
    write('m/x.yaml', 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\n');
    expect(await found({ manifests: [join(folder, 'm')] })).toEqual([]);
  });

  test.each([
    ['truncated YAML', 'kind: "A', 'files-can-be-parsed'],
    ['tabs', 'kind: A\n\tname: b\n', 'files-can-be-parsed'],
    [
      'a duplicate key',
      'apiVersion: v1\nkind: ConfigMap\nkind: ConfigMap\nmetadata: {name: a}\n',
      'keys-are-written-once',
    ],
    ['binary', Buffer.from([1, 0, 2, 255]), 'files-can-be-read'],
    ['no object', 'just: a\nmap: true\n', 'files-are-understood'],
    ['an unrendered template', '{{- if .Values.on }}\nkind: A\n{{- end }}\n', 'files-are-understood'],
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefgh'[index] ?? ''}`)
              .join(',')}]`,
        )
        .join('\n')}\n`,
      'files-can-be-parsed',
    ],
    ['a cyclic alias', 'apiVersion: v1\nkind: A\nmetadata: &m {name: a, self: *m}\n', 'files-can-be-parsed'],
  ])('reports %s', async (_title, content, code) => {
    write('m/a.yaml', content);
    const codes = (await found({ manifests: [join(folder, 'm')] })).map((line) => line.split(' | ')[0]);
    expect(codes).toEqual([code]);
  });

  test('reports what is too large, without reading it', async () => {
    write('m/a.yaml', Buffer.alloc(50 * 1024 * 1024, 32));
    expect(await found({ manifests: [join(folder, 'm')] })).toEqual([
      'files-can-be-read | m/a.yaml | m/a.yaml:',
    ]);
  });

  test('does not follow a link in a circle', async () => {
    mkdirSync(join(folder, 'm'));
    symlinkSync('..', join(folder, 'm/loop.yaml'));
    expect(await found({ manifests: [join(folder, 'm')] })).toEqual([
      'files-can-be-read | m/loop.yaml | m/loop.yaml:',
    ]);
  });

  test('reports HCL that is broken, with its line', async () => {
    write('t/a.tf', 'resource "x" {{{\n');
    expect(await found({ terraform: [join(folder, 't')] })).toEqual([
      'files-can-be-parsed | t/a.tf | t/a.tf:1',
    ]);
  });
});
