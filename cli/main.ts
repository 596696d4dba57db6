import { Command } from 'commander';
import type { AddCommand, CommandContext } from './command';
import { UserError } from './user-error';

/**
 * Reads the command line and runs what it asks for; resolves to the exit code.
 * @param commands what may be asked for: the one command that is named, or every command, for help and wrong names
 */
export async function main(
  commands: readonly AddCommand[],
  argv: readonly string[],
  launch: Omit<CommandContext, 'exit'>,
): Promise<number> {
  const program = new Command('eco2')
    .description(
      'One typed definition of a cluster, synthesized into Terraform JSON, manifests and an inventory.',
    )
    .showHelpAfterError('(add --help for the options)')
    .showSuggestionAfterError(true)
    .exitOverride();
  let exitCode = 0;
  for (const add of commands) add(program, { ...launch, exit: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failure(error);
  }
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
