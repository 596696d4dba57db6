import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');
const eco2 = join(root, 'clusters/eco2.ts');

/** What the compiler says of clusters/eco2.ts after each replacement. */
function compile(replace: readonly (readonly [string, string])[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  delete options.tsBuildInfoFile;
  const host = ts.createCompilerHost({ ...options, incremental: false });
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = readFile(path);
    return path === eco2 && text ? replace.reduce((all, [from, to]) => all.replace(from, to), text) : text;
  };
  const program = ts.createProgram([eco2], { ...options, incremental: false, types: [] }, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(eco2))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('defineCluster', () => {
  const messages = compile([
    ["serves: 'location'", "serves: 'lcation'"],
    ["serves: 'storage'", "serves: 'storagee'"],
    ["stage: 'api-first'", "stage: 'api-frist'"],
    ["type: 't3.large'", "type: 't3.larg'"],
    ["domain: 'chat',", "domain: 'chatt',"],
  ]).join('\n');

  test.each([
    ['domain of a node', '\'"lcation"\'', '"location"'],
    ['worker of a node', '\'"storagee"\'', '"storage"'],
    ['stage', '\'"api-frist"\'', '"api-first"'],
    ['instance type', '\'"t3.larg"\'', '"t3.large"'],
    ['domain of a worker', '\'"chatt"\'', '"chat"'],
  ])('does not compile a misspelt %s and names the right one', (_what, wrong, right) => {
    const line = messages.split('\n').find((text) => text.includes(wrong));
    expect(line).toContain(`Did you mean '${right}'?`);
  });

  test('does not compile a misspelt zone', () => {
    expect(compile([["zone: 'b'", "zone: 'bb'"]]).join('\n')).toContain(`Type '"bb"' is not assignable`);
  });
});
