package dev.payfleet.worker.job;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.Resource;
import java.util.List;

/// Port: writes records as the bytes that upstream hands on.
@FunctionalInterface
public interface ResultBody {
    /// @return UTF-8 JSON; one object for identity, an array for every other resource
    byte[] write(Resource resource, List<? extends PayrollRecord> records);
}
