import { parse, type Type } from 'protobufjs';

/**
 * The part of Terraform's provider protocol 5 that validation and mocked tests call. Field numbers are the protocol's;
 * fields that this provider neither reads nor sends are left out, which protobuf allows.
 */
const { root } = parse(
  `
  syntax = "proto3";
  package tfplugin5;
  message Empty {}
  message DynamicValue { bytes msgpack = 1; bytes json = 2; }
  message Attribute {
    string name = 1; bytes type = 2; bool required = 4; bool optional = 5; bool computed = 6;
  }
  message NestedBlock {
    string type_name = 1; Block block = 2; int32 nesting = 3; int64 min_items = 4; int64 max_items = 5;
  }
  message Block {
    int64 version = 1; repeated Attribute attributes = 2; repeated NestedBlock block_types = 3;
  }
  message Schema { int64 version = 1; Block block = 2; }
  message GetProviderSchemaResponse {
    Schema provider = 1;
    map<string, Schema> resource_schemas = 2;
    map<string, Schema> data_source_schemas = 3;
  }
  message PrepareProviderConfigRequest { DynamicValue config = 1; }
  message PrepareProviderConfigResponse { DynamicValue prepared_config = 1; }
  message RawState { bytes json = 1; }
  message UpgradeResourceStateRequest { string type_name = 1; int64 version = 2; RawState raw_state = 3; }
  message UpgradeResourceStateResponse { DynamicValue upgraded_state = 1; }
`,
  { keepCase: true },
);

export const messages = {
  empty: root.lookupType('tfplugin5.Empty'),
  schemas: root.lookupType('tfplugin5.GetProviderSchemaResponse'),
  prepareRequest: root.lookupType('tfplugin5.PrepareProviderConfigRequest'),
  prepareResponse: root.lookupType('tfplugin5.PrepareProviderConfigResponse'),
  upgradeRequest: root.lookupType('tfplugin5.UpgradeResourceStateRequest'),
  upgradeResponse: root.lookupType('tfplugin5.UpgradeResourceStateResponse'),
} as const satisfies Record<string, Type>;

/** The protocol's numbers for how a block is nested. */
export const nestingNumbers = { single: 1, list: 2, set: 3, map: 4 } as const;
