"""Runs the roles that need an API server against a real one, on this throw-away root file system.

kubeadm makes certificates and the API server's manifest from the configuration that the roles wrote; etcd and
kube-apiserver then run with the very flags of that manifest, on loopback ports.

Usage: on_api_server.py INVENTORY REPOSITORY, with KUBEADM and CONTROL_PLANE (folder of etcd and kube-apiserver) set
"""
import base64
import json
import os
import re
import socket
import subprocess
import sys
import time

import yaml

CONFIG = "/etc/kubernetes/kubeadm/init.yaml"
ADMIN = "/etc/kubernetes/admin.conf"
DATA = "/var/lib/etcd"


def run(*command, stdin=None, check=True):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True)
    if check and done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def kubectl(*arguments, stdin=None):
    return run("kubectl", "--kubeconfig", ADMIN, *arguments, stdin=stdin)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(programs):
    """etcd, and the API server with the flags that kubeadm wrote for the machine."""
    kubeadm, folder = os.environ["KUBEADM"], os.environ["CONTROL_PLANE"]
    for phase in (["certs", "all"], ["kubeconfig", "admin"], ["control-plane", "apiserver"]):
        run(kubeadm, "init", "phase", *phase, "--config", CONFIG)
    client, peer, port = free_port(), free_port(), free_port()
    etcd = f"http://127.0.0.1:{client}"
    peers = f"http://127.0.0.1:{peer}"
    programs.append(subprocess.Popen(
        [f"{folder}/etcd", "--data-dir", DATA, "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
         "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers, "--initial-cluster", f"default={peers}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    with open("/etc/kubernetes/manifests/kube-apiserver.yaml", encoding="utf-8") as file:
        command = yaml.safe_load(file)["spec"]["containers"][0]["command"]
    # Only where it listens, and that this etcd speaks no TLS, is different from the machine.
    flags = [flag for flag in command[1:] if not re.match("--(advertise-address|secure-port|etcd-)", flag)]
    log = open("/tmp/kube-apiserver.log", "w", encoding="utf-8")
    programs.append(subprocess.Popen(
        [f"{folder}/kube-apiserver", *flags, f"--etcd-servers={etcd}", "--bind-address=127.0.0.1",
         "--advertise-address=127.0.0.1", f"--secure-port={port}"], stdout=log, stderr=log))
    with open(ADMIN, encoding="utf-8") as file:
        admin = re.sub(r"server: \S+", f"server: https://127.0.0.1:{port}", file.read())
    with open(ADMIN, "w", encoding="utf-8") as file:
        file.write(admin)
    for _ in range(120):
        if run("kubectl", "--kubeconfig", ADMIN, "get", "--raw", "/readyz", check=False) == "ok":
            return
        if programs[-1].poll() is not None:
            break
        time.sleep(1)
    with open("/tmp/kube-apiserver.log", encoding="utf-8") as file:
        raise SystemExit("the API server did not start:\n" + "".join(file.readlines()[-20:]))


def playbook(inventory, name):
    output = run(
        "ansible-playbook", "--inventory", inventory, "--connection", "local", name,
        "--extra-vars", f"ansible_become=false ansible_python_interpreter={sys.executable}")
    return int(re.search(r"changed=(\d+)", output).group(1))


def labels(inventory, hosts):
    """Every node registers bare, and one with what belongs to another: the playbook makes them equal to the model."""
    nodes = [
        {"apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": {"domain": "stranger", "kept": "yes"}},
         "spec": {"taints": [{"key": "domain", "value": "stranger", "effect": "NoSchedule"}]}}
        for name in hosts
    ]
    kubectl("create", "--filename", "-", stdin=json.dumps({"apiVersion": "v1", "kind": "List", "items": nodes}))
    first, second = (playbook(inventory, "playbooks/label-nodes.yml") for _ in range(2))
    assert first > 0 and second == 0, f"label-nodes: changed={first}, then changed={second}"
    for node in json.loads(kubectl("get", "nodes", "--output", "json"))["items"]:
        wanted = hosts[node["metadata"]["name"]]
        found = node["metadata"]["labels"]
        assert found == {**wanted["node_labels"], "kept": "yes"}, f"{node['metadata']['name']}: {found}"
        # The API server itself taints a node that never reported.
        taints = [t for t in node["spec"].get("taints", []) if t["key"] != "node.kubernetes.io/not-ready"]
        assert taints == wanted["node_taints"], f"{node['metadata']['name']}: {taints}"
    return f"label-nodes: changed={first}, then changed={second}; labels and taints are equal to the model"


def serving_certificates(hosts):
    """One request that the definition explains, and one for another node's address."""
    name, other = [host for host in hosts if hosts[host]["node_role"] != "control-plane"][:2]
    for request, address in (("honest", hosts[name]["private_ip"]), ("forged", hosts[other]["private_ip"])):
        pem = run("openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                  "-keyout", "/tmp/key", "-subj", f"/O=system:nodes/CN=system:node:{name}",
                  "-addext", f"subjectAltName=DNS:{name},IP:{address}")
        kubectl("create", "--as", f"system:node:{name}", "--as-group", "system:nodes",
                "--as-group", "system:authenticated", "--filename", "-", stdin=json.dumps({
                    "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
                    "metadata": {"name": request},
                    "spec": {"signerName": "kubernetes.io/kubelet-serving", "usages": ["digital signature", "server auth"],
                             "request": base64.b64encode(pem.encode()).decode()}}))
    environment = {**os.environ, "KUBECONFIG": ADMIN}
    subprocess.run(["/usr/local/sbin/approve-kubelet-serving", "/etc/kubernetes/kubelet-serving-nodes.json"],
                   env=environment, capture_output=True, check=False)
    states = {
        item["metadata"]["name"]: [c["type"] for c in item.get("status", {}).get("conditions", [])]
        for item in json.loads(kubectl("get", "csr", "--output", "json"))["items"]
    }
    assert states == {"honest": ["Approved"], "forged": []}, states
    return "approver: grants a node its own address and leaves another's pending"


def secrets_and_keys(variables):
    kubectl("create", "secret", "generic", "probe", "--from-literal", "value=readable-if-not-encrypted")
    stored = b"".join(
        open(os.path.join(folder, name), "rb").read()
        for folder, _, names in os.walk(f"{DATA}/member") for name in names)
    assert b"k8s:enc:secretbox:v1:key1" in stored and b"readable-if-not-encrypted" not in stored, "Secrets are not encrypted"
    issuer = variables["service_account_issuer"]["url"]
    discovery = json.loads(kubectl("get", "--raw", "/.well-known/openid-configuration"))
    assert (discovery["issuer"], discovery["jwks_uri"]) == (issuer, f"{issuer}/openid/v1/jwks"), discovery
    return "Secrets are encrypted in etcd, and the issuer names its bucket"


def main():
    inventory, repository = sys.argv[1:]
    os.chdir(f"{repository}/ansible")
    variables = json.loads(run("ansible-inventory", "--inventory", inventory, "--list"))["_meta"]["hostvars"]
    programs = []
    try:
        start(programs)
        print(secrets_and_keys(next(iter(variables.values()))))
        print(labels(inventory, variables))
        print(serving_certificates(variables))
    finally:
        for program in programs:
            program.terminate()
            program.wait()


if __name__ == "__main__":
    main()
