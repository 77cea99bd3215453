package dev.payfleet.worker.job;

import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.embedded.EmbeddedUnderTest;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import java.nio.file.Path;

class TooLateOnOneMachineTest extends TooLateContract {
    @Override
    StoresUnderTest stores(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }

    @Override
    EvidenceStore evidence(StoresUnderTest stores, Path folder) {
        return new FolderEvidenceStore(folder.resolve("evidence"));
    }
}
