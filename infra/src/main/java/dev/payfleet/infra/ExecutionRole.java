package dev.payfleet.infra;

import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What ECS may do to start a task: fetch its image and open its log. It reads no reference; the task does that
/// itself.
final class ExecutionRole extends Construct {
    private final Role role;

    ExecutionRole(Construct scope, Rights rights) {
        super(scope, "ExecutionRole");
        this.role = Role.Builder.create(this, "Role")
                .roleName(rights.deployment().named("task-start"))
                .description("Fetches images and opens logs, for ECS when it starts a task")
                .assumedBy(WorkerRole.tasksOf(rights.deployment()))
                .build();
    }

    Role role() {
        return role;
    }
}
