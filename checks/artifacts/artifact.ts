import type { Source } from './subject';

/** What was wrong with a file that could not be read, or not in full. */
export type Unreadable =
  'syntax' | 'duplicate-key' | 'too-large' | 'not-text' | 'not-a-file' | 'nothing-known';

/** One parsed document of a tree, in the role that its place in the tree gives it. */
export type Artifact =
  | { readonly role: 'object'; readonly source: Source; readonly value: unknown }
  | {
      readonly role: 'terraform';
      readonly source: Source;
      /** Directory of the root module: what one `terraform plan` reads. */
      readonly stack: string;
      readonly value: unknown;
    }
  | { readonly role: 'inventory'; readonly source: Source; readonly value: unknown }
  | { readonly role: 'ansible'; readonly source: Source; readonly value: unknown; readonly text: string }
  | { readonly role: 'atlantis'; readonly source: Source; readonly value: unknown; readonly text?: string }
  | { readonly role: 'workflow'; readonly source: Source; readonly value: unknown; readonly text: string }
  | { readonly role: 'text'; readonly source: Source; readonly text: string }
  | {
      readonly role: 'unreadable';
      readonly source: Source;
      readonly reason: Unreadable;
      readonly problem: string;
      readonly line?: number;
    };

export type Role = Artifact['role'];
export type ArtifactOf<R extends Role> = Extract<Artifact, { role: R }>;
