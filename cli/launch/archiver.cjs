'use strict';
/** cdktf loads its archiver to pack assets, which no stack here has; asked for at every start, it is a tenth of loading. */
const archiver = () => require(require.resolve('archiver', { paths: [require.resolve('cdktf')] }));

module.exports = (...options) => archiver()(...options);
