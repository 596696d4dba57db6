import { Command } from 'commander';
import { commands, type AddCommand, type CommandContext } from './commands';
import { UserError } from './user-error';

/** Reads the command line and runs one command; resolves to the exit code. */
export async function main(argv: readonly string[], launch: Omit<CommandContext, 'exit'>): Promise<number> {
  const program = new Command('eco2')
    .description(
      'One typed definition of a cluster, synthesized into Terraform JSON, manifests and an inventory.',
    )
    .showHelpAfterError('(add --help for the options)')
    .showSuggestionAfterError(true)
    .exitOverride();
  let exitCode = 0;
  for (const add of await named(argv[0])) add(program, { ...launch, exit: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failure(error);
  }
}

/** The command of a name; every command for help, and where a name is wrong, to suggest what was meant. */
async function named(name = ''): Promise<AddCommand[]> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return load ? [await load()] : Promise.all(Object.values(commands).map((each) => each()));
}

/** Exit code 1 for what a user can mend, 2 for a wrong command line; anything else is our own bug and is shown whole. */
function failure(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const { code, exitCode } = error as { code?: string; exitCode?: number };
  if (code?.startsWith('commander.')) return exitCode === 0 ? 0 : 2;
  throw error;
}
