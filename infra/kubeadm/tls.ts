/**
 * Cipher suites of the API server and the kubelets (CIS 1.2.29 and 4.2.12); those of TLS 1.3 cannot be chosen and are
 * always on.
 */
export const tlsCipherSuites: readonly string[] = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
];

export const tlsMinVersion = 'VersionTLS12';
