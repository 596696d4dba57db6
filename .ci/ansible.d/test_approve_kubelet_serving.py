"""Grants and refusals of the approver, on requests that openssl makes."""
import base64
import importlib.machinery
import importlib.util
import os
import subprocess
import tempfile
import unittest

PROGRAM = os.path.join(
    os.path.dirname(__file__), "../../ansible/roles/kubelet_serving/files/approve-kubelet-serving"
)
loader = importlib.machinery.SourceFileLoader("approver", PROGRAM)
approver = importlib.util.module_from_spec(importlib.util.spec_from_loader("approver", loader))
loader.exec_module(approver)

NODES = {"k8s-api-auth": "10.0.1.11", "k8s-api-my": "10.0.2.12"}


def request(common_name="system:node:k8s-api-auth", names="DNS:k8s-api-auth,IP:10.0.1.11", user=None, usages=None):
    """A request as the API server shows it."""
    with tempfile.TemporaryDirectory() as folder:
        pem = subprocess.run(
            ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-keyout", os.path.join(folder, "key"), "-subj", f"/O=system:nodes/CN={common_name}",
             "-addext", f"subjectAltName={names}"],
            capture_output=True, check=True,
        ).stdout
    return {
        "username": user or common_name,
        "groups": ["system:nodes", "system:authenticated"],
        "usages": usages or ["digital signature", "server auth"],
        "request": base64.b64encode(pem).decode(),
    }


class Approver(unittest.TestCase):
    def test_grants_a_node_its_own_name_and_address(self):
        self.assertIsNone(approver.refusal(request(), NODES))

    def test_refuses_the_address_of_another_node(self):
        self.assertIn("10.0.2.12", approver.refusal(request(names="DNS:k8s-api-auth,IP:10.0.2.12"), NODES))

    def test_refuses_the_name_of_another_node(self):
        self.assertIn("k8s-api-my", approver.refusal(request(names="DNS:k8s-api-auth,DNS:k8s-api-my"), NODES))

    def test_refuses_a_request_that_another_node_made(self):
        self.assertIn("common name", approver.refusal(request(user="system:node:k8s-api-my"), NODES))

    def test_refuses_a_machine_that_is_not_in_the_inventory(self):
        self.assertIn("no node", approver.refusal(request(common_name="system:node:stranger"), NODES))

    def test_refuses_a_user_that_is_no_node(self):
        self.assertIn("no node", approver.refusal(request(user="k8s-api-auth"), NODES))

    def test_refuses_a_client_certificate(self):
        self.assertIn("usages", approver.refusal(request(usages=["client auth"]), NODES))

    def test_refuses_other_kinds_of_names(self):
        self.assertIsNotNone(approver.refusal(request(names="DNS:k8s-api-auth,URI:https://example.org"), NODES))


if __name__ == "__main__":
    unittest.main()
