import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { parse } from 'yaml';
import type { RepositoryConfig } from '../../model/atlantis/repository-config';
import { ProjectCopy } from './project-copy';

/** What a pull request reaches. */
export interface Reach {
  /** Changed files, added and removed ones too. */
  readonly files: readonly string[];
  /** What differs inside Terraform's JSON, as `<stack>: <address>`. */
  readonly addresses: readonly string[];
  /** Projects that Atlantis plans by itself. */
  readonly projects: readonly string[];
  /** `<cluster>/<Application>` whose manifests Argo CD generates anew. */
  readonly applications: readonly string[];
}

interface Application {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly source?: { readonly path?: string };
    readonly sources?: readonly { readonly path?: string }[];
  };
}

/** A repository of its own, with the committed state of the project on `main`. */
export class PullRequest {
  readonly project = new ProjectCopy();

  constructor() {
    this.git('init', '-q', '-b', 'main');
    this.git('add', '--all');
    this.git('commit', '-qm', 'base');
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: this.project.root,
      encoding: 'utf8',
    });
  }

  /** Replaces text of a file; the text must be there. */
  edit(path: string, from: string | RegExp, to: string): void {
    const before = readFileSync(this.project.path(path), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} does not have ${String(from)}`);
    writeFileSync(this.project.path(path), after);
  }

  /** Runs one command of the project, commits what it wrote, and tells what the commit reaches. */
  run(...command: string[]): Reach {
    const { status, stderr } = this.project.run(command);
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
    this.git('add', '--all');
    this.git('commit', '-qm', command.join(' '));
    const files = this.git('diff', '--name-only', '--no-renames', 'main', 'HEAD').trim().split('\n').sort();
    return {
      files,
      addresses: this.changedAddresses(files),
      projects: this.plannedProjects(files),
      applications: this.refreshedApplications(files),
    };
  }

  /** Starts the next pull request from main. */
  reset(): void {
    this.git('checkout', '-q', '--force', '-B', 'change', 'main');
  }

  remove(): void {
    this.project.remove();
  }

  private changedAddresses(files: readonly string[]): string[] {
    return files
      .filter((file) => file.endsWith('/cdk.tf.json'))
      .flatMap((file) => {
        const [before, after] = [this.git('show', `main:${file}`), this.read(file)].map(addresses);
        const all = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
        return [...all]
          .filter((address) => before?.get(address) !== after?.get(address))
          .sort()
          .map((address) => `${posix.basename(posix.dirname(file))}: ${address}`);
      });
  }

  /**
   * Atlantis prepends the project's folder to each pattern and matches them as a .dockerignore file
   * (server/events/project_finder.go of runatlantis/atlantis); this library implements the same syntax.
   */
  plannedProjects(files: readonly string[]): string[] {
    const { projects = [] } = parse(this.read('atlantis.yaml')) as RepositoryConfig;
    return projects
      .filter(({ dir, autoplan }) => {
        const patterns = autoplan?.when_modified ?? ['**/*.tf*'];
        const matcher = dockerignore().add(patterns.map((pattern) => posix.join(dir, pattern)));
        return autoplan?.enabled !== false && files.some((file) => matcher.ignores(file));
      })
      .map(({ name = '' }) => name);
  }

  /** Argo CD generates an Application's manifests again when a file below `manifest-generate-paths` has changed. */
  private refreshedApplications(files: readonly string[]): string[] {
    return readdirSync(this.project.path('dist'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name: cluster }) =>
        this.applications(`dist/${cluster}/argocd`)
          .filter(({ metadata, spec }) => {
            const below = metadata.annotations?.['argocd.argoproj.io/manifest-generate-paths'] ?? '/';
            return [spec.source, ...(spec.sources ?? [])].some(
              (source) =>
                source?.path !== undefined &&
                files.some((file) => file.startsWith(`${posix.join(source.path ?? '', below)}/`)),
            );
          })
          .map(({ metadata }) => `${cluster}/${metadata.name}`),
      )
      .sort();
  }

  private applications(folder: string): Application[] {
    return readdirSync(this.project.path(folder))
      .map((file) => parse(this.read(`${folder}/${file}`)) as Application)
      .filter(({ kind }) => kind === 'Application');
  }

  private read(path: string): string {
    return readFileSync(this.project.path(path), 'utf8');
  }
}

/** Text of everything that has an address in a stack. */
function addresses(text: string): Map<string, string> {
  const {
    resource = {},
    data = {},
    output = {},
  } = JSON.parse(text) as Record<string, Record<string, object>>;
  const nested = (prefix: string, types: Record<string, object>) =>
    Object.entries(types).flatMap(([type, named]) =>
      Object.entries(named).map(
        ([name, body]) => [`${prefix}${type}.${name}`, JSON.stringify(body)] as const,
      ),
    );
  return new Map([
    ...nested('', resource),
    ...nested('data.', data),
    ...Object.entries(output).map(([name, body]) => [`output.${name}`, JSON.stringify(body)] as const),
  ]);
}
