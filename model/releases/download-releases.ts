/**
 * SHA-256 of each release that Ansible downloads as a file. To add one, download it and run `sha256sum`; nothing is
 * installed that is not listed.
 */
interface DownloadReleases {
  readonly url: (version: string) => string;
  readonly sha256: Readonly<Record<string, string>>;
}

/** Source archives; the VXLAN manifest is in `manifests/`. */
export const calicoReleases: DownloadReleases = {
  url: (version) => `https://github.com/projectcalico/calico/archive/${version}.tar.gz`,
  sha256: {
    'v3.27.2': '8154bb4aad887f2a5500b505fe203a918f72c4e602b04c688c4b94f76a26e925',
    'v3.27.3': 'd11a32919bff389f642af5df8180ad3cec586030decd35adb2a7d4a8aa3b298e',
  },
};

/** Argo CD's `install.yaml`. 2.14 is the last line that is tested with Kubernetes 1.28. */
export const argocdReleases: DownloadReleases = {
  url: (version) => `https://raw.githubusercontent.com/argoproj/argo-cd/${version}/manifests/install.yaml`,
  sha256: {
    'v2.14.20': '747db8bb6d1591b49bb6266412e6dcaccf3c7bd3bd81ef7d63b0ab5bfe6af951',
    'v2.14.21': 'ee39d40847bbb36154ebcdf2f5c93e0a9001ab60131afb60dbe42981a069699e',
  },
};
