package dev.payfleet.worker.cli;

import java.util.UUID;

/// Jobs as upstream writes them.
final class Jobs {
    static final UUID ID = UUID.fromString("3f0e6c1a-7d52-4b8e-9a40-1c2d3e4f5a6b");
    static final UUID OTHER_ID = UUID.fromString("8a1b2c3d-0000-4000-8000-00000000000b");

    private Jobs() {}

    static String payruns(UUID id) {
        return fetch(id, "payruns", "{\"start_date\":\"2026-01-01\",\"end_date\":\"2026-01-31\"}");
    }

    static String payrunsWithoutDates(UUID id) {
        return fetch(id, "payruns", "{}");
    }

    static String fetch(UUID id, String resource, String parameters) {
        return """
                {"version":1,"job_id":"%s","kind":"fetch","client_id":"acme","connection_id":"c-17",\
                "provider":"larkspur","resource":"%s","parameters":%s,"max_age_seconds":0,"attended":false,\
                "deadline":"2036-01-31T12:00:00Z"}""".formatted(id, resource, parameters);
    }
}
