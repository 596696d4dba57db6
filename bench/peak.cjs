'use strict';
/** Loaded into every Node process of a measured command: leaves its CPU time and peak memory behind. */
const { appendFileSync } = require('node:fs');

const file = process.env.BENCH_USAGE;
if (file)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(
      file,
      `${JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 })}\n`,
    );
  });
