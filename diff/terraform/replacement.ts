/** What a change of an attribute does to a resource. */
export type UpdateKind = 'in-place' | 'replace' | 'may-replace';

interface AttributeTable {
  /** Attributes marked "Forces new resource", or that AWS cannot change; a nested one as `block.attribute`. */
  readonly replace: readonly string[];
  /** Attributes that AWS changes in place. */
  readonly inPlace: readonly string[];
}

const tagged = ['tags', 'tags_all'];
/** Arguments that Terraform reads itself; they never reach AWS. */
const meta = ['lifecycle', 'depends_on', 'provider', 'timeouts', 'count', 'for_each'];
const words = (text: string) => text.split(/\s+/).filter(Boolean);
/** Attributes that replace, and those that do not, each as words. */
const table = (replace: string, inPlace = ''): AttributeTable => ({
  replace: words(replace),
  inPlace: [...words(inPlace), ...tagged],
});

/**
 * Per resource type: what forces a replacement and what does not. From the argument reference of hashicorp/aws 6.25
 * (https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs). What neither list has may replace.
 */
const tables: Readonly<Record<string, AttributeTable>> = {
  aws_acm_certificate: table(
    `
      domain_name subject_alternative_names validation_method key_algorithm certificate_authority_arn`,
    'options',
  ),
  aws_acm_certificate_validation: table('certificate_arn validation_record_fqdns'),
  aws_cloudfront_distribution: table(
    '',
    `
      aliases comment custom_error_response default_cache_behavior default_root_object enabled
      http_version is_ipv6_enabled logging_config ordered_cache_behavior origin price_class
      restrictions viewer_certificate wait_for_deployment web_acl_id retain_on_delete`,
  ),
  aws_cloudfront_origin_access_control: table(
    '',
    `
      name description origin_access_control_origin_type signing_behavior signing_protocol`,
  ),
  aws_cloudfront_response_headers_policy: table(
    '',
    `
      name comment cors_config security_headers_config custom_headers_config remove_headers_config`,
  ),
  aws_cloudwatch_log_group: table(
    'name name_prefix log_group_class',
    'retention_in_days kms_key_id skip_destroy deletion_protection_enabled',
  ),
  aws_default_security_group: table('vpc_id', 'ingress egress'),
  aws_dynamodb_table: table(
    'name hash_key range_key local_secondary_index',
    `
      billing_mode read_capacity write_capacity point_in_time_recovery server_side_encryption
      deletion_protection_enabled ttl attribute`,
  ),
  aws_ebs_volume: table(
    'availability_zone encrypted kms_key_id snapshot_id',
    'size type iops throughput final_snapshot',
  ),
  aws_eip: table(
    'domain public_ipv4_pool network_border_group address',
    'instance network_interface associate_with_private_ip',
  ),
  aws_eip_association: table(`
      allocation_id instance_id network_interface_id private_ip_address public_ip`),
  aws_flow_log: table(`
      vpc_id subnet_id eni_id iam_role_arn log_destination log_destination_type traffic_type
      log_format max_aggregation_interval destination_options`),
  aws_iam_instance_profile: table('name name_prefix path', 'role'),
  aws_iam_openid_connect_provider: table('url', 'client_id_list thumbprint_list'),
  aws_iam_policy: table('name name_prefix path description', 'policy'),
  aws_iam_role: table(
    'name name_prefix path',
    `
      assume_role_policy description max_session_duration permissions_boundary force_detach_policies
      inline_policy managed_policy_arns`,
  ),
  aws_iam_role_policy: table('name name_prefix role', 'policy'),
  aws_iam_role_policy_attachment: table('role policy_arn'),
  aws_instance: table(
    `
      ami availability_zone subnet_id private_ip key_name associate_public_ip_address placement_group
      tenancy network_interface ipv6_address_count root_block_device.encrypted
      root_block_device.kms_key_id root_block_device.device_name root_block_device.snapshot_id
      ephemeral_block_device hibernation cpu_options secondary_private_ips security_groups`,
    `
      instance_type iam_instance_profile vpc_security_group_ids source_dest_check monitoring
      disable_api_termination disable_api_stop ebs_optimized metadata_options user_data
      user_data_base64 user_data_replace_on_change volume_tags maintenance_options
      private_dns_name_options credit_specification instance_initiated_shutdown_behavior
      root_block_device.volume_size root_block_device.volume_type root_block_device.iops
      root_block_device.throughput root_block_device.delete_on_termination root_block_device.tags`,
  ),
  aws_internet_gateway: table('', 'vpc_id'),
  aws_key_pair: table('key_name key_name_prefix public_key'),
  aws_lb: table(
    `
      name name_prefix internal load_balancer_type subnet_mapping customer_owned_ipv4_pool`,
    `
      subnets security_groups enable_deletion_protection enable_cross_zone_load_balancing
      idle_timeout access_logs ip_address_type drop_invalid_header_fields`,
  ),
  aws_lb_listener: table(
    'load_balancer_arn',
    `
      port protocol default_action ssl_policy certificate_arn alpn_policy tcp_idle_timeout_seconds`,
  ),
  aws_lb_target_group: table(
    `
      name name_prefix port protocol protocol_version target_type vpc_id ip_address_type`,
    `
      health_check deregistration_delay preserve_client_ip stickiness slow_start proxy_protocol_v2`,
  ),
  aws_lb_target_group_attachment: table('target_group_arn target_id port availability_zone'),
  aws_nat_gateway: table('allocation_id subnet_id connectivity_type private_ip'),
  aws_route: table(
    `
      route_table_id destination_cidr_block destination_ipv6_cidr_block destination_prefix_list_id`,
    `
      gateway_id nat_gateway_id vpc_endpoint_id network_interface_id transit_gateway_id
      vpc_peering_connection_id`,
  ),
  aws_route53_record: table(
    'zone_id name type set_identifier',
    'ttl records alias allow_overwrite health_check_id',
  ),
  aws_route53_zone: table('name delegation_set_id', 'comment force_destroy vpc'),
  aws_route_table: table('vpc_id', 'route propagating_vgws'),
  aws_route_table_association: table('subnet_id gateway_id', 'route_table_id'),
  aws_s3_bucket: table('bucket bucket_prefix object_lock_enabled', 'force_destroy'),
  aws_s3_bucket_cors_configuration: table('bucket', 'cors_rule'),
  aws_s3_bucket_lifecycle_configuration: table('bucket', 'rule transition_default_minimum_object_size'),
  aws_s3_bucket_logging: table('bucket', 'target_bucket target_prefix'),
  aws_s3_bucket_ownership_controls: table('bucket', 'rule'),
  aws_s3_bucket_policy: table('bucket', 'policy'),
  aws_s3_bucket_public_access_block: table(
    'bucket',
    `
      block_public_acls block_public_policy ignore_public_acls restrict_public_buckets`,
  ),
  aws_s3_bucket_server_side_encryption_configuration: table('bucket', 'rule'),
  aws_s3_bucket_versioning: table('bucket', 'versioning_configuration'),
  aws_s3_object: table(
    'bucket key',
    `
      content source etag content_type cache_control server_side_encryption kms_key_id acl`,
  ),
  aws_security_group: table('name name_prefix description vpc_id', 'ingress egress revoke_rules_on_delete'),
  aws_ssm_parameter: table(
    'name',
    `
      value insecure_value type description tier key_id overwrite data_type allowed_pattern`,
  ),
  aws_subnet: table(
    'vpc_id cidr_block availability_zone availability_zone_id ipv6_native',
    `
      map_public_ip_on_launch assign_ipv6_address_on_creation enable_dns64
      private_dns_hostname_type_on_launch`,
  ),
  aws_volume_attachment: table(
    'device_name instance_id volume_id',
    'force_detach skip_destroy stop_instance_before_detaching',
  ),
  aws_vpc: table(
    'cidr_block instance_tenancy ipv4_ipam_pool_id',
    `
      enable_dns_support enable_dns_hostnames enable_network_address_usage_metrics`,
  ),
  aws_vpc_endpoint: table(
    'vpc_id service_name vpc_endpoint_type',
    `
      subnet_ids security_group_ids route_table_ids policy private_dns_enabled auto_accept
      dns_options ip_address_type`,
  ),
  aws_vpc_security_group_egress_rule: table(
    'security_group_id',
    `
      description cidr_ipv4 cidr_ipv6 from_port to_port ip_protocol prefix_list_id
      referenced_security_group_id`,
  ),
  aws_vpc_security_group_ingress_rule: table(
    'security_group_id',
    `
      description cidr_ipv4 cidr_ipv6 from_port to_port ip_protocol prefix_list_id
      referenced_security_group_id`,
  ),
};

/** Resource types that the table knows. */
export const knownTypes: readonly string[] = Object.keys(tables);

/** What a change at `path` (attribute names, list positions left out or in) does to a resource of `type`. */
export function updateKind(type: string, path: readonly string[]): UpdateKind {
  const names = path.filter((part) => !/^\d+$/.test(part));
  const [attribute = '', nested] = names;
  if (meta.includes(attribute)) return 'in-place';
  const { replace, inPlace } = tables[type] ?? { replace: [], inPlace: [] };
  const qualified = nested === undefined ? attribute : `${attribute}.${nested}`;
  for (const name of [qualified, attribute]) {
    if (replace.includes(name)) return 'replace';
    if (inPlace.includes(name)) return 'in-place';
  }
  return 'may-replace';
}
