import type { ObjectArtifact } from '../../../checks/artifacts/kubernetes-objects';
import { Folders } from '../../../checks/argocd/folders';

const files = ['dist/lab/manifests/api/a.yaml', 'dist/lab/manifests/api/deep/b.yaml', 'api/c.yaml', 'd.yaml'];
const folders = new Folders(files.map((file) => ({ source: { file } }) as ObjectArtifact));
const found = (path: string, recurse: boolean) =>
  folders.under(path, recurse).map(({ source }) => source.file.split('/').at(-1));

test.each([
  [
    'the folder itself, and a tree that begins below the root',
    'dist/lab/manifests/api',
    false,
    ['a.yaml', 'c.yaml'],
  ],
  ['what is below it', 'dist/lab/manifests/api', true, ['a.yaml', 'b.yaml', 'c.yaml']],
  ['a tree that begins above the root', './manifests/api/', false, ['a.yaml', 'c.yaml']],
  ['every folder of that name', 'api', false, ['a.yaml', 'c.yaml']],
  ['nothing by half a name', 'pi', true, []],
  ['nothing elsewhere', 'dist/lab/manifests/web', true, []],
])('finds %s', (_, path, recurse, names) => {
  expect(found(path, recurse)).toEqual(names);
});
