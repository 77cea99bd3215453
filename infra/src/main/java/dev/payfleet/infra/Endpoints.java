package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpointService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// The doors to AWS. Each lets only this account's own principals through, to this account's own things: a stolen
/// key of somebody else's account is no way to carry data out.
final class Endpoints extends Construct {
    /// What workers call, and what their hosts need to run a task.
    private static final Map<String, IInterfaceVpcEndpointService> INTERFACES = Map.of(
            "Sqs", InterfaceVpcEndpointAwsService.SQS,
            "Kms", InterfaceVpcEndpointAwsService.KMS,
            "SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
            "Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
            "Ecr", InterfaceVpcEndpointAwsService.ECR,
            "EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER,
            "Ecs", InterfaceVpcEndpointAwsService.ECS,
            "EcsAgent", InterfaceVpcEndpointAwsService.ECS_AGENT,
            "EcsTelemetry", InterfaceVpcEndpointAwsService.ECS_TELEMETRY);

    private final Deployment deployment;
    private final Vpc vpc;
    private final SubnetSelection subnets;

    Endpoints(Construct scope, Deployment deployment, Vpc vpc, SubnetSelection subnets, SecurityGroup securityGroup) {
        super(scope, "AwsEndpoints");
        this.deployment = deployment;
        this.vpc = vpc;
        this.subnets = subnets;
        gateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB).addToPolicy(ownAccount("dynamodb:*"));
        GatewayVpcEndpoint s3 = gateway("S3", GatewayVpcEndpointAwsService.S3);
        s3.addToPolicy(ownAccount("s3:*"));
        s3.addToPolicy(layersOfImages());
        INTERFACES.forEach((id, service) -> interfaceOf(id, service, securityGroup));
    }

    private GatewayVpcEndpoint gateway(String id, GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpoint.Builder.create(this, id)
                .vpc(vpc)
                .service(service)
                .subnets(List.of(subnets))
                .build();
    }

    private void interfaceOf(String id, IInterfaceVpcEndpointService service, SecurityGroup securityGroup) {
        InterfaceVpcEndpoint.Builder.create(this, id)
                .vpc(vpc)
                .service(service)
                .subnets(subnets)
                .securityGroups(List.of(securityGroup))
                .privateDnsEnabled(true)
                .open(false)
                .build()
                .addToPolicy(ownAccount("*"));
    }

    private PolicyStatement ownAccount(String action) {
        return PolicyStatement.Builder.create()
                .sid("OwnAccount")
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of(action))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of(
                                "aws:PrincipalAccount", deployment.account(),
                                "aws:ResourceAccount", deployment.account())))
                .build();
    }

    /// The registry keeps layers of images in a bucket of AWS's own.
    private PolicyStatement layersOfImages() {
        return PolicyStatement.Builder.create()
                .sid("LayersOfImages")
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:aws:s3:::prod-%s-starport-layer-bucket/*".formatted(deployment.region())))
                .build();
    }
}
