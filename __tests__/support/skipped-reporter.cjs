'use strict';

/** Says in the closing lines of a test run what was skipped and why. */
module.exports = class SkippedReporter {
  onRunComplete(_contexts, { testResults }) {
    const counts = new Map();
    for (const { testResults: assertions } of testResults)
      for (const { status, ancestorTitles } of assertions)
        if (status === 'pending')
          counts.set(ancestorTitles.join(' '), (counts.get(ancestorTitles.join(' ')) ?? 0) + 1);
    for (const [title, count] of counts) process.stderr.write(`SKIPPED ${count} tests: ${title}\n`);
  }
};
