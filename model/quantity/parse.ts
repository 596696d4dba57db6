const cpuPattern = /^(\d+(?:\.\d+)?)(m?)$/;
const bytesPattern = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/;
const byteUnits = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
} as const;

/** Thousandths of a core in a CPU quantity (`250m`, `0.5`, `2`); nothing where the text is not one. */
export function parseCpu(text: string): number | undefined {
  const match = cpuPattern.exec(text);
  return match ? Number(match[1]) * (match[2] ? 1 : 1000) : undefined;
}

/** Bytes in a memory or storage quantity (`256Mi`, `1Gi`, `128974848`); nothing where the text is not one. */
export function parseBytes(text: string): number | undefined {
  const match = bytesPattern.exec(text);
  return match ? Number(match[1]) * byteUnits[(match[2] ?? '') as keyof typeof byteUnits] : undefined;
}
