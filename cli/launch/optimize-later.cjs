'use strict';
/**
 * Most runs end before optimized code has paid for its making: eight times V8's own patience takes a third off the CPU
 * time of a synth, and a tenth off its memory.
 */
const { setFlagsFromString } = require('node:v8');

// Node's own modules bring compiled code, which V8 takes only under the flags that it was made with: what a run needs comes
// first, and the streams too, which load theirs when somebody first looks at them.
for (const name of ['assert', 'child_process', 'crypto', 'os', 'perf_hooks', 'stream', 'vm'])
  require(`node:${name}`);
void [process.stdout, process.stderr];

setFlagsFromString('--interrupt-budget=540000');
