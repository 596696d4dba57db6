import { serveProvider } from '../provider/serve';
import { schemasFor, type Configuration } from '../schema/schemas-for';
import type { ProviderSchema } from '../schema/schema';
import type { Workspace } from './workspace';

/** Where Terraform gets its provider from, as environment variables. */
export interface ProviderSource {
  readonly environment: Readonly<Record<string, string>>;
  /** Types that the mocks of a test need values for. */
  readonly schema: ProviderSchema;
  readonly close: () => void;
}

export interface ProviderOptions {
  /** Folder of the provider's npm bindings. */
  readonly library: string;
  /** Folder made by `terraform providers mirror`. @default - a provider that serves the bindings' schema */
  readonly mirror?: string | undefined;
}

/** The real provider from a mirror, or one that serves the schema of the npm bindings. Neither needs a network. */
export async function openProvider(
  configurations: readonly Configuration[],
  { library, mirror }: ProviderOptions,
  workspace: Workspace,
): Promise<ProviderSource> {
  const schema = schemasFor(configurations, library);
  if (mirror !== undefined)
    return { environment: settings(workspace, mirrorSettings(mirror)), schema, close: () => undefined };
  const { reattach, close } = await serveProvider(schema, `${workspace.folder}/provider.sock`);
  return { environment: { ...settings(workspace, ''), TF_REATTACH_PROVIDERS: reattach }, schema, close };
}

/** A command-line configuration of our own keeps the user's, with its mirrors and credentials, out of the result. */
function settings(workspace: Workspace, text: string): Record<string, string> {
  return {
    TF_CLI_CONFIG_FILE: workspace.write('settings.tfrc', text),
    CHECKPOINT_DISABLE: '1',
    HOME: workspace.folder,
  };
}

function mirrorSettings(mirror: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}
