package dev.payfleet.worker.grant.embedded;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.grant.UsedGrantsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsedGrantsTest extends UsedGrantsContract {
    private SqliteFile file;
    private UsedGrants used;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = SqliteFile.open(folder.resolve("payfleet.db"));
        used = SqliteUsedGrants.open(file, clock);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Override
    protected UsedGrants used() {
        return used;
    }
}
