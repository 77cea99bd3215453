package dev.payfleet.worker.drill;

import java.util.List;

/// Port: the tables of a deployment that can be brought back beside themselves, as they were.
public interface Recovery {
    /// Each of them.
    List<RecoverableTable> tables();

    /// Some sealed records out of what was brought back.
    ///
    /// @param most how many at most
    List<SealedRecord> sample(int most);
}
