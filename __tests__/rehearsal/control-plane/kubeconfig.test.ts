import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readKubeconfig } from '../../../rehearsal/control-plane/kubeconfig';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  writeFileSync(join(folder, 'ca.crt'), 'authority');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (user: object) => {
  const file = join(folder, 'config');
  writeFileSync(
    file,
    stringify({
      'current-context': 'here',
      contexts: [
        { name: 'there', context: { cluster: 'b', user: 'me' } },
        { name: 'here', context: { cluster: 'a', user: 'me' } },
      ],
      clusters: [
        { name: 'a', cluster: { server: 'https://127.0.0.1:1', 'certificate-authority': 'ca.crt' } },
        { name: 'b', cluster: { server: 'https://127.0.0.1:2' } },
      ],
      users: [{ name: 'me', user }],
    }),
  );
  return readKubeconfig(file);
};

test('a token and an authority beside the file are read', () => {
  expect(read({ token: 'secret' })).toEqual({
    url: 'https://127.0.0.1:1',
    authority: 'authority',
    token: 'secret',
  });
});

test('a client certificate inside the file is decoded', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  expect(
    read({ 'client-certificate-data': base64('certificate'), 'client-key-data': base64('key') }),
  ).toMatchObject({ certificate: 'certificate', key: 'key' });
});

test('a plugin that logs in is refused', () => {
  expect(() => read({ exec: { command: 'aws' } })).toThrow('neither a token nor a client certificate');
});
