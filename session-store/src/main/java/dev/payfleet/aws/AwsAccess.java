package dev.payfleet.aws;

import java.net.URI;
import java.util.Map;

/// Where AWS is called.
///
/// @param region for example `eu-west-1`
/// @param endpoints in place of the region's own, by service, for servers on this machine; usually empty
public record AwsAccess(String region, Map<AwsService, URI> endpoints) {
    public AwsAccess {
        if (region.isBlank()) {
            throw new IllegalArgumentException("region must name a region of AWS");
        }
        endpoints = Map.copyOf(endpoints);
    }
}
