#!/bin/bash
# Declares each queue in `QUEUES` as durable; declaring one that exists with the same arguments changes nothing.
# `rabbitmqadmin` is part of the management variant of RabbitMQ's official image.
set -euo pipefail

for queue in ${QUEUES}; do
  echo "declaring ${queue}"
  rabbitmqadmin --host="${RABBITMQ_HOST}" --port="${RABBITMQ_PORT}" \
    --username="${RABBITMQ_USER}" --password="${RABBITMQ_PASSWORD}" \
    declare queue name="${queue}" durable=true
done
