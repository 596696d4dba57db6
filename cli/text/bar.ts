import pc from 'picocolors';

const width = 14;

/** Use of a capacity as a bar with its percentage: `███████░░░░░░░  52 %`; yellow over 80 %, red over 90 %. */
export function bar(used: number, all: number): string {
  const share = all > 0 ? used / all : 0;
  return shareBar(share, share > 0.9 ? pc.red : share > 0.8 ? pc.yellow : pc.green);
}

/** A share of a whole, where a large one is no warning. */
export function shareBar(share: number, color: (text: string) => string = pc.cyan): string {
  const filled = Math.min(width, Math.round(share * width));
  const text = `${String(Math.round(share * 100)).padStart(3)} %`;
  return `${color('█'.repeat(filled))}${pc.dim('░'.repeat(width - filled))} ${text}`;
}
